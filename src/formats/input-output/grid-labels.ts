import type { Grid, GridRow } from './grid.ts'

/** Region and sector of a row or column, and how the sector is called in words. */
export interface GridLabel {
  region: string
  sector: string
  name: string
}

export interface GridLabels {
  /** The first row with numbers, as an index into `grid.rows`. */
  firstRow: number
  firstColumn: number
  /** Labels of the columns from `firstColumn` on. */
  columns: GridLabel[]
  /** Row of the sheet in which the column labels stand that notices point to. */
  headerRow: number
  /** Column in which the row labels stand that notices point to. */
  labelColumn: number
  labelOf(row: GridRow): GridLabel
}

/**
 * Finds the labels of a table, wherever its publisher put them: rows of labels above the numbers, columns of labels to their left.
 *
 * Two layouts are known. Region and sector apart: ADB (columns name, region, code; rows region, code), WIOD (code, name, region, number),
 * pymrio (region, sector, unit). Region and sector in one, `KAZ_A01`: OECD. A table of one region has sectors alone.
 *
 * Missing  null where there are no numbers with labels above and beside them.
 */
export function findLabels(grid: Grid): GridLabels | null {
  const firstRow = grid.rows.findIndex((row) => isData(row))
  const first = grid.rows[firstRow]
  if (first === undefined) return null
  const firstNumber = first.values.findIndex((value) => !Number.isNaN(value))
  const labelColumns = [...first.texts.keys()].filter((column) => column < firstNumber).toSorted((a, b) => a - b)
  const firstColumn = (labelColumns.at(-1) ?? -1) + 1
  const headers = grid.rows.slice(0, firstRow).filter((row) => row.texts.has(firstColumn))
  if (labelColumns.length === 0 || headers.length === 0) return null
  const width = Math.max(...headers.map((row) => row.values.length))
  return headers.length === 1 || labelColumns.length === 1
    ? joinedLabels(headers.at(-1)!, labelColumns, { firstRow, firstColumn, width })
    : apartLabels(headers, labelColumns, first, { firstRow, firstColumn, width })
}

/** Two numbers or more, with a text before them. */
function isData({ values, texts }: GridRow): boolean {
  const first = values.findIndex((value) => !Number.isNaN(value))
  if (first <= 0) return false
  const second = values.subarray(first + 1).findIndex((value) => !Number.isNaN(value))
  return second >= 0 && [...texts.keys()].some((column) => column < first)
}

interface Place {
  firstRow: number
  firstColumn: number
  width: number
}

/** One row of labels and one column: region and sector stand together, or there is one region only. */
function joinedLabels(header: GridRow, labelColumns: readonly number[], { firstRow, firstColumn, width }: Place): GridLabels {
  const labelColumn = labelColumns.at(-1) ?? 0
  const texts = Array.from({ length: width - firstColumn }, (_, at) => header.texts.get(firstColumn + at) ?? '')
  const split = splitsByRegion(texts) ? splitLabel : (text: string): GridLabel => ({ region: '', sector: text, name: text })
  return {
    ...{ firstRow, firstColumn, headerRow: header.row, labelColumn },
    columns: texts.map((text) => split(text)),
    labelOf: (row) => split(row.texts.get(labelColumn) ?? ''),
  }
}

function splitLabel(text: string): GridLabel {
  const [, region = '', sector = text] = /^([^_]+)_(.+)$/.exec(text) ?? []
  return { region, sector, name: sector }
}

/** Do the labels fall into regions of the same sectors? `KAZ_A01` does, `textile_and_leather` does not. */
function splitsByRegion(texts: readonly string[]): boolean {
  const sectors = new Map<string, number>()
  for (const text of texts) {
    const { region, sector } = splitLabel(text)
    if (region !== '') sectors.set(sector, (sectors.get(sector) ?? 0) + 1)
  }
  return [...sectors.values()].filter((count) => count > 1).length * 2 > sectors.size
}

/** Several rows and columns of labels: which of them say the region, the sector and its name, the first cell of the table shows. */
function apartLabels(
  headers: readonly GridRow[],
  labelColumns: readonly number[],
  first: GridRow,
  { firstRow, firstColumn, width }: Place,
): GridLabels {
  const pairs = headers.flatMap((header) =>
    labelColumns
      .filter((column) => alike(header.texts.get(firstColumn) ?? '', first.texts.get(column) ?? ''))
      .map((column) => ({ header, column })),
  )
  const repeats = ({ header }: { header: GridRow }) => header.texts.get(firstColumn) === header.texts.get(firstColumn + 1)
  const [lastHeader, lastColumn] = [headers.at(-1)!, labelColumns.at(-1) ?? 0]
  const region = pairs.find((pair) => repeats(pair)) ?? { header: headers.at(-2)!, column: labelColumns.at(-2) ?? 0 }
  const others = pairs.filter((pair) => pair.header !== region.header && pair.column !== region.column)
  const byLength = others.toSorted((a, b) => lengthOf(b, first) - lengthOf(a, first))
  const named = byLength.length > 1 ? byLength[0] : undefined
  const sector = others.find((pair) => pair !== named) ?? { header: lastHeader, column: lastColumn }
  // Names may stand beside the rows alone, as ADB has them.
  const nameColumn = named?.column ?? labelColumns.find((column) => column !== region.column && column < sector.column)
  const labelAt = (column: number): GridLabel => ({
    region: region.header.texts.get(column) ?? '',
    sector: plainCode(sector.header.texts.get(column) ?? ''),
    name: (named?.header ?? sector.header).texts.get(column) ?? '',
  })
  return {
    ...{ firstRow, firstColumn, headerRow: sector.header.row, labelColumn: sector.column },
    columns: Array.from({ length: width - firstColumn }, (_, at) => labelAt(firstColumn + at)),
    labelOf: (row) => {
      const code = plainCode(row.texts.get(sector.column) ?? '')
      const name = nameColumn === undefined ? code : (row.texts.get(nameColumn) ?? code)
      return { region: row.texts.get(region.column) ?? '', sector: code, name }
    },
  }
}

const lengthOf = ({ column }: { column: number }, row: GridRow): number => row.texts.get(column)?.length ?? 0
const alike = (a: string, b: string): boolean => a !== '' && plainCode(a) === plainCode(b)

/** WIOD numbers its rows `r1`, `r2` and its columns `c1`, `c2`. */
const plainCode = (code: string): string => code.replace(/^r(?=\d+$)/, 'c')
