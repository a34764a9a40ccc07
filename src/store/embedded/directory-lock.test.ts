import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lockDirectory, type DirectoryLock } from './directory-lock.ts'

let directory: string
beforeEach(() => void (directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-lock-'))))
afterEach(() => fs.rmSync(directory, { recursive: true }))

/** The newest lock, and where one that is found at the start is put. */
const file = (): string => path.join(directory, 'lock', fs.readdirSync(path.join(directory, 'lock')).sort().at(-1)!)
const leave = (content: string): void => {
  fs.mkdirSync(path.join(directory, 'lock'), { recursive: true })
  fs.writeFileSync(path.join(directory, 'lock/7'), content)
}
const take = (): DirectoryLock => {
  const taken = lockDirectory(directory)
  if ('heldBy' in taken) throw new Error(`held by ${taken.heldBy}`)
  return taken.lock
}

test('a second owner is refused until the first has let go', () => {
  const lock = take()
  expect(lockDirectory(directory)).toEqual({ heldBy: process.pid })
  lock.release()
  take().release()
  expect(fs.readdirSync(path.join(directory, 'lock'))).toHaveLength(1)
})

test('a directory that does not exist yet is made', () => {
  directory = path.join(directory, 'a/b')
  take().release()
  directory = path.dirname(path.dirname(directory))
})

test('another name for the directory is the same directory', () => {
  const lock = take()
  const alias = path.join(directory, 'alias')
  fs.symlinkSync(directory, alias)
  expect(lockDirectory(alias)).toEqual({ heldBy: process.pid })
  lock.release()
})

const itself = (): Record<string, unknown> => {
  const lock = take()
  const text = fs.readFileSync(file(), 'utf8')
  lock.release()
  return JSON.parse(text) as Record<string, unknown>
}

test('a living process keeps its lock', () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  try {
    const started = fs.existsSync('/proc/self/stat')
      ? fs.readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]
      : null
    leave(JSON.stringify({ ...itself(), pid: child.pid, started }))
    expect(lockDirectory(directory)).toEqual({ heldBy: child.pid })
  } finally {
    child.kill()
  }
})

const dead = (): number => spawnSync(process.execPath, ['--version']).pid

test.each([
  { case: 'of a process that is dead', content: () => JSON.stringify({ ...itself(), pid: dead() }) },
  { case: 'of an earlier process with our own number, as in a container', content: () => JSON.stringify({ ...itself(), started: '1' }) },
  { case: 'left empty by a power failure', content: () => '' },
  { case: 'left half written by a power failure', content: () => '{"pid": 1' },
])('a lock $case is taken over', ({ content }) => {
  leave(content())
  take().release()
  expect(fs.readdirSync(path.join(directory, 'lock'))).toHaveLength(1)
})

test.runIf(fs.existsSync('/proc/1/stat'))('a lock of an earlier process whose number another has now is taken over', () => {
  leave(JSON.stringify({ ...itself(), pid: 1, started: '999999999' }))
  take().release()
})

test.runIf(fs.existsSync('/proc/sys/kernel/random/boot_id'))('a lock from before the machine was started again is taken over', () => {
  leave(JSON.stringify({ ...itself(), pid: process.ppid, boot: 'an earlier one' }))
  take().release()
})
