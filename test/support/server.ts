import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { importCity } from '../../src/actions/import-city.ts'
import { readConfiguration } from '../../src/configuration.ts'
import { readCityFolder } from '../../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile, type Record as SiteRecord } from '../../src/open-rooms.ts'
import { createApp } from '../../src/web/app.ts'
import { PageCache } from '../../src/web/page-cache.ts'
import { startServer } from '../../src/web/server.ts'
import type { Site } from '../../src/web/site.ts'

export interface TestSite {
  record: SiteRecord
  /** The whole web; `changes` are what a test wants to be otherwise. */
  app(changes?: Partial<Site>): Hono
  /** Serves the web on a free port and returns its address, without slash at the end. */
  listen(): Promise<string>
  close(): Promise<void>
}

/**
 * The real site on an embedded database of its own, with cities of the demonstration. Call it in `beforeAll`.
 *
 * @throws {Error} stylesheet, script and fonts are not built; `npm test` builds them before the tests begin
 */
export async function openTestSite(...cities: Array<'almaty' | 'ulgiqala'>): Promise<TestSite> {
  if (!fs.existsSync(programFile('dist/assets.json'))) throw new Error('The site is not built. Run "npm run build" first.')
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-site-'))
  const { record, inOneTransaction, close } = await openRooms(readConfiguration({ DATA_DIR: directory }), false)
  for (const city of cities) {
    const { folder } = readCityFolder(readFolder(fileURLToPath(programFile(`demo/${city}`))))
    if (folder === null) throw new Error(`demo/${city} cannot be read`)
    await importCity(folder, record, () => {})
  }

  const app = (changes: Partial<Site> = {}): Hono =>
    createApp({
      record,
      now: () => new Date(),
      mode: 'demo',
      publicUrl: null,
      trustedProxies: [],
      assets: JSON.parse(fs.readFileSync(programFile('dist/assets.json'), 'utf8')) as Site['assets'],
      publicDirectory: fileURLToPath(programFile('dist/public')),
      pages: new PageCache(),
      findViewer: async () => null,
      inOneTransaction,
      ...changes,
    })
  const servers: Array<Awaited<ReturnType<typeof startServer>>> = []
  return {
    record,
    app,
    listen: async () => {
      const server = await startServer(app(), { port: 0, host: '127.0.0.1' })
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
