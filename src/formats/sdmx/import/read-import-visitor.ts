import type { SeriesKey } from '../../../books/indicators/figure.ts'
import { notice, type Notice } from '../../../books/notice.ts'
import type { Claims } from '../../claims.ts'
import { isDecimalText } from '../../decimal-text.ts'
import type { DataStructure, MessageStructure, Structures } from '../model.ts'
import { ComponentCheck } from './read-import-check.ts'
import type { ImportNames } from './read-import-names.ts'
import { noteOf, unitOf } from './read-import-attributes.ts'
import { structureFor } from '../read-message.ts'
import { referenceText } from '../read-references.ts'
import { frequencyOf, readTimePeriod } from '../read-time-period.ts'
import type { DataSetStart, DataVisitor, Oddity, PlacedObservation, SeriesStart } from '../read-visitor.ts'

export interface ImportOptions {
  source: string
  /** The indicator that all files are about; null: as the messages and the names of their files say. */
  indicator: string | null
}

/** Observations of SDMX messages become readings; what is odd becomes a notice with its file and line. */
export class ImportVisitor implements DataVisitor {
  /** Observations seen. */
  rows = 0
  readonly agencies = new Set<string>()
  readonly structureNames = new Set<string>()
  readonly #structures: Structures
  readonly #claims: Claims
  readonly #names: ImportNames
  readonly #notices: Notice[]
  readonly #options: ImportOptions
  #file = ''
  #rowsBefore = 0
  #isDeletion = false
  #structure: DataStructure | null = null
  #check = new ComponentCheck(null, [], () => {})
  #series: SeriesStart | null = null
  #dataSetAttributes: Readonly<Record<string, string>> = {}
  /** What has been said of this file already, so that it is said once. */
  readonly #said = new Set<string>()

  constructor(structures: Structures, claims: Claims, names: ImportNames, notices: Notice[], options: ImportOptions) {
    this.#structures = structures
    this.#claims = claims
    this.#names = names
    this.#notices = notices
    this.#options = options
  }

  begin(file: string): void {
    this.#file = file
    this.#rowsBefore = this.rows
    this.#said.clear()
    this.#structure = null
    this.#series = null
  }

  end(): void {
    if (this.rows === this.#rowsBefore) this.oddity('sdmx_no_observations', 'warning', {})
  }

  header(): void {
    // Sender and date of the message stay in the file, which the release names by its hash.
  }

  structureOf(named: MessageStructure | null): DataStructure | null {
    return (this.#structure = structureFor(this.#structures, named))
  }

  #checkStructure(named: MessageStructure | null, line: number): void {
    const used = this.#structure
    const said = named === null ? '' : referenceText(named)
    if (used === null) this.#once('sdmx_structure_missing', 'warning', { line, value: said })
    else if (named === null || this.#isAnother(named, used))
      this.#once('sdmx_structure_differs', 'warning', { line, value: said, details: { said, used: referenceText(used) } })
  }

  /** Whether a structure is not the one that is named; of a flow the structure that it names in the version at hand counts. */
  #isAnother(named: MessageStructure, used: DataStructure): boolean {
    if (named.kind === 'datastructure') return referenceText(named) !== referenceText(used)
    return !this.#structures.dataflows.some(
      (flow) => referenceText(flow) === referenceText(named) && referenceText(flow.structure) === referenceText(used),
    )
  }

  dataSet({ structure, action, attributes, line }: DataSetStart): void {
    this.#checkStructure(structure, line)
    const named = structure ?? this.#structure
    if (named !== null) {
      this.agencies.add(named.agency)
      this.structureNames.add(referenceText(named))
    }
    this.#isDeletion = action === 'D'
    if (this.#isDeletion) this.oddity('sdmx_deletion', 'error', { line })
    this.#dataSetAttributes = attributes
    this.#check = new ComponentCheck(this.#structure, this.#structures.codelists, (code, severity, about) =>
      this.#once(code, severity, about),
    )
  }

