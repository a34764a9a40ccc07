import type { ByteSource } from '../../byte-source.ts'
import type { CsvRow } from '../../csv.ts'
import { plainDecimal } from '../../table/plain-decimal.ts'
import type { DataAction, DataStructure, MessageStructure } from '../model.ts'
import { Components } from '../read-components.ts'
import { readCsvHeader, separatorOf, type CsvHeader } from './read-csv-header.ts'
import { readRows } from './read-csv-rows.ts'
import { Groups } from '../read-groups.ts'
import { structureNamed } from '../read-references.ts'
import { parseAction, type DataVisitor } from '../read-visitor.ts'

type Values = Record<string, string>

/**
 * SDMX-CSV data 1.0, 2.0 and 2.1, with any separator, with names or without. Memory does not grow with the file.
 *
 * A row without value and period speaks of all that has its part of the key. Only what follows it can be told so.
 *
 * Source  SDMX-CSV 1.0 and 2.1, field guides of the SDMX technical working group.
 *
 * @throws {FormatError} those of `readRows`; what was read before has been told already
 */
export function readCsvData(source: ByteSource, visitor: DataVisitor): void {
  visitor.header({ id: '', prepared: '', sender: '', isTest: false })
  const reader = new CsvData(visitor)
  let separator = ','
  readRows(
    source,
    (start) => (separator = separatorOf(start)),
    (row) => reader.take(row, separator),
  )
}

class CsvData {
  readonly #visitor: DataVisitor
  #names: readonly string[] | null = null
  #header: CsvHeader | null = null
  #structure: DataStructure | null = null
  #components = new Components(null)
  #groups = new Groups()
  /** Texts by which it shows that a row is of another set of data or series than the last. */
  #dataSetText = ''
  #seriesText = ''
  #hasObservations = false

  constructor(visitor: DataVisitor) {
    this.#visitor = visitor
  }

  take(row: CsvRow, separator: string): void {
    if (row.cells.every((cell) => cell.trim() === '')) return
    if (this.#names === null) {
      this.#names = row.cells
      return
    }
    if (row.unclosedQuote) this.#visitor.oddity('quote_not_closed', 'error', { line: row.line, value: row.raw.slice(0, 200) })
    else this.#read(row, separator)
  }

  #read(row: CsvRow, separator: string): void {
    const header = this.#beginDataSet(row)
    if (header === null) return
    if (row.cells.length < header.needed) {
      const details = { cells: row.cells.length, columns: header.needed }
      this.#visitor.oddity('row_too_short', 'error', { line: row.line, value: row.raw, details })
      return
    }
    const { key, period, value, attributes, ofSeries } = this.#valuesOf(row, header)
    const isWhole = header.dimensions.every(({ id }) => key[id] !== undefined)
    const isObservation = period !== '' && (value !== '' || Object.keys(attributes).length > 0 || isWhole)
    if (!isObservation && !isWhole) {
      this.#groups.add(key, { ...attributes, ...ofSeries })
      if (this.#hasObservations) this.#visitor.oddity('sdmx_attributes_late', 'warning', { line: row.line, value: row.raw })
      return
    }
    const seriesText = JSON.stringify([key, ofSeries])
    if (seriesText !== this.#seriesText || !isObservation)
      this.#visitor.series({
        key,
        attributes: this.#groups.attributesOf(key, isObservation ? ofSeries : { ...attributes, ...ofSeries }),
        line: row.line,
      })
    this.#seriesText = seriesText
    if (!isObservation) return
    this.#hasObservations = true
    const decimal = separator === ';' && value.includes(',') ? (plainDecimal(value, { decimal: ',' }) ?? value) : value
    this.#visitor.observation({
      timePeriod: period,
      obsValue: decimal === '' || decimal === 'NaN' ? null : decimal,
      attributes,
      line: row.line,
      row: row.raw,
      cell: value,
    })
  }

  /** Tells a set of data when this row is the first of one; null when what the rows are about cannot be seen. */
  #beginDataSet(row: CsvRow): CsvHeader | null {
    const [first = '', second = ''] = row.cells
    const isNewer = (this.#names?.[0] ?? '').startsWith('STRUCTURE')
    const actionAt = this.#names?.indexOf('ACTION') ?? -1
    const action = isNewer && actionAt > 0 ? row.cells[actionAt] : 'I'
    const text = isNewer ? `${first} ${second} ${action}` : first
    if (this.#header !== null && text === this.#dataSetText) return this.#header
    this.#dataSetText = text
    this.#seriesText = ''
    const named = isNewer ? structureNamed(second, first.trim()) : structureNamed(first, 'Dataflow')
    this.#structure = this.#visitor.structureOf(named)
    this.#components = new Components(this.#structure)
    this.#header = readCsvHeader(this.#names ?? [], this.#structure, this.#components)
    for (const column of this.#header.unknown) this.#visitor.oddity('sdmx_component_unknown', 'warning', { line: 1, column })
    this.#tellDataSet(row, named, parseAction(action))
    return this.#header
  }

  /** What is said of the whole set of data stands in each of its rows. */
  #tellDataSet(row: CsvRow, structure: MessageStructure | null, action: DataAction): void {
    const attributes: Values = {}
    for (const column of this.#header?.attributes ?? []) {
      const text = column.text(row.cells)
      if (text !== '' && this.#components.attachedTo(column.id) === 'dataset') attributes[column.id] = text
    }
    this.#groups = new Groups()
    this.#visitor.dataSet({ structure, action, attributes, line: row.line })
  }

  #valuesOf(row: CsvRow, header: CsvHeader) {
    const key: Values = {}
    const attributes: Values = {}
    const ofSeries: Values = {}
    for (const { id, text } of header.dimensions) {
      const code = text(row.cells).trim()
      // `~` says that a dimension is switched off.
      if (code !== '' && code !== '~') key[id] = code
    }
    for (const { id, text } of header.attributes) {
      const words = text(row.cells)
      if (words === '') continue
      const level = this.#components.attachedTo(id)
      if (level === 'series') ofSeries[id] = words
      else if (level === 'observation') attributes[id] = words
    }
    const period = header.time?.text(row.cells).trim() ?? ''
    return { key, period: period === '~' ? '' : period, value: header.measure?.text(row.cells).trim() ?? '', attributes, ofSeries }
  }
}
