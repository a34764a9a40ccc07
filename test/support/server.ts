import { AsyncLocalStorage } from 'node:async_hooks'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { findViewer } from '../../src/actions/accounts/find-viewer.ts'
import { importCity } from '../../src/actions/import-city.ts'
import { readConfiguration } from '../../src/configuration.ts'
import { readCityFolder } from '../../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../../src/formats/city-folder/read-folder.ts'
import { openOperations } from '../../src/operations.ts'
import { openProofs } from '../../src/open-proofs.ts'
import { openUploads } from '../../src/open-uploads.ts'
import { openVoting } from '../../src/open-voting.ts'
import { openRooms, programFile, type Record as SiteRecord } from '../../src/open-rooms.ts'
import { accountServices } from '../../src/services/accounts.ts'
import { createApp } from '../../src/web/app.ts'
import { PageCache } from '../../src/web/page-cache.ts'
import { startServer } from '../../src/web/server.ts'
import { typesetApart, writeDocxApart } from '../../src/typeset-apart.ts'
import type { Operations } from '../../src/web/operations.ts'
import type { SignIn } from '../../src/web/sign-in-session.ts'
import type { Site } from '../../src/web/site.ts'

export interface TestSite {
  record: SiteRecord
  operations: Operations
  /** Where its database lies: `openDatabase` with this directory comes in beside it. */
  directory: string
  /** What the web is handed for signing in. */
  signIn: SignIn
  /** The whole web; `changes` are what a test wants to be otherwise. */
  app(changes?: Partial<Site>): Hono
  /** Serves the web on a free port and returns its address, without slash at the end. */
  listen(changes?: Partial<Site>): Promise<string>
  close(): Promise<void>
}

const transacting = new AsyncLocalStorage<true>()

/** A measurement is no run of the tests: what it begins with goes when it ends. */
function templatesOfThisProcess(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-templates-'))
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}

/**
 * The record, but what runs inside a transaction may not ask it: the embedded database has one connection, and the question would wait for
 * the end of the transaction, which waits for the answer.
 */
const onlyOutsideTransactions = (record: SiteRecord): SiteRecord =>
  new Proxy(record, {
    get: (target, name: keyof SiteRecord) => {
      const asksTheDatabase = typeof target[name] === 'function' && name !== 'newId' && name !== 'now'
      if (asksTheDatabase && transacting.getStore()) throw new Error(`${name} is asked of the record past the transaction that runs.`)
      return target[name]
    },
  })

/**
 * A data directory with these cities. To migrate and import takes seconds, and each time the same comes of it: it is done once in a run of
 * the tests, by whoever needs it first (`prepare-tests.mjs`).
 */
async function templateOf(cities: readonly string[]): Promise<string> {
  const templates = process.env['BAGDAR_TEST_TEMPLATES'] ?? templatesOfThisProcess()
  const template = path.join(templates, ['site', ...cities].join('-'))
  if (fs.existsSync(template)) return template
  const unfinished = fs.mkdtempSync(`${template}.`)
  const { record, close } = await openRooms(readConfiguration({ DATA_DIR: unfinished }), false)
  for (const city of cities) {
    const { folder } = readCityFolder(readFolder(fileURLToPath(programFile(`demo/${city}`))))
    if (folder === null) throw new Error(`demo/${city} cannot be read`)
    await importCity(folder, record, () => {})
  }
  await close()
  try {
    fs.renameSync(unfinished, template)
  } catch (error) {
    if (!fs.existsSync(template)) throw error // another worker was first
  }
  return template
}

/**
 * The real site on an embedded database of its own, with cities of the demonstration. Call it in `beforeAll`.
 *
 * @throws {Error} stylesheet, script and fonts are not built; `npm test` builds them before the tests begin
 */
export async function openTestSite(...cities: Array<'almaty' | 'ulgiqala'>): Promise<TestSite> {
  if (!fs.existsSync(programFile('dist/assets.json'))) throw new Error('The site is not built. Run "npm run build" first.')
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-site-'))
  fs.cpSync(await templateOf(cities), directory, { recursive: true })
  const rooms = await openRooms(readConfiguration({ DATA_DIR: directory }), true)
  const { record, inOneTransaction, close } = rooms
  const operations = openOperations(
    { metricsToken: null },
    rooms,
    () => {},
    () => false,
  )
  const proofs = await openProofs({ dataDirectory: directory, identityProvidersFile: null })
  const signIn = { services: accountServices({ secretKey: null, dataDirectory: directory }), mailbox: true, ...proofs }
  const uploads = openUploads({ dataDirectory: directory }, fileURLToPath(programFile('dist/reader-child.js')))
  const app = (changes: Partial<Site> = {}): Hono => {
    const now = () => changes.now?.() ?? new Date()
    const asked = changes.findViewer ?? ((token: string) => findViewer(token, { record, now: now() }))
    const voting = openVoting({ record: { ...record, now }, inOneTransaction, findViewer: asked })
    return createApp({
      record: onlyOutsideTransactions(voting.record),
      now: () => new Date(),
      mode: 'demo',
      publicUrl: null,
      trustedProxies: [],
      assets: JSON.parse(fs.readFileSync(programFile('dist/assets.json'), 'utf8')) as Site['assets'],
      publicDirectory: fileURLToPath(programFile('dist/public')),
      pages: new PageCache(),
      operations,
      replica: null,
      signIn,
      uploads,
      voting: voting.voting,
      signatureVerifier: null,
      translationService: null,
      typeset: typesetApart,
      writeDocx: writeDocxApart,
      findViewer: asked,
      inOneTransaction: (use) => transacting.run(true, () => voting.inOneTransaction(use)),
      ...changes,
    })
  }
  const servers: Array<Awaited<ReturnType<typeof startServer>>> = []
  return {
    record,
    operations,
    directory,
    signIn,
    app,
    listen: async (changes) => {
      const server = await startServer(app(changes), { port: 0, host: '127.0.0.1' })
      servers.push(server)
      return `http://127.0.0.1:${server.port}`
    },
    close: async () => {
      for (const server of servers) await server.close()
      await close()
      fs.rmSync(directory, { recursive: true })
    },
  }
}
