import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCity } from '../src/actions/import-city.ts'
import { readConfiguration } from '../src/configuration.ts'
import { readCityFolder } from '../src/formats/city-folder/read-city-folder.ts'
import { readFolder } from '../src/formats/city-folder/read-folder.ts'
import { openRooms, programFile } from '../src/open-rooms.ts'
import { startBagdar } from './support/command-line.ts'
import { ask, hasPostgres, startOwnPostgres, type PostgresServer } from './support/postgres-server.ts'

const publicUrl = 'https://bagdar.test.example'

interface Running {
  child: ChildProcess
  address: string
  log: string[]
  ended: Promise<number | null>
}

describe.runIf(hasPostgres())('several processes on one PostgreSQL (skipped where it is missing: apt-get install postgresql)', () => {
  let postgres: PostgresServer
  let directory: string
  let mistakes: string
  const running: Running[] = []

  beforeAll(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-several-'))
    postgres = await startOwnPostgres()
    const rooms = await openRooms(readConfiguration({ DATABASE_URL: postgres.url }), false)
    const { folder } = readCityFolder(readFolder(fileURLToPath(programFile('demo/ulgiqala'))))
    await importCity(folder!, rooms.record, () => {})
    const city = (await rooms.record.findCity('ulgiqala'))!
    const [series] = await rooms.record.listSeries(city, new Date(), { indicator: 'U-4' })
    mistakes = `/en/ulgiqala/figures/${series?.address}/2023/mistakes`
    await rooms.close()
    running.push(...(await Promise.all([start(), start()])))
  })
  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL')
    await Promise.all(running.map(({ ended }) => ended))
    await postgres?.stop()
    fs.rmSync(directory, { recursive: true })
  })

  /** A server as in production; both begin at the same moment, so they meet at migrations and queues too. */
  async function start(): Promise<Running> {
    const child = startBagdar(directory, ['serve', '--json'], {
      DATABASE_URL: postgres.url,
      MODE: 'production',
      PUBLIC_URL: publicUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    })
    const log: string[] = []
    child.stderr.on('data', (chunk: Buffer) => log.push(...chunk.toString().split('\n')))
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    const address = await new Promise<string>((resolve, reject) => {
      child.stderr.on('data', () => {
        const port = log.map((line) => /"event":"server_started","port":(\d+)/.exec(line)?.[1]).find((found) => found !== undefined)
        if (port !== undefined) resolve(`http://127.0.0.1:${port}`)
      })
      void ended.then(() => reject(new Error(log.join('\n'))))
    })
    return { child, address, log, ended }
  }

  /** Sends a report as a browser behind the proxy does. */
  const send = (address: string, formKey: string, text: string): Promise<Response> =>
    fetch(`${address}${mistakes}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: publicUrl, host: 'bagdar.test.example', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ formKey, text }).toString(),
    })

  /** Sends until there is an answer that is one, to whichever server; the last one seen counts. */
  async function sendUntilAnswered(formKey: string, text: string, first: number): Promise<{ location: string | null; attempts: number }> {
    for (let attempt = 0; attempt < 100; attempt++) {
      const server = running[(first + attempt) % running.length]!
      const response = await send(server.address, formKey, text).catch(() => null)
      await response?.arrayBuffer().catch(() => {})
      if (response !== null && response.status < 500) {
        expect(response.status).toBe(303)
        return { location: response.headers.get('location'), attempts: attempt + 1 }
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`${formKey} was never answered.`)
  }
  const countOf = async (where: string): Promise<number> =>
    (await ask<{ count: number }>(postgres.url, `select count(*)::int as count from mistake_report where ${where}`)).count

  test('200 retries at once, at both, store one report and get one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) => {
        const response = await send(running[at % 2]!.address, 'one-form', 'sent two hundred times')
        return `${response.status} ${response.headers.get('location')}`
      }),
    )
    expect([...new Set(answers)]).toEqual([expect.stringMatching(/^303 .*\?sent=\d+$/)])
    expect(await countOf(`text = 'sent two hundred times'`)).toBe(1)
  })

  test('200 different reports at once are all stored, each under its own number', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, at) =>
        (await send(running[at % 2]!.address, `different-${at}`, `different ${at}`)).headers.get('location'),
      ),
    )
    expect(new Set(answers).size).toBe(200)
    expect(await countOf(`text like 'different %'`)).toBe(200)
  })

  test('what is published through one is on the page of the other at once', async () => {
    const pageOf = async ({ address }: Running): Promise<string> => await (await fetch(`${address}/en/ulgiqala/releases`)).text()
    const before = await Promise.all(running.map(pageOf))
    expect(before[0]).toBe(before[1])
    const rooms = await openRooms(readConfiguration({ DATABASE_URL: postgres.url }), false)
    const city = (await rooms.record.findCity('ulgiqala'))!
    const [release] = await rooms.record.listReleases(city, new Date())
    await rooms.record.withdrawRelease(city, release!.id, new Date(), 'test', 'Several processes see this reason')
    await rooms.close()
    const after = await Promise.all(running.map(pageOf))
    expect(after[0]).toBe(after[1])
    expect(after[0]).not.toBe(before[0])
  })

  test('one is killed under load: who sends again is answered, nothing is lost, nothing is there twice', async () => {
    const victim = running[0]!
    let isOver = false
    const sent: string[] = []
    const clients = Array.from({ length: 12 }, async (_, client) => {
      let retried = 0
      for (let at = 0; !isOver; at++) {
        const text = `under load ${client}-${at}`
        const { attempts } = await sendUntilAnswered(`load-${client}-${at}`, text, client)
        sent.push(text)
        if (attempts > 1) retried++
      }
      return retried
    })
    await until(() => sent.length > 100)
    victim.child.kill('SIGKILL')
    await victim.ended
    const atKill = sent.length
    await until(() => sent.length > atKill + 100)
    isOver = true
    const retried = (await Promise.all(clients)).reduce((sum, count) => sum + count, 0)
    expect(retried).toBeGreaterThan(0) // the killed one was really in use
    const { rows, texts } = await ask<{ rows: number; texts: number }>(
      postgres.url,
      `select count(*)::int as rows, count(distinct text)::int as texts from mistake_report where text like 'under load %'`,
    )
    expect([rows, texts]).toEqual([sent.length, sent.length])
    running.shift()
    running.push(await start())
  })

  test('one is asked to stop under load: it says so, finishes what it began, and ends with 0', async () => {
    const stopping = running[0]!
    let isOver = false
    const sent: string[] = []
    const clients = Array.from({ length: 8 }, async (_, client) => {
      for (let at = 0; !isOver; at++) {
        await sendUntilAnswered(`stop-${client}-${at}`, `until it stops ${client}-${at}`, client)
        sent.push(`${client}-${at}`)
      }
    })
    await until(() => sent.length > 50)
    stopping.child.kill('SIGTERM')
    await untilAsync(async () => (await fetch(`${stopping.address}/readyz`)).status === 503)
    expect(await (await fetch(`${stopping.address}/readyz`)).json()).toEqual({ ready: false, reasons: ['stopping'] })
    expect(await stopping.ended).toBe(0)
    isOver = true
    await Promise.all(clients)
    expect(await countOf(`text like 'until it stops %'`)).toBe(sent.length)
    const events = stopping.log
      .map((line) => /"event":"(server_\w+|shutdown_cut_short)"/.exec(line)?.[1])
      .filter((event) => event !== undefined)
    expect(events).toEqual(['server_started', 'server_stopping', 'server_stopped'])
    const statuses = stopping.log
      .filter((line) => line.includes('"event":"request"'))
      .map((line) => JSON.parse(line) as { status: number; route: string })
    expect(statuses.filter(({ status }) => status >= 500)).toEqual([])
  })

  test('a database that became read-only: posts are told so and keep the form, pages go on, and later the same form is stored once', async () => {
    const set = async (value: 'on' | 'off'): Promise<void> => {
      await ask(postgres.url, `alter system set default_transaction_read_only = ${value}`)
      await ask(postgres.url, 'select pg_reload_conf()')
    }
    const { address } = running.at(-1)!
    const readiness = async () => (await (await fetch(`${address}/readyz`)).json()) as unknown
    await set('on')
    await untilAsync(async () => (await fetch(`${address}/readyz`)).status === 503)
    expect(await readiness()).toEqual({ ready: false, reasons: ['database_read_only'] })
    const refused = await send(address, 'read-only', 'written while nothing could be stored')
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await refused.text()).toContain('written while nothing could be stored')
    for (const page of ['/en/ulgiqala/indicators', '/kk/ulgiqala/gaps', '/api/v1/cities'])
      expect((await fetch(address + page)).status).toBe(200)
    await set('off')
    await untilAsync(async () => (await fetch(`${address}/readyz`)).status === 200)
    expect((await send(address, 'read-only', 'written while nothing could be stored')).status).toBe(303)
    expect(await countOf(`text = 'written while nothing could be stored'`)).toBe(1)
  })

  test('the log is lines of JSON, and holds nothing of what was sent', () => {
    const lines = running.flatMap(({ log }) => log).filter((line) => line.startsWith('{'))
    expect(lines.length).toBeGreaterThan(100)
    for (const line of lines) expect(Object.keys(JSON.parse(line) as object).slice(0, 3)).toEqual(['time', 'level', 'event'])
    expect(lines.filter((line) => /under load|until it stops|different|formKey/.test(line))).toEqual([])
  })
})

const until = (is: () => boolean): Promise<void> => untilAsync(async () => is())

async function untilAsync(is: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; !(await is()); attempt++) {
    if (attempt > 3000) throw new Error('It did not come to that within a minute.')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
