import { describe, expect, test } from 'vitest'
import { SimulatedDisk, type CrashState, type Model } from '../../scripts/torture/simulated-disk.ts'
import type { Entry } from '../../scripts/torture/trace.ts'

const write = (text: string, position = 0, descriptor = 5): Entry => ({ kind: 'write', descriptor, position, bytes: Buffer.from(text) })
const newFile: Entry[] = [
  { kind: 'create', path: 'a' },
  { kind: 'open', path: 'a', descriptor: 5 },
]
const sync: Entry = { kind: 'sync', descriptor: 5 }
const syncRoot: Entry[] = [
  { kind: 'open', path: '', descriptor: 6 },
  { kind: 'sync', descriptor: 6 },
]

const show = ({ files }: CrashState): Record<string, string> =>
  Object.fromEntries(files.map(({ path, content }) => [path, content.toString()]))

function after(model: Model, entries: readonly Entry[]): SimulatedDisk {
  const disk = new SimulatedDisk(model)
  for (const entry of entries) disk.apply(entry)
  return disk
}

describe.each<{ case: string; entries: Entry[]; ordered: Record<string, string>; strict: Record<string, string> }>([
  { case: 'a file that is not synced', entries: [...newFile, write('x')], ordered: {}, strict: {} },
  { case: 'a synced file', entries: [...newFile, write('x'), sync], ordered: { a: 'x' }, strict: {} },
  {
    case: 'a synced file in a synced directory',
    entries: [...newFile, write('x'), sync, ...syncRoot],
    ordered: { a: 'x' },
    strict: { a: 'x' },
  },
  { case: 'a name without its content', entries: [...newFile, write('x'), ...syncRoot], ordered: { a: '' }, strict: { a: '' } },
  {
    case: 'a name that is not changed yet',
    entries: [...newFile, write('x'), sync, ...syncRoot, { kind: 'rename', path: 'a', to: 'b' }],
    ordered: { a: 'x' },
    strict: { a: 'x' },
  },
  {
    case: 'a changed name',
    entries: [...newFile, write('x'), sync, ...syncRoot, { kind: 'rename', path: 'a', to: 'b' }, ...syncRoot],
    ordered: { b: 'x' },
    strict: { b: 'x' },
  },
  {
    case: 'a file that is removed, and a new one of its name',
    entries: [...newFile, write('old'), sync, ...syncRoot, { kind: 'unlink', path: 'a' }, ...newFile, write('new'), sync],
    ordered: { a: 'new' },
    strict: { a: 'old' },
  },
  {
    case: 'what is written after the sync',
    entries: [...newFile, write('abc'), sync, ...syncRoot, write('Z', 1), { kind: 'truncateOpen', descriptor: 5, size: 2 }],
    ordered: { a: 'abc' },
    strict: { a: 'abc' },
  },
])('$case', ({ entries, ordered, strict }) => {
  test('by a journal of names', () => expect(show(after('ordered', entries).crash('nothing'))).toEqual(ordered))
  test('by names that need a sync of their own', () => expect(show(after('strict', entries).crash('nothing'))).toEqual(strict))
  test('with everything kept, as the process sees it', () => {
    const disk = after('ordered', entries)
    expect(show(disk.crash('everything'))).toEqual(show(disk.everything()))
  })
})

test('the same bytes have the same key, others another', () => {
  const disk = after('ordered', [...newFile, write('x'), sync, write('y')])
  expect(disk.crash('everything').key).toBe(disk.crash(() => 0.6).key)
  expect(disk.crash('nothing').key).not.toBe(disk.crash('everything').key)
  const synced = after('ordered', [...newFile, write('x'), sync, write('y'), sync])
  expect(synced.crash('nothing').key).toBe(disk.crash('everything').key)
})

test('a write is torn at 512 bytes', () => {
  const disk = after('ordered', [...newFile, write('a'.repeat(2048)), sync, write('b'.repeat(2048))])
  const draws = [0.3, 0, 0.5, 0.1, 0.5] // half of the writes survive; no names wait; this one is torn; its head; half of it
  const torn = show(disk.crash(() => draws.shift() ?? 0))['a']
  expect(torn).toBe('b'.repeat(1024) + 'a'.repeat(1024))
})
