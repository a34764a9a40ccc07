import type { MultilingualText } from '../../text.ts'
import type { Area, Code, Indicator, Reading, SeriesKey } from '../figure.ts'
import type { ReadingSet } from '../reading-set.ts'
import type { PartOfCity, SpatialResult } from './spatial-result.ts'

export interface ComputationContext {
  /** The city that the result is about: `KZALA`. */
  refArea: string
  /** The year that the figure speaks for: that of the population, mostly. */
  timePeriod: string
  /** Indicators that the record has already: their names are the source's and stay as they are. */
  knownIndicators: ReadonlySet<string>
  /** Licence of the figures, as the licences of the files ask: ODbL for what is made of OpenStreetMap. */
  licence: string | null
  /** A message of the topic `spatial` in all languages: what is stored is words, and words are not here. */
  words(key: string, details?: Readonly<Record<string, string | number>>): MultilingualText
}

/** The source of everything that was computed here. */
export const ownSource = 'bagdar'

/** Decimals that are published, by unit: more than the interval is sure of would only look exact. */
const decimals: Readonly<Record<string, number>> = { PT: 2, UG_CUB_METER: 2, KM2: 2, M2: 1, PERSONS: 0 }
/** Rates per year are thousandths. */
const decimalsOtherwise = 6

/**
 * A computed result as readings: the figure, its districts and groups of people, and what it is made of. Other methods stay in
 * the stored result: they answer another question, and a dozen of them would stand beside the official figure as its rivals.
 *
 *     the figure          method as the result says, no dimensions
 *     districts           areas below the city: `KZALA_bostandyq`
 *     population groups   `SEX=F` is the dimension SEX with the code F; any other code stands under DISAGGREGATION
 *     parts               the dimension SERIES with the name of the part: `landConsumptionRate`
 *
 * What is of a part and not of the value (`partsOf`) stands under its SERIES: districts of 11.7.1 under `accessShare`.
 *
 * Values are published with two decimals in per cent, µg/m³ and km², one in m², whole persons, and six decimals where there is no
 * unit. The interval stands in the note of the figure; all parameters stand in the release (`parametersOf`).
 *
 * Missing  a figure without value is a gap with the status `M`.
 */
export function readingsOfResult(result: SpatialResult, context: ComputationContext): ReadingSet {
  const { refArea, words } = context
  const key: SeriesKey = {
    indicator: result.indicator,
    refArea,
    source: ownSource,
    method: result.method,
    boundary: '',
    unit: result.unit,
    dimensions: {},
  }
  const read = (change: Partial<SeriesKey>, value: number | null, note: MultilingualText | null = null): Reading => {
    const series = { ...key, ...change }
    const text = value === null ? null : decimalText(value, series.unit)
    return { series, timePeriod: context.timePeriod, value: text, obsStatus: text === null ? 'M' : 'E', note, origin: null }
  }
  const { partsOf } = result
  const seriesOf = (part: string | null): SeriesKey['dimensions'] => (part === null ? {} : { SERIES: part })
  /** The interval stands beside what it is of. */
  const noteOf = (part: string | null) => (part === partsOf ? intervalNote(result, context) : null)
  const readings = [
    read({}, result.value, noteOf(null)),
    ...result.byDistrict.map(({ code, value }) => read({ refArea: districtCode(refArea, code), dimensions: seriesOf(partsOf) }, value)),
    ...result.byPopulationGroup.map(({ code, value }) => read({ dimensions: { ...seriesOf(partsOf), ...dimensionOf(code) } }, value)),
    ...Object.entries(result.parts).map(([name, value]) =>
      read({ unit: unitOfPart(name), dimensions: seriesOf(name) }, value, noteOf(name)),
    ),
  ]
  return {
    title: words('reading_title', { indicator: result.indicator }),
    source: { id: ownSource, name: words('reading_source'), url: null, licence: context.licence },
    indicators: context.knownIndicators.has(result.indicator) ? [] : [indicatorOf(result, context)],
    areas: result.byDistrict.map((district) => areaOf(refArea, district)),
    codes: codesOf(result, readings, context),
    readings,
    notices: result.notices,
    files: result.files,
    rows: readings.length,
  }
}

