import type { DataStructure } from '../model.ts'
import type { Components } from '../read-components.ts'

export interface CsvColumn {
  id: string
  /** What a row says in this column, without the name that may stand behind a code. */
  text(cells: readonly string[]): string
}

export interface CsvHeader {
  dimensions: CsvColumn[]
  time: CsvColumn | null
  measure: CsvColumn | null
  attributes: CsvColumn[]
  /** Columns that the structure does not have. */
  unknown: string[]
  /** Cells that a row must have. */
  needed: number
}

/** The first line of SDMX-CSV says its version: `DATAFLOW` is 1.0, `STRUCTURE` is 2.x; with the sign that follows. */
export const csvStart = /^\uFEFF?"?(DATAFLOW|STRUCTURE(?:\[[^\]\n]*\])?)(?:: [^,;|\t\n"]*)?"?([,;|\t])/

/** What stands between the cells: the character behind the first term of the header. */
export const separatorOf = (start: string): string => csvStart.exec(start)?.[2] ?? ','

/** Columns that say what the row is about, besides its components. */
const ownColumns = /^(?:DATAFLOW|STRUCTURE(?:\[.*\])?|STRUCTURE_ID|STRUCTURE_NAME|ACTION|SERIES_KEY|OBS_KEY)$/

/**
 * What each column is. With a structure by its name, whatever the order; without one, what stands before the value is a dimension and
 * what stands behind it an attribute, as services write it.
 */
export function readCsvHeader(names: readonly string[], structure: DataStructure | null, components: Components): CsvHeader {
  const isBoth = names.slice(1).some((name) => /^[A-Za-z][\w@$-]*: /.test(name))
  const own = names.map((name) => name.split(': ', 1)[0]?.trim() ?? '')
  const ids = own.map((name) => name.replace(/\[.*\]$/, ''))
  // With `labels=name` each component has a second column with its words.
  const isWithNames = ids.includes('STRUCTURE_NAME')
  const first = ids.findIndex((_, at) => !ownColumns.test(own[at] ?? ''))
  const header: CsvHeader = { dimensions: [], time: null, measure: null, attributes: [], unknown: [], needed: 0 }
  // A value of a dimension is never a text.
  const coded = new Set([
    ...(structure?.dimensions ?? []).map((one) => one.id),
    ...(structure?.attributes ?? []).filter((one) => one.codelist !== null).map((one) => one.id),
  ])
  const measureAt = ids.indexOf(components.measure)
  for (const [at, id] of ids.entries()) {
    if (id === '' || ownColumns.test(own[at] ?? '') || (isWithNames && (at - first) % 2 === 1)) continue
    header.needed = Math.max(header.needed, at + 1)
    const isCoded = structure === null ? at < measureAt || id === components.time : coded.has(id) || id === components.time
    const text = (cells: readonly string[]) => {
      const cell = cells[at] ?? ''
      if (cell.trim() === '') return ''
      return isBoth && (isCoded || structure === null) ? codeOf(cell, isCoded) : cell
    }
    place(header, { id, text }, structure === null ? (at < measureAt ? 'dimension' : 'attribute') : null, components, structure)
  }
  return header
}

function place(
  header: CsvHeader,
  column: CsvColumn,
  guess: 'dimension' | 'attribute' | null,
  components: Components,
  structure: DataStructure | null,
): void {
  const { id } = column
  if (id === components.time) header.time = column
  else if (id === components.measure) header.measure = column
  else if (guess === 'dimension' && components.isDimensionOfSeries(id)) header.dimensions.push(column)
  else if (guess !== null) header.attributes.push(column)
  else if (structure?.dimensions.some((one) => one.id === id)) header.dimensions.push(column)
  else if (components.has(id)) header.attributes.push(column)
  else header.unknown.push(id)
}

/** `A: Annual` → `A`. Where nobody knows whether there is a code, only what looks like one is taken for it. */
function codeOf(cell: string, isCoded: boolean): string {
  const [code = ''] = cell.split(': ', 1)
  return isCoded || /^[\w@$-]+$/.test(code) ? code : cell
}
