import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readErasures } from '../store/backup/erasures.ts'
import { erasureLogName, keepErasure } from './erasure-log.ts'

const [one, two] = ['0d0e5a4e-5d6e-4d7c-9a51-1d2f2a3b4c5d', '1d0e5a4e-5d6e-4d7c-9a51-1d2f2a3b4c5d']
const at = new Date('2026-11-23T09:00:00Z')
const folder = (): string => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-erasures-'))
  onTestFinished(() => fs.rmSync(directory, { recursive: true }))
  return directory
}

test('what is written down is what a restore reads, and nobody else can read it', async () => {
  const directory = path.join(folder(), 'new')
  await keepErasure(directory, one, at)
  await keepErasure(directory, two, at)
  const file = path.join(directory, erasureLogName)
  expect(readErasures(file)).toEqual([
    { person: one, at: '2026-11-23T09:00:00.000Z' },
    { person: two, at: '2026-11-23T09:00:00.000Z' },
  ])
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
})

test('a line that a power failure cut off does not spoil the next one', async () => {
  const directory = folder()
  await keepErasure(directory, one, at)
  fs.appendFileSync(path.join(directory, erasureLogName), '{"person":"2d0e')
  await keepErasure(directory, two, at)
  expect(readErasures(path.join(directory, erasureLogName)).map(({ person }) => person)).toEqual([one, two])
})
