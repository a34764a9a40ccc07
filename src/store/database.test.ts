import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import { openDatabase, type Database } from './database.ts'
import { socketPath } from './embedded/socket-path.ts'

describe.each(testDatabases())('the driver on $name', ({ open }) => {
  let database: Awaited<ReturnType<typeof open>>
  beforeAll(async () => void (database = await open()))
  afterAll(() => database.close())

  const one = async (text: string, values: unknown[] = []): Promise<unknown> =>
    Object.values((await database.pool.query<Record<string, unknown>>(text, values)).rows[0]!)[0]

  test.each([
    { case: 'a date is a day, not a moment', sql: "select date '2015-11-17' as v", value: '2015-11-17' },
    { case: 'a count is a number', sql: 'select count(*) as v from (values (1), (2)) t', value: 2 },
    { case: 'a decimal keeps its digits', sql: "select numeric '12.50' as v", value: '12.50' },
    { case: 'a moment is a Date', sql: "select timestamptz '2015-11-17 06:00+06' as v", value: new Date('2015-11-17T00:00:00Z') },
    { case: 'JSON is a value', sql: 'select \'{"kk": "Қала"}\'::jsonb as v', value: { kk: 'Қала' } },
    { case: 'an array is an array', sql: "select array['ә', null] as v", value: ['ә', null] },
  ])('$case', async ({ sql, value }) => {
    expect(await one(sql)).toEqual(value)
  })

  test('a bigint that no number can hold is refused, not rounded', async () => {
    await expect(one('select 9007199254740993 as v')).rejects.toThrow('too large for a number')
  })

  test('after an error the connection goes on', async () => {
    await expect(one('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' })
    await expect(one('select $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' })
    await expect(one('selec')).rejects.toMatchObject({ code: '42601' })
    expect(await one('select $1::int + 1', [1])).toBe(2)
  })

  test('many queries at once each get their own answer', async () => {
    const numbers = Array.from({ length: 60 }, (_, n) => n)
    expect(await Promise.all(numbers.map((n) => one('select $1::int', [n])))).toEqual(numbers)
  })

  test('a value of 5 MB goes in and out unchanged', async () => {
    const text = 'Бағдар '.repeat(400_000)
    expect(await one('select $1::text', [text])).toBe(text)
  })
})

describe('the embedded database in a directory', () => {
  let root: string
  let directory: string
  beforeAll(() => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-data-'))
    directory = path.join(root, 'data')
  })
  afterAll(() => fs.rmSync(root, { recursive: true }))

  test('rows are there after closing and opening', async () => {
    const first = await openDatabase<object>({ directory })
    await first.pool.query("create table kept as select 'row' as name")
    await expect(openDatabase({ directory }), 'it does not serve').rejects.toThrow(`${directory} is already open in this process`)
    await first.close()
    expect(fs.readdirSync(directory)).toEqual(['database', 'lock'])
    const second = await openDatabase<object>({ directory })
    expect((await second.pool.query('select * from kept')).rows).toEqual([{ name: 'row' }])
    await second.close()
  })

  test('a path too long for a socket is reached another way', async () => {
    const long = path.join(root, 'a'.repeat(120))
    const server = await openDatabase<object>({ directory: long, serve: true })
    const command = await openDatabase<object>({ directory: long })
    expect((await command.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(fs.readdirSync(long).sort()).toEqual(['database', 'lock'])
    expect(fs.statSync(path.dirname(socketPath(long))).mode & 0o777).toBe(0o700)
    await command.close()
    await server.close()
  })

  test('when the server stops, a command gets an error and does not wait for ever', async () => {
    const server = await openDatabase<object>({ directory, serve: true })
    const command = await openDatabase<object>({ directory })
    await command.pool.query('select 1')
    await server.close()
    await expect(command.pool.query('select 1')).rejects.toThrow()
    await command.close()
  })
})

describe('commands beside the server', () => {
  let root: string
  let server: Database<object>
  let command: Database<object>
  beforeAll(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-data-'))
    server = await openDatabase({ directory: path.join(root, 'data'), serve: true })
    await server.pool.query('create table thing (name text)')
  })
  beforeEach(async () => {
    await server.pool.query('truncate thing')
    command = await openDatabase({ directory: path.join(root, 'data') })
  })
  afterEach(() => command.close())
  afterAll(async () => {
    await server.close()
    fs.rmSync(root, { recursive: true })
  })

  const count = async (database: Database<object>): Promise<unknown> =>
    (await database.pool.query<{ count: number }>('select count(*) from thing')).rows[0]?.count

  test('only the owner may enter the directory and the socket', () => {
    expect(fs.statSync(path.join(root, 'data')).mode & 0o777).toBe(0o700)
    expect(fs.statSync(path.join(root, 'data/bagdar.sock')).mode & 0o777).toBe(0o600)
  })

  test.each([
    { case: 'a command waits for the server’s transaction', of: () => server, other: () => command },
    { case: 'the server waits for a command’s transaction', of: () => command, other: () => server },
  ])('$case', async ({ of, other }) => {
    const client = await of().pool.connect()
    await client.query('begin')
    await client.query("insert into thing values ('one')")
    const seen = count(other())
    await client.query("insert into thing values ('two')")
    await client.query('commit')
    client.release()
    expect(await seen).toBe(2)
  })

  test('a command that dies inside a transaction leaves nothing', async () => {
    const client = await command.pool.connect()
    client.on('error', () => {})
    await client.query('begin')
    await client.query("insert into thing values ('lost')")
    ;(client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    expect(await count(server)).toBe(0)
    client.release(true)
  })

  test('an error inside a command’s transaction stays there', async () => {
    const client = await command.pool.connect()
    await client.query('begin')
    await expect(client.query('select 1 / 0')).rejects.toThrow('division by zero')
    const seen = count(server)
    await expect(client.query('select 1')).rejects.toThrow('current transaction is aborted')
    await client.query('rollback')
    client.release()
    expect(await seen).toBe(0)
  })
})

test('a server that is not there is named', async () => {
  await expect(openDatabase({ url: 'postgres://bagdar@127.0.0.1:1/city', directory: null })).rejects.toThrow(
    'DATABASE_URL: cannot use database city at 127.0.0.1:1:',
  )
})