/** Everything needed to compute the figure again, for the release. */
export const parametersOf = ({
  indicator,
  metadataVersion,
  method,
  interval,
  partsOf,
  parameters,
}: SpatialResult): Record<string, unknown> => ({
  ...parameters,
  indicator,
  metadataVersion,
  method,
  ...(interval === null ? {} : { interval, ...(partsOf === null ? {} : { intervalOf: partsOf }) }),
})

/** The value as it is published: decimals by unit, no exponent, no −0. */
function decimalText(value: number, unit: string): string {
  const text = value.toFixed(decimals[unit] ?? decimalsOtherwise)
  return Number(text) === 0 ? text.replace('-', '') : text
}

/** Districts are named within their city: `1` of one city is not `1` of another. */
const districtCode = (refArea: string, code: string): string => (code.startsWith(refArea) ? code : `${refArea}_${code}`)

const areaOf = (refArea: string, { code, name }: PartOfCity): Area => ({
  code: districtCode(refArea, code),
  name,
  kind: 'district',
  parent: refArea,
  validFrom: null,
  validTo: null,
})

function dimensionOf(code: string): Readonly<Record<string, string>> {
  const [, dimension, value] = /^([A-Z][A-Z0-9_]*)=(\w+)$/.exec(code) ?? []
  return dimension === undefined || value === undefined ? { DISAGGREGATION: code } : { [dimension]: value }
}

/** A part says its unit in its name, as everywhere here: `openSpaceShare`, `builtUpKm2`; otherwise it has none. */
export function unitOfPart(name: string): string {
  if (/(?:Share|Percent)$/.test(name)) return 'PT'
  if (/Km2$/.test(name)) return 'KM2'
  if (/M2$/.test(name)) return 'M2'
  if (/^(?:population|people)|(?:Population|People)$/.test(name) && !/Rate$/.test(name)) return 'PERSONS'
  return 'RATIO'
}

function intervalNote({ interval, unit }: SpatialResult, { words }: ComputationContext): MultilingualText | null {
  if (interval === null) return null
  const rounded = (value: number) => Number(decimalText(value, unit))
  return words('sureness_note', {
    level: Math.round(100 * interval.level),
    low: rounded(interval.low),
    high: rounded(interval.high),
    draws: interval.draws,
    seed: interval.seed,
  })
}

/** Goal and target are in the number of an indicator; the Degree of Urbanisation has none. */
function indicatorOf({ indicator, metadataVersion }: SpatialResult, { words }: ComputationContext): Indicator {
  const [goal, target] = indicator.split('.')
  const isOfGoals = target !== undefined
  return {
    code: indicator,
    name: words(`reading_indicator_${indicator.replaceAll('.', '_')}`),
    sdgGoal: isOfGoals ? Number(goal) : null,
    sdgTarget: isOfGoals ? `${goal}.${target}` : null,
    globalName: null,
    definition: {},
    computation: words(isOfGoals ? 'reading_computation' : 'reading_computation_recommended', { version: metadataVersion }),
    limitations: {},
    compiledBy: words('reading_source'),
    reportingStatus: null,
    links: isOfGoals
      ? [`https://unstats.un.org/sdgs/metadata/files/Metadata-${indicator.split('.').map((part) => part.padStart(2, '0')).join('-')}.pdf`] // prettier-ignore
      : [],
  }
}

/** Names of all units, methods and dimension codes that the readings use. */
function codesOf(result: SpatialResult, readings: readonly Reading[], { words }: ComputationContext): Code[] {
  const groupNames = new Map(result.byPopulationGroup.map(({ code, name }) => [JSON.stringify(dimensionOf(code)), name]))
  const codes = new Map<string, Code>()
  const name = (codelist: string, code: string, said: MultilingualText) => codes.set(`${codelist} ${code}`, { codelist, code, name: said })
  for (const { series } of readings) {
    name('UNIT_MEASURE', series.unit, words(`reading_unit_${series.unit}`))
    name('METHOD', series.method, words(`method_${series.method}`))
    for (const [dimension, code] of Object.entries(series.dimensions)) {
      if (dimension === 'SERIES') name(dimension, code, words(`reading_part_${code}`))
      else {
        name(dimension, dimension, words(`reading_dimension_${dimension}`))
        // A code without a name leaves the name that the record has.
        const said = groupNames.get(JSON.stringify({ [dimension]: code })) ?? {}
        if (Object.keys(said).length > 0) name(dimension, code, said)
      }
    }
  }
  return [...codes.values()]
}
