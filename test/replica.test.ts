import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCity } from '../src/actions/import-city.ts'
import { readConfiguration } from '../src/configuration.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile, type Rooms } from '../src/open-rooms.ts'
import { fileURLToPath } from 'node:url'
import { ask, hasPostgres, startOwnPostgres, startStandby, type PostgresServer, type Standby } from './support/postgres-server.ts'
import { openTestSite, type TestSite } from './support/server.ts'
import type { Hono } from 'hono'
import { PageCache } from '../src/web/page-cache.ts'

describe.runIf(hasPostgres())('a streaming replica (skipped where PostgreSQL is missing: apt-get install postgresql)', () => {
  let primary: PostgresServer
  let standby: Standby
  let rooms: Rooms
  let site: TestSite
  let app: Hono
  let mistakes: string
  const said: string[] = []

  beforeAll(async () => {
    primary = await startOwnPostgres()
    const writing = await openRooms(readConfiguration({ DATABASE_URL: primary.url }), false)
    const { folder } = readCityFolder(readFolder(fileURLToPath(programFile('demo/ulgiqala'))))
    await importCity(folder!, writing.record, () => {})
    await writing.close()
    standby = await startStandby(primary.url)
    const environment = { DATABASE_URL: primary.url, DATABASE_REPLICA_URL: standby.url }
    rooms = await openRooms(readConfiguration(environment), false, (_level, event) => said.push(event))
    site = await openTestSite() // for everything but the database
    const { record, replica, inOneTransaction } = rooms
    app = site.app({ record, replica, inOneTransaction, pages: new PageCache() })
    const city = (await record.findCity('ulgiqala'))!
    const [series] = await record.listSeries(city, new Date(), { indicator: 'U-4' })
    mistakes = `/en/ulgiqala/figures/${series?.address}/2023/mistakes`
    // A standby that has replayed nothing yet and is a moment behind is left for some seconds: opening the rooms has just written.
    await standby.catchUp()
  })
  afterAll(async () => {
    await site?.close()
    await rooms?.close()
    await standby?.stop()
    await primary?.stop()
  })

  /** How often the primary is asked while `work` is done. */
  async function askedOfPrimary(work: () => Promise<unknown>): Promise<number> {
    let count = 0
    const counting = (): void => void count++
    const { pool } = rooms.database
    pool.on('acquire', counting)
    await work()
    pool.off('acquire', counting)
    return count
  }
  const html = async (path: string, headers: Record<string, string> = {}) => {
    const response = await app.request(path, { headers })
    expect(response.status).toBe(200)
    return await response.text()
  }

  test('public pages and open data are read from the replica', async () => {
    expect(await askedOfPrimary(() => html('/en/ulgiqala/indicators'))).toBe(0)
    expect(await askedOfPrimary(() => html('/api/v1/observations?city=ulgiqala'))).toBe(0)
  })

  test('what is posted goes to the primary, and its writer reads there for a while', async () => {
    const body = new URLSearchParams({ text: 'It was 27.5', formKey: 'replica-1' }).toString()
    const headers = { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' }
    const response = await app.request(mistakes, { method: 'POST', headers, body })
    expect(response.status).toBe(303)
    expect((await ask<{ count: string }>(primary.url, 'select count(*) from mistake_report')).count).toBe('1')
    expect(response.headers.get('set-cookie')).toMatch(/^wrote=1; Max-Age=20; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(await askedOfPrimary(() => html('/en/ulgiqala/indicators', { cookie: 'wrote=1' }))).toBeGreaterThan(0)
  })

  test('what is published is on the page as soon as the replica has it', async () => {
    const city = (await rooms.record.findCity('ulgiqala'))!
    const before = await html('/en/ulgiqala/releases')
    await rooms.record.withdrawRelease(
      city,
      (await rooms.record.listReleases(city, new Date()))[0]!.id,
      new Date(),
      'test',
      'A reason of this test',
    )
    await standby.catchUp()
    const after = await html('/en/ulgiqala/releases')
    expect(after).not.toBe(before)
  })

  test('when it is gone the primary answers, in the middle of a request too, and the log says so once', async () => {
    const pages = ['/en/ulgiqala/programme', '/en/ulgiqala/gaps', '/en/ulgiqala/about', '/ru/ulgiqala/indicators']
    said.length = 0
    const answers = pages.map((path) => html(path))
    await standby.kill()
    await Promise.all(answers)
    for (const path of pages) await html(`${path}?x=1`)
    expect(said).toEqual(['replica_left'])
  })

  test('when it is back it is used again', async () => {
    await standby.start()
    for (let attempt = 0; attempt < 150 && !said.includes('replica_back'); attempt++) {
      await rooms.replica?.reading(() => rooms.record.stamp())
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect(said).toEqual(['replica_left', 'replica_back'])
    await standby.catchUp()
    expect(await askedOfPrimary(() => html('/kk/ulgiqala/indicators'))).toBe(0)
  })
})
