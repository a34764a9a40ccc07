import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadTable } from '../src/actions/economy/load-table.ts'
import { keepCities } from '../src/actions/economy/keep-cities.ts'
import type { TwinNote } from '../src/books/economy/note/note.ts'
import { outlineOf } from '../src/books/economy/economy-content.ts'
import { languages } from '../src/books/text.ts'
import { run } from '../src/cli/run.ts'
import { readCsvRows } from '../src/formats/csv.ts'
import { packEconomy, unpackEconomy } from '../src/formats/input-output/pack-economy.ts'
import { readEconomy } from '../src/formats/input-output/read-economy.ts'
import { answerReadRequest } from '../src/formats/read-request.ts'
import { seedCooperation } from '../src/seed-cooperation.ts'
import { seedEconomy } from '../src/seed-economy.ts'
import { withScratchFile } from '../src/services/scratch-file.ts'
import { answerOf, type Ended } from './support/command-line.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let app: ReturnType<TestSite['app']>
const folder = mkdtempSync(path.join(tmpdir(), 'bagdar-note-'))
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  await seedCooperation(site.record)
  await seedEconomy(site.record)
  app = site.app()
})
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = async (address: string) => await app.request(`http://bagdar.example${address}`)
const textOf = async (address: string) => (await (await get(address)).text()).replaceAll('\u00A0', ' ')

/** Runs the command in this process, with the record of the site. */
async function bagdar(...args: string[]): Promise<Ended> {
  const said = { out: '', err: '' }
  const notHere = () => Promise.reject(new Error('Not here.'))
  const code = await run(
    ['economy', ...args],
    { out: { write: (text: string) => (said.out += text) }, err: { write: (text: string) => (said.err += text) } },
    {
      ...{ serve: notHere, work: notHere, fetchOutside: notHere, drawShares: notHere, withBackups: notHere, restore: notHere },
      ...{ typeset: notHere, writeDocx: notHere },
      ...{ publicAddress: 'http://127.0.0.1:8080', newSecret: () => 'secret', clock: () => performance.now(), withScratchFile },
      read: (request) => answerReadRequest(request, () => performance.now()),
      withRecord: (use) => use(site.record, (work) => work(site.record)),
    },
  )
  return { code, ...said }
}

describe('Almaty and Bangkok, of which only margins are known', () => {
  test.each(languages)('parts 1 to 3 and 8 speak of the countries, the others say what to load (%s)', async (language) => {
    const page = await textOf(`/${language}/almaty/cooperation/economy/bangkok`)
    // Published: methods of the project, B3; 66.8 and 325.9 billion of exports, similarity 27.1, distance 0.69.
    const comma = language === 'en' ? '.' : ','
    for (const figure of [`27${comma}07`, `0${comma}69`, `41${comma}4`, `6${comma}8`, `9${comma}5`]) expect(page).toContain(`>${figure}<`)
    expect(page.match(/bagdar economy import ADB-MRIO-2022\.xlsx/g)).toHaveLength(6)
    expect(page).toContain('kidb.adb.org/terms')
  })

  test('the statement of the visit that asked for it leads there, and back', async () => {
    const note = await textOf('/kk/almaty/cooperation/economy/bangkok')
    const [, statement] = /href="(\/kk\/almaty\/cooperation\/events\/\d+#statement-\d+)"/.exec(note) ?? []
    expect(statement).toBeDefined()
    const [event = '', anchor = ''] = (statement ?? '').split('#')
    const [, figure = ''] = (await textOf(event)).split(`id="${anchor}"`)
    expect(figure.split('</figure>')[0]).toContain('href="/kk/almaty/cooperation/economy/bangkok"')
  })
})

describe('Үлгіқала and Теңізкент, both invented', () => {
  test('all eight parts are computed, and the page says that nothing in it is real', async () => {
    const page = await textOf('/en/ulgiqala/cooperation/economy/tengizkent')
    expect(page.match(/· computed</g)).toHaveLength(8)
    expect(page).toContain('are invented, to show it whole')
    expect(page.match(/<svg/g)!.length).toBeGreaterThan(10)
  })

  test('every number opens to a formula that stands on the page', async () => {
    const page = await textOf('/ru/ulgiqala/cooperation/economy/tengizkent')
    const opened = [...page.matchAll(/class="fig" href="#([\w-]+)"/g)].map(([, id]) => id)
    expect(opened.length).toBeGreaterThan(150)
    for (const id of new Set(opened)) expect(page).toContain(`id="${id}"`)
  })

  test('every table is there as CSV, one alone and all together', async () => {
    const page = await textOf('/en/ulgiqala/cooperation/economy/tengizkent')
    const all = readCsvRows(await textOf('/en/ulgiqala/cooperation/economy/tengizkent/tables.csv'))
    const [, ...rows] = [...all]
    const keys = [...page.matchAll(/tengizkent\/(\w+)\.csv/g)].map(([, key]) => key!).filter((key) => key !== 'tables')
    expect(keys.length).toBeGreaterThan(15)
    for (const key of keys) {
      const own = [...readCsvRows(await textOf(`/en/ulgiqala/cooperation/economy/tengizkent/${key}.csv`))].slice(1)
      expect(own.map(({ raw }) => raw)).toEqual(rows.filter(({ cells }) => cells[1] === key).map(({ raw }) => raw))
      for (const { cells } of own) expect(cells).toHaveLength(22)
    }
  })

  test('the loaded table comes back as a list of flows', async () => {
    const file = path.join(folder, 'flows.csv')
    writeFileSync(file, await textOf('/en/ulgiqala/cooperation/economy-tables/1/flows.csv'))
    const city = (await site.record.findCity('ulgiqala'))!
    const kept = unpackEconomy((await site.record.readEconomyTable(city, 1))!)
    const { content } = await readEconomy(file)
    expect(content).toMatchObject({ kind: 'table', table: { Z: kept.kind === 'table' ? kept.table.Z : null } })
  })
})

