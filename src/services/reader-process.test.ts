import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '../books/outcome.ts'
import type { ReadAnswer, ReadRequest } from '../formats/read-request.ts'
import { sheetData, workbook, workbookFiles, zip } from '../formats/table/xlsx-fixture.ts'
import { readInChild, type ReaderLimits } from './reader-process.ts'

const sourceProgram = join(import.meta.dirname, '../reader-child.ts')
/** Built, because it starts in a tenth of the time. */
const program = join(import.meta.dirname, '../../node_modules/.cache/bagdar-test/reader-child.mjs')
const limits: ReaderLimits = { seconds: 40, megabytes: 128 }
const mapping =
  'source: { id: a, name: a }\nindicator: { constant: "1" }\narea: { constant: KZ }\nunit: { constant: PT }\nperiod: Год\nvalue: Мән\n'
const source = { id: 'kazstat', name: {}, url: null, licence: null }

let folder: string
beforeAll(() => {
  buildSync({
    entryPoints: [sourceProgram],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  folder = mkdtempSync(join(tmpdir(), 'bagdar-reader-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function read(request: ReadRequest, own: Partial<ReaderLimits> = {}): Promise<Outcome<ReadAnswer>> {
  return readInChild<ReadAnswer>(program, request, { ...limits, ...own })
}
function table(name: string, content: string | Uint8Array): ReadRequest {
  writeFileSync(join(folder, name), content)
  return { kind: 'table', file: join(folder, name), mapping }
}

test.each([
  { case: 'built', from: program },
  { case: "as source, in the developer's checkout", from: sourceProgram },
])('a folder comes back as it is read here: $case', async ({ from }) => {
  const outcome = await readInChild<ReadAnswer>(
    from,
    { kind: 'open-sdg', folder: join(import.meta.dirname, '../../test/fixtures/open-sdg/kazstat'), source },
    limits,
  )
  expect(outcome.ok ? outcome.value.set?.indicators.length : outcome.refusal).toBe(15)
  expect(outcome.ok ? Object.keys(outcome.value.milliseconds) : []).toEqual(['open', 'read'])
})

test('a workbook comes back with its values', async () => {
  const outcome = await read(
    table(
      'good.xlsx',
      workbook(
        sheetData([
          ['Год', 'Мән'],
          ['2020', '5.10'],
        ]),
      ),
    ),
  )
  expect(outcome.ok ? outcome.value.set?.readings.map((one) => one.value) : outcome.refusal).toEqual(['5.10'])
})

test.each([
  {
    case: 'a file that is not there',
    request: () => ({ kind: 'table', file: join(folder, 'none.csv'), mapping }) as const,
    code: 'file_not_found',
  },
  {
    case: 'a mapping with a mistake',
    request: () => ({ kind: 'explain', file: (table('a.csv', 'a') as { file: string }).file, mapping: 'a: 1' }) as const,
    code: 'mapping_unknown_key',
  },
  {
    case: 'a folder that is no Open SDG folder',
    request: () => {
      mkdirSync(join(folder, 'empty'), { recursive: true })
      return { kind: 'open-sdg', folder: join(folder, 'empty'), source } as const
    },
    code: 'folder_not_readable',
  },
  { case: 'an endless row', request: () => table('row.csv', 'x'.repeat(5_000_000)), code: 'table_too_large' },
  { case: 'a million columns', request: () => table('columns.csv', ','.repeat(900_000)), code: 'table_too_large' },
  {
    case: 'a ZIP file that says it holds gigabytes',
    request: () => table('claims.xlsx', zip({ a: 'x' }, 4_000_000_000)),
    code: 'table_too_large',
  },
])('$case is refused with a reason', async ({ request, code }) => {
  const outcome = await read(request())
  expect(outcome.ok ? 'read' : outcome.refusal.code).toBe(code)
})

test.each([
  { case: 'that tells its size meets the memory limit', claimed: undefined, code: 'import_took_too_much_memory' },
  { case: 'that lies about its size is cut off there', claimed: 100, code: 'table_not_readable' },
])('a ZIP bomb $case, and the parent lives', async ({ claimed, code }) => {
  const rows = Buffer.alloc(300_000_000, '<row><c><v>1</v></c></row>\n')
  const sheet = Buffer.concat([Buffer.from('<worksheet><sheetData>'), rows, Buffer.from('</sheetData></worksheet>')])
  const bomb = zip(workbookFiles(sheet), claimed)
  expect(bomb.length).toBeLessThan(1_000_000)
  const outcome = await read(table('bomb.xlsx', bomb), { megabytes: 64 })
  expect(outcome.ok ? 'read' : outcome.refusal.code).toBe(code)
})

test('a sheet with one cell at the far corner ends, one way or the other', async () => {
  const corner = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
  const outcome = await read(table('corner.xlsx', workbook(corner)), { seconds: 20 })
  expect(outcome.ok ? 'read' : outcome.refusal.code).toMatch(
    /^(import_took_too_much_memory|import_took_too_long|table_too_large|table_column_missing)$/,
  )
})

test('YAML nested without end in a folder stops nothing', async () => {
  const sdg = join(folder, 'deep')
  mkdirSync(join(sdg, 'data'), { recursive: true })
  mkdirSync(join(sdg, 'meta'), { recursive: true })
  writeFileSync(join(sdg, 'data/indicator_1-1-1.csv'), 'Year,Value\n2020,1\n')
  writeFileSync(join(sdg, 'meta/1-1-1.yml'), '['.repeat(100_000))
  const outcome = await read({ kind: 'open-sdg', folder: sdg, source })
  expect(outcome.ok ? outcome.value.set?.readings.length : outcome.refusal).toBe(1)
})

test('a reader that takes too long is ended', async () => {
  const outcome = await read(table('slow.csv', 'Год,Мән\n'), { seconds: 0.05 })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'import_took_too_long' } })
})

test('a program that fails is a refusal, not a fault of the parent', async () => {
  const outcome = await readInChild(join(folder, 'no-such-program.mjs'), {}, limits)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'import_reader_failed' } })
})
