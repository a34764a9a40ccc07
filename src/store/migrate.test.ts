import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from './database.ts'
import { migrate, readMigrations, type Migration } from './migrate.ts'

const first: Migration = { name: '0001_first.sql', sql: 'create table first (a int); insert into first values (1);' }
const second: Migration = { name: '0002_second.sql', sql: 'alter table first add b int default 2;' }

let database: Database<object>
beforeAll(async () => void (database = await openDatabase({ directory: null })))
beforeEach(() => database.pool.query('drop schema public cascade; create schema public'))
afterAll(() => database.close())

test('each migration is applied once, in order', async () => {
  expect(await migrate(database.pool, [first])).toEqual(['0001_first.sql'])
  expect(await migrate(database.pool, [first, second])).toEqual(['0002_second.sql'])
  expect(await migrate(database.pool, [first, second])).toEqual([])
  expect((await database.pool.query('select a, b from first')).rows).toEqual([{ a: 1, b: 2 }])
})

test('a migration that fails in the middle leaves nothing behind, and the earlier ones stay', async () => {
  const broken = { name: '0002_broken.sql', sql: 'create table half (a int); insert into half values (1 / 0);' }
  await expect(migrate(database.pool, [first, broken])).rejects.toThrow('division by zero')
  expect((await database.pool.query("select to_regclass('first') is not null as first, to_regclass('half') as half")).rows).toEqual([
    { first: true, half: null },
  ])
  expect(await migrate(database.pool, [first, second])).toEqual(['0002_second.sql'])
})

test('an applied migration that was changed is refused', async () => {
  await migrate(database.pool, [first])
  await expect(migrate(database.pool, [{ ...first, sql: first.sql + ' ' }])).rejects.toThrow(
    'Migration 0001_first.sql was changed after it had been applied',
  )
})

test('a database of a newer version is refused', async () => {
  await migrate(database.pool, [first, second])
  await expect(migrate(database.pool, [first])).rejects.toThrow('does not know: 0002_second.sql')
})

test('the numbers of the migrations have no gap and no double', () => {
  const numbers = readMigrations().map(({ name }) => Number(/^(\d{4})_[a-z0-9-]+\.sql$/.exec(name)?.[1]))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  expect(numbers.length).toBeGreaterThan(0)
})
