import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '../scripts/torture/faulty-disk.ts'
import { openDatabase, type Database } from '../src/store/database.ts'
import { isWriteStopped } from '../src/store/write-stopped.ts'

// A disk that fails under a running process: writes end with a clear error, reading goes on, nothing acknowledged is lost.
// The long run over all operations is `npm run torture -- io`.

const engineProgram = new URL('../scripts/torture/faulty-worker.ts', import.meta.url)

let root: string
let directory: string
let database: Database<object> | null = null
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-disk-'))
  directory = path.join(root, 'data')
})
afterEach(async () => {
  delete process.env['TORTURE_FAULT']
  await database?.close()
  database = null
  fs.rmSync(root, { recursive: true })
})

/** A database with three rows whose disk fails from now on, at the operation `at`. */
async function openFailing(fault: Omit<Fault, 'whileExists'>): Promise<Database<object>> {
  const whileExists = path.join(root, 'armed')
  process.env['TORTURE_FAULT'] = JSON.stringify({ ...fault, whileExists } satisfies Fault)
  database = await openDatabase<object>({ directory, engineProgram, serve: true })
  await database.pool.query('create table safe (n int primary key)')
  for (const n of [1, 2, 3]) await insert(database, n)
  fs.writeFileSync(whileExists, '')
  return database
}

const insert = async ({ pool }: Database<object>, n: number): Promise<unknown> => pool.query('insert into safe values ($1)', [n])
const read = async ({ pool }: Database<object>): Promise<number[]> =>
  (await pool.query<{ n: number }>('select n from safe order by n')).rows.map(({ n }) => n)
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

/** Adds rows until one is refused; gives those that were acknowledged, and the error. */
async function insertUntilRefused(failing: Database<object>): Promise<{ acknowledged: number[]; error: unknown }> {
  const acknowledged = [1, 2, 3]
  for (let n = 4; ; n++) {
    const error = await errorOf(insert(failing, n))
    if (error !== null) return { acknowledged, error }
    acknowledged.push(n)
  }
}

describe.each([
  { case: 'fsync fails once', fault: { at: 1, error: 'EIO', lasting: 'once' } },
  { case: 'every operation fails', fault: { at: 0, error: 'EIO', lasting: 'for ever' } },
  { case: 'the disk is full for ever', fault: { at: 4, error: 'ENOSPC', lasting: 'for ever' } },
] as const)('when $case', ({ fault }) => {
  test('the write in flight is not acknowledged, later ones are refused, reading goes on', async () => {
    const failing = await openFailing(fault)
    const { acknowledged, error } = await insertUntilRefused(failing)
    expect(isWriteStopped(error), String(error)).toBe(true)
    expect(failing.state()).toBe('read_only')
    expect((await read(failing)).slice(0, acknowledged.length)).toEqual(acknowledged)
    const refused = await errorOf(insert(failing, 1000))
    expect(refused).toMatchObject({ code: '25006' })
    expect(isWriteStopped(refused)).toBe(true)
    expect(await read(failing)).not.toContain(1000)
  })

  test('the next start finds all that was acknowledged', async () => {
    const { acknowledged } = await insertUntilRefused(await openFailing(fault))
    await database!.close()
    delete process.env['TORTURE_FAULT']
    database = await openDatabase<object>({ directory })
    expect((await read(database)).slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(database.state()).toBe('ok')
    await insert(database, 1000)
  })
})

test('what is open in a transaction at that moment ends with an error, not the process', async () => {
  const failing = await openFailing({ at: 0, error: 'EIO', lasting: 'for ever' })
  const client = await failing.pool.connect()
  await client.query('begin')
  await client.query('insert into safe values (4)')
  const error = await errorOf(client.query('commit'))
  expect(isWriteStopped(error), String(error)).toBe(true)
  const next = await errorOf(client.query('select 1'))
  expect(isWriteStopped(next), String(next)).toBe(true)
  client.release(true)
  expect((await read(failing)).slice(0, 3)).toEqual([1, 2, 3])
})

test('commands read on through the socket', async () => {
  const failing = await openFailing({ at: 0, error: 'EIO', lasting: 'for ever' })
  await insertUntilRefused(failing)
  const command = await openDatabase<object>({ directory })
  expect((await read(command)).slice(0, 3)).toEqual([1, 2, 3])
  expect(await errorOf(insert(command, 1000))).toMatchObject({ code: '25006' })
  await command.close()
})
