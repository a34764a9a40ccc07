import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
// @ts-expect-error a script without types
import * as scripts from '../../scripts/postgres.mjs'

/** What `scripts/postgres.mjs` exports and tests need. */
const { findOwner, findPrograms, freePort, startPostgres } = scripts as {
  startPostgres(options: { durable: boolean }): Promise<PostgresServer | null>
  findPrograms(): string | null
  findOwner(): { uid: number; gid: number }
  freePort(): Promise<number>
}

export interface PostgresServer {
  url: string
  stop(): Promise<void>
}

/** Whether there is a PostgreSQL on this machine of which tests can start servers of their own. */
export const hasPostgres = (): boolean => findPrograms() !== null

/** A server of this test alone, that it may stop, break and make read-only; `durable` for measurements. */
export async function startOwnPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const server = await startPostgres({ durable })
  if (server === null) throw new Error('There is no PostgreSQL. Install one: apt-get install postgresql')
  return server
}

export interface Standby {
  url: string
  /** As when the machine loses its power. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Waits until it shows what the primary held when this was called, and listens for more. */
  catchUp(): Promise<void>
  stop(): Promise<void>
}

/** A streaming replica of the server, made by pg_basebackup. */
export async function startStandby(primary: string): Promise<Standby> {
  const programs = findPrograms()!
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-standby-'))
  const owner: Partial<ReturnType<typeof findOwner>> = process.getuid?.() === 0 ? findOwner() : {}
  if (owner.uid !== undefined && owner.gid !== undefined) fs.chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const arguments_ = ['-D', data, '-d', primary, '--write-recovery-conf', '--checkpoint=fast', '--no-sync']
  execFileSync(path.join(programs, 'pg_basebackup'), arguments_, { ...owner, cwd: folder, stdio: ['ignore', 'ignore', 2] })
  const port = await freePort()
  const url = Object.assign(new URL(primary), { port: String(port) }).href
  let server: ChildProcess | null = null
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    const child = server
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const exit = new Promise((resolve) => child.on('exit', resolve))
    child.kill(signal)
    await exit
  }
  const standby: Standby = {
    url,
    start: async () => {
      const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'].flatMap((each) => ['-c', each])
      const log = fs.openSync(path.join(folder, 'log'), 'a')
      server = spawn(path.join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
        ...owner,
        cwd: folder,
        stdio: ['ignore', log, log],
      })
      await until(async () => (await ask<{ on: boolean }>(url, 'select exists (select from pg_stat_wal_receiver) as on')).on)
    },
    kill: () => ended('SIGKILL'),
    catchUp: async () => {
      const { lsn } = await ask<{ lsn: string }>(primary, 'select pg_current_wal_lsn()::text as lsn')
      const there = `pg_last_wal_replay_lsn() >= '${lsn}'::pg_lsn and exists (select from pg_stat_wal_receiver)`
      await until(async () => (await ask<{ there: boolean }>(url, `select ${there} as there`)).there)
    },
    stop: async () => {
      await ended('SIGINT')
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
  await standby.start()
  await standby.catchUp()
  return standby
}

/** The first row of an answer, on a connection of its own. */
export async function ask<Row>(url: string, statement: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(statement)).rows[0] as Row
  } finally {
    await client.end().catch(() => {})
  }
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const there = await is().catch((error: unknown) => {
      if (attempt >= 200) throw error
      return false
    })
    if (there) return
    if (attempt >= 200) throw new Error('It did not come to that within 20 seconds.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
