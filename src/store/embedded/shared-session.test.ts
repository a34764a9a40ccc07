import { once } from 'node:events'
import { duplexPair, type Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from './engine.ts'
import { SharedSession } from './shared-session.ts'

const startup = Buffer.from([0, 0, 0, 9, 0, 3, 0, 0, 0])
const query = (text: string): Buffer => {
  const bytes = Buffer.alloc(6 + text.length)
  bytes.write('Q')
  bytes.writeInt32BE(bytes.length - 1, 1)
  bytes.write(text, 5)
  return bytes
}

/** Answers each statement with itself and keeps what it was told, in order. */
function pretendEngine(): Engine & { log: string[] } {
  let inTransaction = false
  let busy = false
  const log: string[] = []
  return {
    log,
    execute: async (group, onReply) => {
      if (busy) throw new Error('called twice at once')
      busy = true
      await sleep(Math.random() * 2)
      const text = Buffer.from(group).toString('latin1')
      if (text[0] !== '\0') {
        const statement = /Q....([^\0]*)\0/s.exec(text)?.[1] ?? ''
        log.push(statement)
        if (statement.endsWith('begin')) inTransaction = true
        if (/commit$|rollback$/.test(statement)) inTransaction = false
        onReply(Buffer.from(`${statement};`))
      }
      busy = false
      return { inTransaction }
    },
    ended: new Promise(() => {}),
    close: async () => {},
  }
}

function connect(session: SharedSession, longestSilenceMs = Infinity): { stream: Duplex; heard: () => string } {
  const [ours, theirs] = duplexPair()
  let heard = ''
  ours.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  session.attach(theirs, longestSilenceMs)
  ours.write(startup)
  return { stream: ours, heard: () => heard }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(1)
}

test('transactions of several clients never mix, and every client gets its own answers in order', async () => {
  const transaction = fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }).map((inner) => ['begin', ...inner, 'commit'])
  const work = fc.array(fc.oneof(transaction, fc.constant(['z'])), { maxLength: 4 }).map((parts) => parts.flat())
  await fc.assert(
    fc.asyncProperty(fc.array(work, { minLength: 2, maxLength: 4 }), async (works) => {
      const engine = pretendEngine()
      const session = new SharedSession(engine)
      await Promise.all(
        works.map(async (statements, number) => {
          const { stream, heard } = connect(session)
          for (const statement of statements) {
            stream.write(query(`${number} ${statement}`))
            await sleep(Math.random() * 2)
          }
          const expected = statements.map((statement) => `${number} ${statement};`).join('')
          await until(() => heard().length >= expected.length)
          expect(heard()).toBe(expected)
        }),
      )
      let owner: string | null = null
      for (const [number, statement] of engine.log.map((entry) => entry.split(' '))) {
        expect(owner === null || owner === number).toBe(true)
        if (statement === 'begin') owner = number!
        if (statement === 'commit') owner = null
      }
    }),
    { numRuns: 40 },
  )
})

test('a client that leaves inside a transaction is rolled back, and the next has its turn', async () => {
  const engine = pretendEngine()
  const session = new SharedSession(engine)
  const first = connect(session)
  first.stream.write(query('begin'))
  await until(() => first.heard() === 'begin;')
  const second = connect(session)
  second.stream.write(query('other'))
  await sleep(10)
  expect(engine.log).toEqual(['begin'])
  first.stream.end()
  await until(() => second.heard() === 'other;')
  expect(engine.log).toEqual(['begin', 'rollback', 'other'])
})

test('a client that holds a transaction in silence is sent away, but only when others wait', async () => {
  const engine = pretendEngine()
  const session = new SharedSession(engine)
  const silent = connect(session, 20)
  silent.stream.write(query('begin'))
  await sleep(60)
  expect(engine.log).toEqual(['begin'])
  const other = connect(session)
  other.stream.write(query('other'))
  await until(() => other.heard() === 'other;')
  expect(engine.log).toEqual(['begin', 'rollback', 'other'])
})

test('closing rolls back what is open', async () => {
  const engine = pretendEngine()
  const session = new SharedSession(engine)
  const client = connect(session)
  client.stream.write(query('begin'))
  await until(() => client.heard() === 'begin;')
  await session.close()
  expect(engine.log).toEqual(['begin', 'rollback'])
})

test('what is not PostgreSQL is cut off, and the others go on', async () => {
  const engine = pretendEngine()
  const session = new SharedSession(engine)
  const [ours, theirs] = duplexPair()
  session.attach(theirs, Infinity)
  ours.write('GET / HTTP/1.1\r\n\r\n')
  await once(theirs, 'close')
  const client = connect(session)
  client.stream.write(query('fine'))
  await until(() => client.heard() === 'fine;')
})
