import fc from 'fast-check'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { writeParquet, type ParquetColumn } from './write-parquet.ts'

interface Row {
  name: string | null
  value: number | null
  count: number
  yes: boolean
  at: Date | null
}

const columns: ReadonlyArray<ParquetColumn<Row>> = [
  { name: 'name', type: 'STRING', of: ({ name }) => name },
  { name: 'value', type: 'DOUBLE', of: ({ value }) => value },
  { name: 'count', type: 'INT32', of: ({ count }) => count },
  { name: 'yes', type: 'BOOLEAN', of: ({ yes }) => yes },
  { name: 'at', type: 'TIMESTAMP', of: ({ at }) => at },
]

async function* inBatches(rows: readonly Row[], size: number): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

async function fileOf(rows: readonly Row[], size: number): Promise<{ file: ArrayBuffer; pieces: number[] }> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeParquet(columns, inBatches(rows, size), { title: 'Сынақ', licence: 'CC BY 4.0' })) pieces.push(piece)
  const whole = Buffer.concat(pieces)
  return { file: whole.buffer.slice(whole.byteOffset, whole.byteOffset + whole.length), pieces: pieces.map(({ length }) => length) }
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  name: fc.option(fc.string({ unit: 'grapheme' }), { nil: null }),
  value: fc.option(fc.double({ noNaN: true }), { nil: null }),
  count: fc.integer(),
  yes: fc.boolean(),
  at: fc.option(fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), { nil: null }),
})

test('what is written is read again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 30 }), fc.integer({ min: 1, max: 10 }), async (rows, size) => {
      const { file } = await fileOf(rows, size)
      const read = rows.length === 0 ? [] : await parquetReadObjects({ file })
      expect(read.map((row) => ({ ...row, at: row['at'] ?? null, name: row['name'] ?? null, value: row['value'] ?? null }))).toEqual(rows)
    }),
    { numRuns: 60 },
  )
})

test('the file says what it is and on which terms, also when it has no rows', async () => {
  const metadata = await parquetMetadataAsync((await fileOf([], 1)).file)
  expect(metadata.num_rows).toBe(0n)
  expect(metadata.key_value_metadata).toEqual([
    { key: 'title', value: 'Сынақ' },
    { key: 'licence', value: 'CC BY 4.0' },
  ])
})

test('many rows come in pieces, none of them more than a group, and in the same bytes however they arrive', async () => {
  const rows = Array.from({ length: 90_000 }, (_, at): Row => ({
    name: `row ${at}`,
    value: at / 7,
    count: at,
    yes: at % 2 === 0,
    at: null,
  }))
  const [whole, again] = [await fileOf(rows, 20_000), await fileOf(rows, 20_000)]
  expect(Buffer.from(again.file).equals(Buffer.from(whole.file))).toBe(true)
  expect(whole.pieces).toHaveLength(6)
  expect(Math.max(...whole.pieces)).toBeLessThan(whole.file.byteLength / 3)
  const metadata = await parquetMetadataAsync(whole.file)
  expect([metadata.num_rows, metadata.row_groups.length]).toEqual([90_000n, 5])
  const read = await parquetReadObjects({ file: whole.file, rowStart: 59_999, rowEnd: 60_001 })
  expect(read.map((row) => row['count'])).toEqual([59_999, 60_000])
})