  series(series: SeriesStart): void {
    this.#series = { ...series, attributes: { ...this.#dataSetAttributes, ...series.attributes } }
    if (!this.#isDeletion) this.#check.series(this.#series)
  }

  observation(observation: PlacedObservation): void {
    if (this.#isDeletion || this.#series === null) return
    this.rows++
    const { line, cell } = observation
    const timePeriod = readTimePeriod(observation.timePeriod)
    if (timePeriod === null) {
      this.oddity('time_period_not_understood', 'error', { line, column: 'TIME_PERIOD', value: observation.timePeriod })
      return
    }
    this.#check.observation(observation, this.#series)
    const value = observation.obsValue?.trim() ?? null
    if (value === null) this.oddity('value_missing', 'info', { line, column: 'OBS_VALUE', value: cell })
    else if (!isDecimalText(value)) this.oddity('value_not_a_number', 'error', { line, column: 'OBS_VALUE', value: cell })
    else this.#take(observation, this.#series, timePeriod, value)
  }

  oddity(code: string, severity: Notice['severity'], about: Oddity): void {
    this.#notices.push(notice(code, severity, { file: this.#file, ...about }))
  }

  /** The same thing of the same component of a file is said at its first place only. */
  #once(code: string, severity: Notice['severity'], about: Oddity): void {
    const text = `${code}\u001f${about.column ?? ''}\u001f${about.value ?? ''}`
    if (this.#said.has(text)) return
    this.#said.add(text)
    this.oddity(code, severity, about)
  }

  #take(observation: PlacedObservation, series: SeriesStart, timePeriod: string, value: string): void {
    const { line, row, cell } = observation
    const attributes = { ...series.attributes, ...observation.attributes }
    const refArea = this.#names.areaOf(series.key, this.#structure)
    const indicator = this.#indicatorOf(series, line)
    if (refArea === '') this.#once('field_missing', 'error', { line, column: 'REF_AREA' })
    if (refArea === '' || indicator === null) return
    const unit = unitOf(series.key['UNIT_MEASURE'] ?? attributes['UNIT_MEASURE'] ?? '', attributes['UNIT_MULT'] ?? series.key['UNIT_MULT'])
    if (unit.measure === '') this.#once('unit_missing', 'warning', { line, column: 'UNIT_MEASURE' })
    if (unit.power !== 0)
      this.#once('sdmx_unit_multiplier', 'info', {
        line,
        column: 'UNIT_MULT',
        value: unit.code,
        details: { unit: unit.measure, power: unit.power },
      })

    const frequency = frequencyOf(timePeriod)
    const text = JSON.stringify([indicator, unit.code, frequency, series.key])
    const claimed = this.#claims.seriesOf(text, (): SeriesKey => {
      const dimensions = this.#names.dimensionsOf(series.key, this.#structure, frequency)
      this.#names.use(indicator, refArea, unit, dimensions, this.#structure)
      return { indicator, refArea, source: this.#options.source, method: '', boundary: '', unit: unit.code, dimensions }
    })
    this.#claims.add(claimed, {
      series: claimed.key,
      timePeriod,
      value,
      obsStatus: attributes['OBS_STATUS'] ?? null,
      note: noteOf(attributes),
      origin: { file: this.#file, line, row, cell },
    })
  }

  /**
   * What is asked for, else what the name of the file says (`11.2.1.xml`), else what the code list notes of the series. The file goes
   * before the code list: one series may serve several indicators, but a code list names one.
   */
  #indicatorOf({ key }: SeriesStart, line: number): string | null {
    if (this.#options.indicator !== null) return this.#options.indicator
    const ofSeries = this.#names.indicatorOf(key, this.#structure)
    const ofFile = indicatorInName(this.#file)
    if (ofFile === null && ofSeries === null)
      this.#once('sdmx_indicator_unknown', 'error', { line, column: 'SERIES', value: key['SERIES'] ?? '' })
    else if (ofFile !== null && ofSeries !== null && ofFile !== ofSeries) {
      const details = { file: ofFile, series: ofSeries }
      this.#once('sdmx_indicator_differs', 'info', { line, column: 'SERIES', value: key['SERIES'] ?? '', details })
    }
    return ofFile ?? ofSeries
  }
}

/**
 * The number of an indicator that a file is named after.
 *
 * @example
 * indicatorInName('data/11.7.1.a.xml') // => '11.7.1.a'
 * @example
 * indicatorInName('sdg.v2.1.xml') // => null
 */
export function indicatorInName(file: string): string | null {
  const name = file.split('/').at(-1) ?? ''
  return (
    /^(?:indicator_)?(\d{1,2}[.-][\da-z]{1,2}[.-]\d{1,2}(?:[.-][\da-z]{1,3})*?)\.(?:xml|json|csv)$/i
      .exec(name)?.[1]
      ?.replaceAll('-', '.') ?? null
  )
}
