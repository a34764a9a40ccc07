import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../../../test/support/make-zip.ts'
import { adb, readBook, readCsv, workbook } from '../../../test/support/made-input-output.ts'
import { bytesInMemory } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readWorkbook } from './open-workbook.ts'
import { readLines } from './scan-lines.ts'
import { scanSheet } from './scan-sheet.ts'

describe('hostile and broken files', () => {
  const codeOf = async (work: () => unknown): Promise<string | null> => {
    try {
      await work()
      return null
    } catch (error) {
      if (error instanceof FormatError) return error.code
      throw error
    }
  }

  test('what is no table is told to be none', async () => {
    expect(readCsv('').notices.map(({ code }) => code)).toEqual(['io_no_table'])
    expect(readCsv('hello\nworld\n').notices.map(({ code }) => code)).toEqual(['io_no_table'])
    expect(
      (
        await readBook([
          ['a', 'b'],
          ['c', 1],
        ])
      ).notices.map(({ code }) => code),
    ).toEqual(['io_no_table'])
    expect(await codeOf(() => readWorkbook(bytesInMemory('a.xlsx', makeZip([{ path: 'a.txt', bytes: Buffer.from('a') }]))))).toBe(
      'io_no_sheet',
    )
  })

  test('limits: columns, cells, lines, rows in order', async () => {
    const limits = { cells: 100, columns: 20, characters: 1000 }
    const sheet = (inside: string) =>
      bytesInMemory(
        'a.xlsx',
        makeZip([{ path: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(`<sheetData>${inside}</sheetData>`), stored: true }]),
      )
    expect(await codeOf(() => readWorkbook(sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), limits))).toBe('io_too_many_columns')
    expect(await codeOf(() => readWorkbook(sheet('<row><c r="T1"><v>1</v></c></row>'.repeat(6)), limits))).toBe('io_too_many_cells')
    expect(await codeOf(() => readWorkbook(sheet('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>')))).toBe(
      'io_rows_out_of_order',
    )
    expect(await codeOf(() => readWorkbook(sheet(`<row r="1"><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>`)))).toBe(
      'io_cell_too_long',
    )
    expect(await codeOf(() => readLines(bytesInMemory('a.csv', Buffer.alloc(20_000_000, 'x'))))).toBe('io_line_too_long')
  })

  test('a piece may end anywhere within a cell', async () => {
    const grid = await readWorkbook(workbook(adb))
    const xml = Buffer.from(
      '<sheetData><row r="1"><c r="A1"><v>12.5</v></c><c><v>7</v></c><c r="D1" t="s"><v>0</v></c><c t="b"><v>1</v></c></row></sheetData>',
    )
    for (let cut = 1; cut < xml.length; cut++) {
      const pieces = async function* () {
        yield xml.subarray(0, cut)
        yield xml.subarray(cut)
      }
      const [row] = await scanSheet('a', pieces(), ['text'])
      expect([...row!.values], `cut at ${cut}`).toEqual([12.5, 7, NaN, NaN, NaN])
      expect([...row!.texts]).toEqual([
        [3, 'text'],
        [4, '1'],
      ])
    }
    expect(grid.rows.length).toBe(adb.length)
  })

  test('any bytes in place of a file of lines end in a table, notices or a clear error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '1', '.', ';', '\t', '_', '\r') }), (text) => {
        expect(readCsv(text).notices.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
})
