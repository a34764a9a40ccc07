import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sheetData, workbook, zip } from '../src/formats/table/xlsx-fixture.ts'
import { help } from '../src/cli/help.ts'
import { run } from '../src/cli/run.ts'
import { readConfiguration } from '../src/configuration.ts'
import type { ReadAnswer } from '../src/formats/read-request.ts'
import { drawSharesIn } from '../src/draw-shares.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { writeReportDocx } from '../src/formats/reports/report-docx.ts'
import { typesetPdf } from '../src/services/typst.ts'
import { readInChild } from '../src/services/reader-process.ts'
import { withScratchFile } from '../src/services/scratch-file.ts'
import { answerOf, bagdar, startBagdar, type Ended } from './support/command-line.ts'

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-cli-'))
const at = (name: string) => path.join(work, name)
const data = at('data')
const tables = fileURLToPath(programFile('test/fixtures/tables'))
const wages = path.join(tables, 'wages.csv')
const wagesMapping = path.join(tables, 'wages.yaml')
const utilities = at('utilities.xlsx')
const write = (name: string, content: string | Uint8Array): string => {
  fs.writeFileSync(at(name), content)
  return at(name)
}

const utilityRows = [
  ['Көрсеткіш', 'Атауы', '2022', '2023', '2024'],
  ['6.1.1', 'Таза ауызсу', '91.4', '93.25', '95'],
  ['7.1.1', 'Электрмен жабдықтау', '99.5', '99.7', null],
  ['11.6.1', 'Қоқыс жинау', null, '78.5', '81.05'],
]

let rooms: Awaited<ReturnType<typeof openRooms>>

/** Runs a command in this process, which holds the record: quicker than a process for each, and the same code. */
async function here(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const stream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const code = await run(
    args,
    { out: stream('out'), err: stream('err') },
    {
      serve: () => Promise.reject(new Error('Not here.')),
      work: () => Promise.reject(new Error('Not here.')),
      withScratchFile,
      fetchOutside: () => Promise.reject(new Error('Not here.')),
      read: (request) => readInChild<ReadAnswer>(fileURLToPath(programFile('dist/reader-child.js')), request),
      drawShares: drawSharesIn,
      publicAddress: 'http://127.0.0.1:8080',
      typeset: typesetPdf,
      writeDocx: writeReportDocx,
      newSecret: () => 'secret',
      clock: () => performance.now(),
      withBackups: () => Promise.reject(new Error('Not here.')),
      restore: () => Promise.reject(new Error('Not here.')),
      withRecord: (use) => use(rooms.record, rooms.inOneTransaction),
    },
  )
  return { code, ...said }
}

/** Runs a command as a shell does. It reaches the record of this process through the socket. */
const shell = (...args: string[]) => bagdar(data, args)

beforeAll(async () => {
  write('utilities.xlsx', workbook(sheetData(utilityRows), 'Үйлер'))
  rooms = await openRooms(readConfiguration({ DATA_DIR: data }), true)
  const seeded = await here('import', 'city', fileURLToPath(programFile('demo/ulgiqala')), '--json')
  expect(seeded.code, seeded.err).toBe(0)
})
afterAll(async () => {
  await rooms.close()
  fs.rmSync(work, { recursive: true, force: true })
})

describe('what is written wrongly gets exit code 2 and what to write', () => {
  test.each([
    { args: [], says: 'bagdar import open-sdg <folder>' },
    { args: ['imprt'], says: 'There is no command "imprt".\nSee: bagdar --help' },
    { args: ['constructor'], says: 'There is no command "constructor"' },
    { args: ['help', 'imprt'], says: 'There is no command "imprt"' },
    { args: ['check', '--cty', 'x'], says: "Unknown option '--cty'.\nSee: bagdar check --help" },
    { args: ['check', 'almaty'], says: '"almaty" is one word too many' },
    { args: ['import'], says: 'open-sdg, csv, xlsx, sdmx or city' },
    { args: ['import', 'csv', wages], says: '--explain: it proposes one' },
    { args: ['import', 'city', tables, '--draft'], says: "Unknown option '--draft'" },
    { args: ['release', 'withdraw', '1'], says: '--reason' },
    { args: ['export', 'observations', '--as-of', 'yesterday'], says: 'write it as 2026-11-22' },
  ])('bagdar $args', async ({ args, says }) => {
    const ended = await here(...args)
    expect(ended.out + ended.err).toContain(says)
    expect(ended.code).toBe(2)
  })
})

