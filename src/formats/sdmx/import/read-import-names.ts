import type { Area, Code, Indicator } from '../../../books/indicators/figure.ts'
import { languages, type MultilingualText } from '../../../books/text.ts'
import { plainArea, plainIndicator } from '../../plain-entries.ts'
import type { Code as SdmxCode, DataStructure, Names, Structures } from '../model.ts'
import { findCodelist } from './read-import-check.ts'
import type { ReadUnit } from './read-import-attributes.ts'
import { referenceText } from '../read-references.ts'

type Values = Readonly<Record<string, string>>

/** Dimensions that are no breakdown: they have a place of their own in a series. */
const ownPlaces = new Set(['UNIT_MEASURE', 'UNIT_MULT'])

/** Names of everything that readings use, as the structures give them. */
export class ImportNames {
  readonly #structures: Structures
  readonly #indicators = new Map<string, Indicator>()
  readonly #areas = new Map<string, Area>()
  readonly #codes = new Map<string, Code>()
  /** Codes by id, of each component of each structure that was asked for. */
  readonly #lists = new Map<string, ReadonlyMap<string, SdmxCode>>()

  constructor(structures: Structures) {
    this.#structures = structures
  }

  /** The area of a series: `REF_AREA`, or the dimension whose concept that is. */
  areaOf(key: Values, structure: DataStructure | null): string {
    return key['REF_AREA'] ?? key[this.#areaDimension(structure)] ?? ''
  }

  #areaDimension(structure: DataStructure | null): string {
    return structure?.dimensions.find((one) => one.concept === 'REF_AREA')?.id ?? 'REF_AREA'
  }

  /** The indicator that the code list of `SERIES` notes of the series; or the dimension that names it. */
  indicatorOf(key: Values, structure: DataStructure | null): string | null {
    const noted = this.#codeOf('SERIES', key['SERIES'], structure)?.annotations?.['Indicator']?.trim()
    const named = key['INDICATOR']?.trim()
    return [noted, named].find((one) => one !== undefined && /^[\da-z][\w.-]*$/i.test(one)) ?? null
  }

  /**
   * What tells series of an indicator apart. Totals (`_T`) are left out, as everywhere in the record, and so is what the series says without
   * them: the frequency that its periods have, and that its source reports nationally.
   */
  dimensionsOf(key: Values, structure: DataStructure | null, frequency: string): Record<string, string> {
    const area = this.#areaDimension(structure)
    const dimensions: Record<string, string> = {}
    for (const [id, code] of Object.entries(key)) {
      if (code === '' || code === '_T' || id === 'REF_AREA' || id === area || ownPlaces.has(id)) continue
      if ((id === 'FREQ' && code === frequency) || (id === 'REPORTING_TYPE' && code === 'N') || id === 'INDICATOR') continue
      dimensions[id] = code
    }
    return dimensions
  }

  /** Keeps the names of what a new series uses. */
  use(indicator: string, refArea: string, unit: ReadUnit, dimensions: Values, structure: DataStructure | null): void {
    this.#useIndicator(indicator, this.#codeOf('SERIES', dimensions['SERIES'], structure))
    const area = this.#codeOf(this.#areaDimension(structure), refArea, structure)
    this.#areas.set(refArea, {
      ...plainArea(refArea, textOf(area?.names)),
      kind: /^[A-Z]{2}$/.test(refArea) ? 'country' : 'region',
      parent: area?.parent ?? null,
    })
    if (unit.measure !== '') this.#useUnit(unit, structure)
    for (const [dimension, code] of Object.entries(dimensions)) {
      this.#keep(dimension, dimension, this.#conceptNames(dimension, structure))
      this.#keep(dimension, code, textOf(this.#codeOf(dimension, code, structure)?.names))
    }
  }

  entries(): { indicators: Indicator[]; areas: Area[]; codes: Code[] } {
    return { indicators: [...this.#indicators.values()], areas: [...this.#areas.values()], codes: [...this.#codes.values()] }
  }

  /** The title that the code list notes, where it is of this indicator; else the name of its first series. */
  #useIndicator(indicator: string, series: SdmxCode | null): void {
    const isNoted = series?.annotations?.['Indicator']?.trim() === indicator
    const title = isNoted ? series?.annotations?.['IndicatorTitle'] : undefined
    const known = this.#indicators.get(indicator)
    if (known !== undefined) return
    this.#indicators.set(indicator, plainIndicator(indicator, { ...textOf(series?.names), ...(title ? { en: title } : {}) }))
  }

  #useUnit({ measure, power, code }: ReadUnit, structure: DataStructure | null): void {
    const name = textOf(this.#codeOf('UNIT_MEASURE', measure, structure)?.names)
    if (power === 0) return this.#keep('UNIT_MEASURE', code, name)
    const multiplier = textOf(this.#codeOf('UNIT_MULT', String(power), structure)?.names)
    const words = languages.flatMap((language) => {
      const unit = name[language]
      return unit === undefined ? [] : [[language, `${unit}, ${multiplier[language]?.toLowerCase() ?? `× 10^${power}`}`]]
    })
    this.#keep('UNIT_MEASURE', code, Object.fromEntries(words) as MultilingualText)
  }

  /** What is known already is not lost to a later place that knows less. */
  #keep(codelist: string, code: string, name: MultilingualText): void {
    const id = `${codelist}\u001f${code}`
    const known = this.#codes.get(id)
    if (codelist === code && Object.keys(name).length === 0) return
    if (known === undefined || Object.keys(known.name).length < Object.keys(name).length) this.#codes.set(id, { codelist, code, name })
  }

  #conceptNames(dimension: string, structure: DataStructure | null): MultilingualText {
    const component = structure?.dimensions.find((one) => one.id === dimension)
    const scheme = component && this.#structures.conceptSchemes.find((one) => referenceText(one) === referenceText(component.scheme))
    return textOf(scheme?.concepts.find((one) => one.id === component?.concept)?.names)
  }

  #codeOf(component: string, code: string | undefined, structure: DataStructure | null): SdmxCode | null {
    if (structure === null || code === undefined) return null
    const place = `${referenceText(structure)} ${component}`
    let codes = this.#lists.get(place)
    if (codes === undefined) {
      const found = [...structure.dimensions, ...structure.attributes].find((one) => one.id === component)
      const list = found === undefined ? null : findCodelist(this.#structures.codelists, found.codelist)
      codes = new Map(list?.codes.map((one) => [one.id, one]))
      this.#lists.set(place, codes)
    }
    return codes.get(code) ?? null
  }
}

/** The words in the languages that Bagdar speaks; `en-GB` counts as English. */
function textOf(names: Names | undefined): MultilingualText {
  const text: Partial<Record<(typeof languages)[number], string>> = {}
  for (const [tag, words] of Object.entries(names ?? {})) {
    const language = languages.find((one) => tag === one || tag.startsWith(`${one}-`))
    if (language !== undefined && words.trim() !== '' && (text[language] === undefined || tag === language)) text[language] = words.trim()
  }
  return text
}
