import { expect } from 'vitest'
import { makeZip } from './make-zip.ts'
import type { InputOutputTable } from '../../src/books/economy/input-output-table.ts'
import { bytesInMemory } from '../../src/formats/byte-source.ts'
import { readWorkbook } from '../../src/formats/input-output/open-workbook.ts'
import type { ReadTable, SaidOfTable } from '../../src/formats/input-output/read-result.ts'
import { readLines } from '../../src/formats/input-output/scan-lines.ts'
import { tableOfGrid } from '../../src/formats/input-output/table-of-grid.ts'

export type Cell = string | number | null
const column = (at: number): string => (at >= 26 ? column(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** A workbook as programs write it; `text` says how texts are stored. */
export function workbook(
  rows: readonly (readonly Cell[])[],
  { text = 'shared', zip64 = false }: { text?: 'shared' | 'inline' | 'formula'; zip64?: boolean } = {},
) {
  const shared: string[] = []
  const escaped = (value: string) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const cell = (value: Cell, at: string): string => {
    if (value === null) return `<c r="${at}" s="3"/>`
    if (typeof value === 'number')
      return text === 'formula' ? `<c r="${at}"><f>A1*2</f><v>${value}</v></c>` : `<c r="${at}" s="1"><v>${value}</v></c>`
    if (text === 'inline')
      return `<c r="${at}" t="inlineStr"><is><r><t>${escaped(value.slice(0, 2))}</t></r><r><t xml:space="preserve">${escaped(value.slice(2))}</t></r></is></c>`
    if (text === 'formula') return `<c r="${at}" t="str"><f>"x"</f><v>${escaped(value)}</v></c>`
    return `<c r="${at}" t="s"><v>${shared.push(`<si><t>${escaped(value)}</t></si>`) - 1}</v></c>`
  }
  const data = rows
    .map((row, i) => `<row r="${i + 1}" spans="1:9">${row.map((value, j) => cell(value, `${column(j)}${i + 1}`)).join('')}</row>`)
    .join('')
  const xml = (inside: string) => Buffer.from(`<?xml version="1.0"?>${inside}`)
  const archive = makeZip(
    [
      { path: 'xl/worksheets/sheet2.xml', bytes: xml(`<worksheet><sheetData>${data}</sheetData></worksheet>`) },
      { path: 'xl/worksheets/sheet1.xml', bytes: xml('<worksheet/>') },
      { path: 'xl/sharedStrings.xml', bytes: xml(`<sst>${shared.join('')}</sst>`) },
    ],
    { zip64 },
  )
  return bytesInMemory('table.xlsx', archive)
}

export const readBook = async (
  rows: readonly (readonly Cell[])[],
  how?: Parameters<typeof workbook>[1],
  said?: SaidOfTable,
): Promise<ReadTable> => tableOfGrid(await readWorkbook(workbook(rows, how)), said)
export const readCsv = (text: string, said?: SaidOfTable): ReadTable =>
  tableOfGrid(readLines(bytesInMemory('table.csv', Buffer.from(text))), said)

/** The numbers of every fixture below: two regions, two sectors, one column of final demand each, value added, output. */
export const numbers = {
  Z: [4, 1, 2, 3, 1, 6, 2, 1, 3, 2, 5, 1, 2, 1, 1, 7],
  Y: [10, 5, 8, 2, 4, 9, 3, 11.25],
  x: [25, 20, 24, 25.25],
}
export const valueAdded = [15, 10, 14, 13.25]
export const codes = (labels: readonly { code: string }[]) => labels.map(({ code }) => code)
export function expectTable({ table, notices }: ReadTable, sectors = ['c1', 'c2'], regions = ['KAZ', 'THA']): InputOutputTable {
  expect(notices).toEqual([])
  expect(codes(table!.regions)).toEqual(regions)
  expect(codes(table!.sectors)).toEqual(sectors)
  expect([...table!.Z]).toEqual(numbers.Z)
  expect([...table!.Y]).toEqual(numbers.Y)
  expect([...table!.x]).toEqual(numbers.x)
  return table!
}
export const z = (i: number): number[] => numbers.Z.slice(4 * i, 4 * i + 4)
export const y = (i: number): number[] => numbers.Y.slice(2 * i, 2 * i + 2)

/** The layout of the ADB MRIO. */
export const adb: Cell[][] = [
  ['ADB Multi-Regional Input-Output Table, 2022'],
  ['in millions of US dollars, current prices'],
  [null, null, null, null, 'KAZ', 'KAZ', 'THA', 'THA', 'KAZ', 'THA', 'ToT'],
  [null, null, null, null, 'c1', 'c2', 'c1', 'c2', 'F1', 'F1', 'ToT'],
  ...['KAZ', 'KAZ', 'THA', 'THA'].map((region, i): Cell[] => [
    ...[null, i % 2 === 0 ? 'Agriculture & fishing' : 'Mining', region, `c${(i % 2) + 1}`],
    ...[...z(i), ...y(i), numbers.x[i]!],
  ]),
  [null, 'Total intermediate consumption', 'ToT', 'r60', 10, 10, 10, 12],
  [null, 'Value added at basic prices', 'ToT', 'r64', ...valueAdded],
  [null, 'Output at basic prices', 'ToT', 'r69', ...numbers.x],
]