test.each(Object.keys(help))('help of "%s"', async (topic) => {
  const plain = await here(...(topic === '' ? ['--help'] : [topic, '--help']))
  expect(plain).toEqual({ code: 0, out: `${help[topic] ?? ''}\n`, err: '' })
})

describe('what cannot be done gets exit code 1, and with --json one document', () => {
  test.each([
    { case: 'a folder that is not there', args: ['import', 'open-sdg', at('nowhere')], says: 'does not exist' },
    { case: 'a folder that is no Open SDG folder', args: ['import', 'open-sdg', tables], says: 'has no folder "data"' },
    { case: 'a file instead of a folder', args: ['import', 'open-sdg', wages], says: 'is a file, not a folder' },
    { case: 'a folder instead of a file', args: ['import', 'csv', tables, '--explain'], says: 'is a folder, not a file' },
    { case: 'a folder that is no city', args: ['import', 'city', tables], says: 'docs/city-folder.md' },
    { case: 'a city that is not there', args: ['check', '--city', 'atlantis'], says: 'There is: ulgiqala' },
    { case: 'a release that is not there', args: ['release', 'publish', '99'], says: 'has no release 99' },
    { case: 'a release that is published', args: ['release', 'publish', '1'], says: 'only a draft release can be published' },
    { case: 'a version that is not there', args: ['programme', 'export', '--version', '99'], says: 'There are: 1, 2' },
    { case: 'a file that exists', args: ['programme', 'export', wages], says: 'nothing is overwritten' },
    { case: 'a folder that is not empty', args: ['export', 'city', tables], says: 'is not empty' },
    { case: 'an indicator that is not there', args: ['export', 'observations', '--indicator', '99.9'], says: 'no indicator 99.9' },
  ])('$case', async ({ args, says }) => {
    const ended = await here(...args, '--json')
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
    expect(answerOf(ended)).toHaveProperty('error')
    expect(ended.code).toBe(1)
  })
})

