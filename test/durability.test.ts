import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { findWritten, killWhileWriting, watch, writeRows } from './support/crash-round.ts'

// Law 1: nothing acknowledged is lost. The long runs are `npm run torture`.

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let root: string
let directory: string
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-crash-'))
  directory = path.join(root, 'data')
})
afterAll(() => fs.rmSync(root, { recursive: true }))

test('what was acknowledged is there after kill -9, whole, and the next process takes over', async () => {
  let before = 0
  for (const transactions of [1, 10, 30]) {
    const { acknowledged } = await killWhileWriting(directory, transactions)
    const found = await findWritten(directory)
    expect(found.whole).toBe(true)
    expect(found.transactions).toBeGreaterThanOrEqual(Math.max(acknowledged, before))
    expect(found.transactions - Math.max(acknowledged, before)).toBeLessThanOrEqual(1) // committed, and killed before it could say so
    before = found.transactions
  }
  expect(before).toBeGreaterThan(40)
})

const strace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0

describe.runIf(strace)('seen by strace (skipped where it is missing: apt-get install strace)', () => {
  const trace = (): string => path.join(root, 'trace')

  beforeAll(() => watch(writeRows(directory, { transactions: 1 })))

  test('each commit is synced before it is acknowledged', async () => {
    const wrapper = ['strace', '-f', '-y', '-s', '40', '-e', 'trace=fsync,write', '-o', trace()]
    const { exitCode, complaints } = await watch(writeRows(directory, { transactions: 20, wrapper }))
    expect(exitCode, complaints).toBe(0)
    const rounds = fs.readFileSync(trace(), 'utf8').split(/write\(1<[^"]*"acknowledged /)
    rounds[0] = rounds[0]!.split('"ready')[1] ?? ''
    expect(rounds).toHaveLength(21)
    for (const round of rounds.slice(0, 20)) expect(round).toMatch(/fsync\(\d+<[^>]*\/pg_wal\/[0-9A-F]{24}>/)
  })

  test.each([
    { case: 'a failed fsync', call: 'fsync', error: 'EIO', when: '30+', message: 'fsync failed: EIO', states: ['read_only'] },
    // In the log it ends the database, in a table only the statement: then each later write meets it again.
    {
      case: 'a full disk',
      call: 'pwrite64',
      error: 'ENOSPC',
      when: '150+',
      message: 'No space left on device',
      states: ['read_only', 'ok'],
    },
  ])('after $case writes stop, reading goes on, and the next process finds all that was acknowledged', async (row) => {
    const before = (await findWritten(directory)).transactions
    const inject = ['-e', `trace=${row.call}`, '-e', `inject=${row.call}:error=${row.error}:when=${row.when}`]
    const { exitCode, acknowledged, complaints, stopped } = await watch(
      writeRows(directory, { wrapper: ['strace', '-f', '-o', trace(), ...inject] }),
    )
    expect(complaints).toContain(row.message)
    expect(row.states).toContain(stopped?.state)
    expect(stopped?.reads).toBeGreaterThanOrEqual(acknowledged)
    expect(exitCode, complaints).toBe(0)
    const found = await findWritten(directory)
    expect(found.whole).toBe(true)
    expect(found.transactions).toBeGreaterThanOrEqual(Math.max(acknowledged, before))
    expect(acknowledged).toBeGreaterThan(before)
  })
})