test.each([
  '/en/almaty/cooperation/economy/nowhere',
  '/en/almaty/cooperation/economy/bangkok?asOf=2020-01-01',
  '/en/almaty/cooperation/economy/bangkok/nothing.csv',
  '/en/almaty/cooperation/economy/bangkok/tables.txt',
  '/en/almaty/cooperation/economy-tables/1/flows.csv',
  '/en/almaty/cooperation/economy-tables/99/flows.csv',
])('there is nothing at %s', async (address) => {
  expect((await get(address)).status).toBe(404)
})

describe('bagdar economy', () => {
  test('twin --json gives eight parts with their status, of the stored table', async () => {
    const note = answerOf<TwinNote>(await bagdar('twin', '--a', 'almaty', '--b', 'bangkok', '--json'))
    expect(note.parts.map(({ status }) => status)).toEqual([
      ...['partly', 'partly', 'partly', 'missing', 'missing', 'missing', 'missing', 'computed'],
    ])
  })

  test('twin in words, and its tables in a new file', async () => {
    const file = path.join(folder, 'note.csv')
    const { code, out } = await bagdar('twin', '--a', 'ulgiqala', '--b', 'tengizkent', '--csv', file)
    expect(code).toBe(0)
    expect(out).toContain('8. Data, formulas, licence: computed')
    expect(out).toMatch(/Ülgiqala: Metals → Tengizkent: construction .* \d\.\d\d–\d\.\d\d/)
    expect(existsSync(file)).toBe(true)
    expect((await bagdar('twin', '--a', 'ulgiqala', '--b', 'tengizkent', '--csv', file)).err).toContain('exists already')
  })

  test.each([
    { case: 'an unknown city', args: ['twin', '--a', 'almaty', '--b', 'nowhere'], says: 'Known are: almaty, bangkok', code: 1 },
    { case: 'one city', args: ['twin', '--a', 'almaty'], says: 'Say which two cities', code: 2 },
    { case: 'a table without a source', args: ['import', 'table.xlsx'], says: '--title, --licence and --address', code: 2 },
    { case: 'a file that is not there', args: ['cities', 'nowhere.yaml'], says: 'does not exist', code: 1 },
  ])('$case is refused in words', async ({ args, says, code }) => {
    const ended = await bagdar(...args)
    expect(ended.err).toContain(says)
    expect(ended.code).toBe(code)
  })

  test('cities names every mistake with its line, and stores nothing', async () => {
    const file = path.join(folder, 'economy.yaml')
    writeFileSync(file, 'format: bagdar-economy/1\ncities:\n  almaty:\n    name: { en: Almaty }\n    country: KAZ\n')
    const ended = await bagdar('cities', file, '--city', 'almaty')
    expect(ended.code).toBe(1)
    expect(ended.err).toContain(`${file}:3:`)
  })

  test('import of a newer table makes the note anew, and the older one stands as it was', async () => {
    const before = new Date()
    const city = (await site.record.findCity('ulgiqala'))!
    const flows = await textOf('/en/ulgiqala/cooperation/economy-tables/1/flows.csv')
    const file = path.join(folder, 'newer.csv')
    writeFileSync(file, flows.replaceAll(',2024\n', ',2025\n'))
    const source = ['--title', 'Newer', '--licence', 'CC0-1.0', '--address', 'https://example.org']
    const ended = await bagdar('import', file, ...source, '--city', 'ulgiqala', '--json')
    expect(ended.code, ended.err).toBe(0)
    expect(answerOf<{ table: number; notes: unknown[] }>(ended)).toMatchObject({ table: 2, notes: [{ a: 'ulgiqala', b: 'tengizkent' }] })
    expect(await textOf('/en/ulgiqala/cooperation/economy/tengizkent')).toContain('Data of 2025')
    expect((await site.record.findTwinNote(city, 'ulgiqala', 'tengizkent', before))?.note.year).toBe(2024)
  })

  test('a statement that nobody made is refused', async () => {
    const city = (await site.record.findCity('almaty'))!
    const [given] = await site.record.listCityEconomies(city)
    const refused = await keepCities({ city, given: [{ ...given!, askedBy: ['Nobody said this'] }], at: new Date() }, site.record)
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'economy_statement_unknown' } })
  })
})

test('a table that lacks a country makes no note, and the margins stay', async () => {
  const city = (await site.record.findCity('almaty'))!
  const { content } = await readEconomy(path.resolve(import.meta.dirname, '../demo/ulgiqala/economy/flows.csv'))
  const source = { title: 'Other', licence: 'CC0-1.0', address: 'https://example.org', sha256: '' }
  const input = { city, outline: outlineOf(content!), source, noticeCounts: {}, packed: packEconomy(content!), at: new Date() }
  const loaded = await loadTable(input, site.record)
  expect(loaded.ok).toBe(true)
  expect((await site.record.findTwinNote(city, 'almaty', 'bangkok', new Date()))?.note.source.kind).toBe('margins')
})