describe('tables, as docs/import-tables.md shows them', () => {
  const page = fs.readFileSync(programFile('docs/import-tables.md'), 'utf8')

  test.each(['wages.csv', 'wages.yaml', 'utilities.yaml'])('the page shows %s as it is', (file) => {
    expect(page).toContain(fs.readFileSync(path.join(tables, file), 'utf8'))
  })

  test.each([
    { case: 'without a mapping', args: ['csv', wages, '--explain'] },
    { case: 'with years in columns', args: ['xlsx', utilities, '--explain', '--mapping', path.join(tables, 'utilities.yaml')] },
  ])('the page shows what --explain says $case', async ({ args }) => {
    const ended = await here('import', ...args)
    expect(page).toContain(ended.out.trim())
    expect(ended.code).toBe(0)
  })

  test('a dry run says what would happen and stores nothing; the import stores it; doing it again brings nothing', async () => {
    const args = ['import', 'csv', wages, '--mapping', wagesMapping, '--json']
    const dry = answerOf(await shell(...args, '--dry-run'))
    expect(dry).toMatchObject({ rows: 6, observations: 6, series: 3, added: 6, notices: {}, release: null })
    const real = answerOf(await shell(...args))
    expect(real).toMatchObject({ rows: 6, observations: 6, series: 3, added: 6, release: expect.any(Number) as number })
    expect(Object.keys(real['milliseconds'] as object)).toEqual(['open', 'read', 'store'])
    expect(answerOf(await here(...args))).toMatchObject({ added: 0, release: null })
    const { out } = await here('export', 'observations', '--indicator', '8.5.1.1')
    expect(out.match(/287310\.50|345330\.50/g)).toEqual(['287310.50', '345330.50'])
  })

  test('years in columns: blank cells are no values; progress comes as plain lines', async () => {
    const ended = await shell('import', 'xlsx', utilities, '--mapping', path.join(tables, 'utilities.yaml'), '--json')
    expect(answerOf(ended)).toMatchObject({ rows: 3, observations: 7, series: 3, added: 7, notices: {} })
    expect(ended.err).toBe(`Reading ${utilities}\nComparing and storing 7 values\n`)
  })

  test('a draft is not seen until it is published, and a withdrawn release no more', async () => {
    const year = write('wages-2025.csv', 'Жыл;Қала;Жынысы;Мәні\n2025;Үлгіқала;барлығы;360 000,00\n')
    const draft = answerOf<{ release: number }>(await here('import', 'csv', year, '--mapping', wagesMapping, '--draft', '--json'))
    const seen = async () => (await here('export', 'observations', '--indicator', '8.5.1.1')).out.includes('360000.00')
    expect(await seen()).toBe(false)
    expect(answerOf(await here('check', '--json'))).toMatchObject({ orphans: 0, drafts: [{ number: draft.release }] })
    expect((await here('release', 'publish', String(draft.release))).code).toBe(0)
    expect(await seen()).toBe(true)
    const withdrawn = await here('release', 'withdraw', String(draft.release), '--reason', 'wrong year', '--json')
    expect(answerOf(withdrawn)).toEqual({ city: 'ulgiqala', release: draft.release, status: 'withdrawn' })
    expect(await seen()).toBe(false)
  })

  const wagesMappingText = fs.readFileSync(wagesMapping, 'utf8')
  test.each([
    {
      case: 'a misspelt key',
      mapping: wagesMappingText.replace('\nunit:', '\nunti:'),
      says: 'Line 6 of the mapping: the key “unti” is not known',
    },
    {
      case: 'a column that is not there',
      mapping: wagesMappingText.replace('period: Жыл', 'period: Year'),
      says: 'no column “Year”. It has: Жыл, Қала',
    },
    { case: 'nested too deeply', mapping: '['.repeat(100_000), says: 'is not YAML' },
    {
      case: 'an unpacked size of gigabytes',
      file: zip({ a: 'x' }, 4_000_000_000),
      mapping: wagesMappingText,
      says: 'The table is too large',
    },
    {
      case: 'a torn workbook',
      file: workbook(sheetData(utilityRows)).slice(0, 300),
      mapping: wagesMappingText,
      says: 'neither as CSV nor as XLSX',
    },
  ])('refused: $case', async ({ mapping, file, says }) => {
    const table = file === undefined ? wages : write('hostile.xlsx', file)
    const ended = await here('import', 'csv', table, '--mapping', write('mapping.yaml', mapping), '--json')
    expect(ended.err).toContain(says)
    expect(ended.err).not.toContain('    at ')
    expect(ended.code).toBe(1)
    answerOf(ended)
  })
})

describe('programme', () => {
  test('check names every problem with file, line and column; a file with errors is not taken in', async () => {
    const file = write('bad.yaml', 'format: bagdar-programme/1\nprogramme: Үлгі\nversion: 1\ntitel: { kk: Үлгі }\n')
    const ended = await here('programme', 'check', file)
    expect(ended.err).toMatch(/bad\.yaml:2:1: error: “Үлгі” cannot stand in an address/)
    expect(ended.err).toMatch(/bad\.yaml:4:1: error: There is no key “titel”/)
    expect(ended.code).toBe(1)
    const refused = await here('programme', 'import', file, '--json')
    expect(answerOf(refused)).toMatchObject({ refusal: { code: 'programme_file_invalid' } })
    expect(refused.code).toBe(1)
  })

  test('what is exported is taken in again as the same', async () => {
    const file = at('exported.yaml')
    expect((await here('programme', 'export', file)).code).toBe(0)
    expect((await here('programme', 'check', file)).code).toBe(0)
    expect(answerOf(await here('programme', 'import', file, '--json'))).toMatchObject({ release: null })
  })
})

