import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabases } from '../../test/support/test-databases.ts'
import type { Database } from './database.ts'
import { groupCommit } from './group-commit.ts'
import type { Schema } from './schema.ts'
import { isWriteStopped } from './write-stopped.ts'

test('what comes within one turn is written at once, what comes meanwhile with the next', async () => {
  const groups: number[][] = []
  let finish = (): void => {}
  const add = groupCommit<number, number>(async (inputs) => {
    groups.push([...inputs])
    await new Promise<void>((resolve) => (finish = resolve))
    return inputs.map((input) => input * 10)
  })
  const first = [add(1), add(2), add(3)]
  await new Promise((resolve) => setTimeout(resolve, 5))
  const later = [add(4), add(5)]
  expect(groups).toEqual([[1, 2, 3]])
  finish()
  expect(await Promise.all(first)).toEqual([10, 20, 30])
  await new Promise((resolve) => setTimeout(resolve, 5))
  finish()
  expect(await Promise.all(later)).toEqual([40, 50])
  expect(groups).toEqual([
    [1, 2, 3],
    [4, 5],
  ])
})

test('a group has a limit', async () => {
  const sizes: number[] = []
  const add = groupCommit<number, number>(async (inputs) => (sizes.push(inputs.length), [...inputs]), { most: 4 })
  await Promise.all(Array.from({ length: 10 }, (_, at) => add(at)))
  expect(sizes).toEqual([4, 4, 2])
})

test('a refusal reaches only whom it is for', async () => {
  const add = groupCommit<number, number>(async (inputs) => {
    if (inputs.includes(3)) throw new Error('not three')
    return [...inputs]
  })
  const answers = await Promise.allSettled([1, 2, 3, 4].map(add))
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(await add(5)).toBe(5) // and it goes on
})

test('what may have been stored is not written again', async () => {
  let calls = 0
  const lost = Object.assign(new Error('Connection terminated unexpectedly'), { code: '08006' })
  const add = groupCommit<number, number>(() => (calls++, Promise.reject(lost)), { isUncertain: isWriteStopped })
  const answers = await Promise.allSettled([add(1), add(2)])
  expect([calls, answers.map(({ status }) => status)]).toEqual([1, ['rejected', 'rejected']])
})

test('answers that do not fit the inputs are nobody’s', async () => {
  const add = groupCommit<number, number>(async () => [1])
  await expect(Promise.all([add(1), add(2)])).rejects.toThrow('2 inputs were written, and 1 answers came.')
})

describe.each(testDatabases())('on $name', ({ open }) => {
  let database: Database<Schema>
  beforeAll(async () => {
    database = await open()
    await database.pool.query(
      'create table ballot (item int, person int, choice int not null check (choice between -1 and 1), primary key (item, person))',
    )
  })
  afterAll(() => database.close())

  test('whoever is answered finds the vote stored; twice is once; a wrong one disturbs nobody', async () => {
    interface Vote {
      item: number
      person: number
      choice: number
    }
    let statements = 0
    const vote = groupCommit<Vote, 'stored' | 'known'>(async (votes) => {
      statements++
      const { rows } = await sql<{ item: number; person: number }>`
        insert into ballot select * from json_to_recordset(${JSON.stringify(votes)}::json) as v (item int, person int, choice int)
        on conflict do nothing returning item, person`.execute(database.db)
      const stored = new Set(rows.map(({ item, person }) => `${item} ${person}`))
      return votes.map(({ item, person }) => (stored.delete(`${item} ${person}`) ? 'stored' : 'known'))
    })
    const votes = Array.from({ length: 500 }, (_, at) => ({ item: at % 5, person: Math.floor(at / 10), choice: (at % 3) - 1 }))
    const answers = await Promise.all(votes.map(vote)) // each of 250 votes twice
    expect(answers.filter((answer) => answer === 'stored')).toHaveLength(250)
    expect(statements).toBeLessThan(5)
    const wrong = await Promise.allSettled([vote({ item: 9, person: 1, choice: 7 }), vote({ item: 9, person: 2, choice: 1 })])
    expect(wrong.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    const { rows } = await database.pool.query<{ count: number }>('select count(*) from ballot')
    expect(rows[0]?.count).toBe(251)
  })
})
