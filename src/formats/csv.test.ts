import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvTooLarge, decodeText, readCsvRows } from './csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const cells = (text: string, separator?: string) => [...readCsvRows(text, separator)].map((row) => row.cells)

describe('readCsvRows', () => {
  test.each([
    {
      case: 'plain rows',
      text: 'a,b\n1,2\n',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    { case: 'the last line needs no ending', text: 'a\n1', rows: [['a'], ['1']] },
    {
      case: 'CRLF is an ending, not a part of the cell',
      text: 'a,b\r\n1,2\r\n',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    { case: 'a separator inside quotes', text: '"a,b",c', rows: [['a,b', 'c']] },
    { case: 'a doubled quote is a quote', text: '"a ""b""",c', rows: [['a "b"', 'c']] },
    {
      case: 'a line break inside quotes',
      text: '"a\nb",c\nd,e',
      rows: [
        ['a\nb', 'c'],
        ['d', 'e'],
      ],
    },
    { case: 'a quote in the middle of a cell stays', text: '5" pipe,1', rows: [['5" pipe', '1']] },
    { case: 'spaces stay: they are what stands in the file', text: ' 46.1 ,x', rows: [[' 46.1 ', 'x']] },
    { case: 'empty cells and empty lines', text: ',,\n\n', rows: [['', '', ''], ['']] },
    { case: 'nothing', text: '', rows: [] },
  ])('$case', ({ text, rows }) => {
    expect(cells(text)).toEqual(rows)
  })

  test('a semicolon or a tab separates when told so', () => {
    expect(cells('a;1,5', ';')).toEqual([['a', '1,5']])
    expect(cells('a\t1', '\t')).toEqual([['a', '1']])
  })

  test('line numbers and raw rows lead back to the file', () => {
    const rows = [...readCsvRows('Year,Note\r\n2020,"two\r\nlines"\r\n2021, x \r\n')]
    expect(rows.map((row) => row.line)).toEqual([1, 2, 4])
    expect(rows.map((row) => row.raw)).toEqual(['Year,Note', '2020,"two\r\nlines"', '2021, x '])
  })

  test('a quote that never closes is said, not guessed', () => {
    expect([...readCsvRows('a,b\n"1,2\n3,4')].map((row) => row.unclosedQuote)).toEqual([false, true])
  })

  test.each([
    { case: 'an endless row', text: 'x'.repeat(200) },
    { case: 'an endless quoted row', text: `"${'x'.repeat(200)}` },
    { case: 'too many columns', text: ','.repeat(20) },
    { case: 'too many quoted columns', text: `"",`.repeat(20) },
  ])('$case stops at its line', ({ text }) => {
    expect(() => [...readCsvRows(`ok\n${text}`, ',', { rowCharacters: 100, columns: 10 })]).toThrow(CsvTooLarge)
  })

  test('whatever is written with quotes is read back the same', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ә', ' ', '"', ',', '\n', '5') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(cells(text)).toEqual(rows)
      }),
      { seed: 7 },
    )
  })
})

describe('decodeText', () => {
  test.each([
    { case: 'a byte order mark is taken off and named', text: '\ufeffa\n', mark: true, endings: 'lf' },
    { case: 'CRLF throughout', text: 'a\r\nb\r\n', mark: false, endings: 'crlf' },
    { case: 'both endings in one file', text: 'a\r\nb\n', mark: false, endings: 'mixed' },
  ])('$case', ({ text, mark, endings }) => {
    const decoded = decodeText(bytes(text))
    expect(decoded.byteOrderMark).toBe(mark)
    expect(decoded.lineEndings).toBe(endings)
    expect(decoded.text.startsWith('\ufeff')).toBe(false)
  })

  test('bytes that are not UTF-8 are named', () => {
    expect(decodeText(new Uint8Array([0xc0, 0x20])).utf8).toBe(false)
    expect(decodeText(bytes('қала')).utf8).toBe(true)
  })
})
