import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, expect, test } from 'vitest'
import { readInputOutput } from './read-input-output.ts'

const folder = mkdtempSync(join(tmpdir(), 'bagdar-parquet-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rows = [
  ['KAZ', 'c1', 'KAZ', 'c1', 4],
  ['KAZ', 'c1', 'THA', 'c1', 2.1],
  ['THA', 'c1', 'KAZ', 'c1', 3],
  ['KAZ', 'c1', 'KAZ', 'households', 10],
  ['THA', 'c1', 'THA', 'households', 7.5],
  ['', 'output', 'KAZ', 'c1', 16.1],
  ['', 'output', 'THA', 'c1', 10.5],
] as const
const columns = ['from_region', 'from_sector', 'to_region', 'to_sector'] as const

function fileOf(name: string, leftOut = '', unitOf: (row: number) => string = () => 'million USD'): string {
  const columnData = [
    ...columns.map((column, at) => ({ name: column as string, data: rows.map((row) => row[at] as string), type: 'STRING' as const })),
    { name: 'value', data: Float64Array.from(rows, (row) => row[4]), type: 'DOUBLE' as const },
    { name: 'unit', data: rows.map((_, at) => unitOf(at)), type: 'STRING' as const },
    { name: 'year', data: Int32Array.from(rows, () => 2022), type: 'INT32' as const },
  ].filter((column) => column.name !== leftOut)
  writeFileSync(join(folder, name), new Uint8Array(parquetWriteBuffer({ columnData })))
  return join(folder, name)
}

test('the same flows as CSV and as Parquet are the same table', async () => {
  const csv = join(folder, 'flows')
  const lines = rows.map((row) => `${row.join(',')},million USD,2022`)
  writeFileSync(csv, `from_region,from_sector,to_region,to_sector,value,unit,year\n${lines.join('\n')}\n`)
  const [ofCsv, ofParquet] = [await readInputOutput(csv), await readInputOutput(fileOf('flows.parquet'))]
  expect(ofParquet.notices).toEqual([])
  expect({ ...ofParquet.table, name: '' }).toEqual({ ...ofCsv.table, name: '' })
})

test('two currencies are named with their row, a column that is missing by its name', async () => {
  const { table, notices } = await readInputOutput(fileOf('mixed.parquet', '', (at) => (at === 2 ? 'million KZT' : 'million USD')))
  expect(table).toBeNull()
  expect(notices).toMatchObject([{ code: 'io_units_differ', line: 3, value: 'million USD, million KZT' }])
  await expect(readInputOutput(fileOf('short.parquet', 'to_sector'))).rejects.toMatchObject({ code: 'io_column_missing' })
})

test('what only begins like Parquet is refused', async () => {
  const file = join(folder, 'broken.parquet')
  writeFileSync(file, 'PAR1 and nothing more')
  await expect(readInputOutput(file)).rejects.toMatchObject({ code: 'io_parquet_not_readable' })
})