test('a city that is exported and taken in elsewhere has the same figures, withdrawn releases and versions', async () => {
  const other = at('other')
  expect((await shell('export', 'city', at('folder'), '--json')).code).toBe(0)
  const taken = await bagdar(other, ['import', 'city', at('folder'), '--json'])
  expect(taken.code, taken.err).toBe(0)
  const answer = answerOf<{ releases: unknown[]; programmes: unknown[] }>(taken)
  expect(answer).toMatchObject({ rows: expect.any(Number) as number, observations: expect.any(Number) as number, notices: {} })

  type Item = { series: { address: string }; figure: { timePeriod: string; value: string | null } }
  const figuresOf = async (directory: string) =>
    answerOf<{ items: Item[] }>(await bagdar(directory, ['export', 'observations', '--json'])).items.map(
      ({ series, figure }) => `${series.address} ${figure.timePeriod} ${figure.value ?? 'gap'}`,
    )
  const figures = await figuresOf(data)
  expect(figures.length).toBeGreaterThan(180)
  expect(await figuresOf(other)).toEqual(figures)

  await bagdar(other, ['export', 'city', at('again')])
  const withdrawn = (folder: string) => fs.readFileSync(path.join(at(folder), 'releases.yaml'), 'utf8').match(/withdrawnReason: .*/g)
  expect(withdrawn('folder')).toContain('withdrawnReason: wrong year')
  expect(withdrawn('again')).toEqual(withdrawn('folder'))
  const versions = fs.readdirSync(path.join(at('folder'), 'programme'))
  expect(versions.length).toBeGreaterThan(1)
  for (const file of versions)
    expect(fs.readFileSync(path.join(at('again'), 'programme', file), 'utf8')).toBe(
      fs.readFileSync(path.join(at('folder'), 'programme', file), 'utf8'),
    )
})

test('beside a running server a command reaches the same record, and the page shows it at once; the port is taken then', async () => {
  const own = at('other')
  const server = startBagdar(own, ['serve', '--json'])
  try {
    const { address } = await new Promise<{ address: string }>((resolve, reject) => {
      server.stdout.once('data', (chunk: Buffer) => resolve(JSON.parse(chunk.toString()) as { address: string }))
      server.once('close', () => reject(new Error('The server ended.')))
    })
    const page = async () => (await fetch(`${address}en/ulgiqala/releases`)).text()
    expect(await page()).not.toContain('Wages of the year 2026')
    const mapping = write(
      'new.yaml',
      fs.readFileSync(wagesMapping, 'utf8').replace(/^title: .*$/m, 'title: { en: Wages of the year 2026 }'),
    )
    const table = write('new.csv', 'Жыл;Қала;Жынысы;Мәні\n2026;Үлгіқала;барлығы;377 000,00\n')
    const ended = await bagdar(own, ['import', 'csv', table, '--mapping', mapping, '--json'])
    expect(ended.code, ended.err).toBe(0)
    expect(await page()).toContain('Wages of the year 2026')

    const second = await bagdar(at('second'), ['serve'], {
      PORT: new URL(address).port,
      MODE: 'production',
      PUBLIC_URL: 'http://x.example',
      SMTP_URL: 'smtp://127.0.0.1:1',
    })
    expect(second.err).toContain('is taken. Stop what uses it, or choose another')
    expect(second.err).not.toContain('    at ')
    expect(second.code).toBe(1)
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.once('close', resolve))
  }
})
