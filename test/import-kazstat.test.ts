import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { programFile } from '../src/open-rooms.ts'
import { answerOf, bagdar } from './support/command-line.ts'

// The real folder of Kazakhstan's SDG data lies beside the checkout; its licence keeps it out of the repository.
const shared = process.env['BAGDAR_SHARED'] ?? fileURLToPath(programFile('../shared'))
const folder = path.join(shared, 'data/kazstat-open-sdg')

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-kazstat-'))
const data = path.join(work, 'data')
afterAll(() => fs.rmSync(work, { recursive: true, force: true }))

interface Answer {
  rows: number
  observations: number
  series: number
  added: number
  changed: number
  removed: number
  notices: Record<string, number>
  release: number | null
  milliseconds: Record<string, number>
}
const take = async (...args: string[]): Promise<Answer> => {
  const ended = await bagdar(data, ['import', 'open-sdg', ...args, '--city', 'ulgiqala', '--json'])
  expect(ended.code, ended.err).toBe(0)
  return answerOf<Answer>(ended)
}

describe.skipIf(!fs.existsSync(folder))('the whole Open SDG folder of Kazakhstan', { timeout: 240_000 }, () => {
  test('every row is accounted for, and every known defect is counted', async () => {
    expect((await bagdar(data, ['import', 'city', fileURLToPath(programFile('demo/ulgiqala'))])).code).toBe(0)
    const dry = await take(folder, '--dry-run')
    const answer = await take(folder)
    expect({ ...answer, milliseconds: {}, release: null }).toEqual({ ...dry, milliseconds: {} })
    expect(answer).toMatchObject({ rows: 45_585, observations: 45_498, series: 5581, changed: 0, removed: 0 })
    expect(answer.notices).toMatchObject({
      duplicate_key: 82,
      conflicting_values: 94,
      row_too_short: 5,
      empty_file: 67,
      unnamed_column: 4,
      byte_order_mark: 1,
      unit_change: 3,
    })
    expect(answer.release).toBeGreaterThan(1)
    expect(Object.keys(answer.milliseconds)).toEqual(['open', 'read', 'store'])
  })

  test('the same folder again brings nothing', async () => {
    expect(await take(folder)).toMatchObject({ added: 0, changed: 0, removed: 0, entries: 0, release: null })
  })

  test('of a folder with one value changed, one row gone and one row more, exactly these become a release', async () => {
    const copy = path.join(work, 'copy')
    fs.cpSync(folder, copy, { recursive: true })
    const file = path.join(copy, 'data/indicator_11-6-2.csv')
    const [header = '', ...rows] = fs.readFileSync(file, 'utf8').trimEnd().split('\n')
    const valueAt = header.trim().split(',').indexOf('Value')
    const changed = (rows[0] ?? '').split(',').map((cell, index) => (index === valueAt ? '12345.6' : cell))
    const added = (rows[2] ?? '').replace(/^\d{4}/, '2031')
    fs.writeFileSync(file, [header, changed.join(','), ...rows.slice(2), added, ''].join('\n'))

    expect(await take(copy, '--dry-run')).toMatchObject({ added: 1, changed: 1, removed: 1, release: null })
    const answer = await take(copy)
    expect(answer).toMatchObject({ added: 1, changed: 1, removed: 1 })
    expect(answer.release).not.toBeNull()
    const { out } = await bagdar(data, ['export', 'observations', '--indicator', '11.6.2', '--city', 'ulgiqala'])
    expect(out).toContain(',12345.6,')
    expect(out).toContain(',2031,')
  })

  test('one area alone: only its figures are read, and nothing of the others is removed', async () => {
    expect(await take(folder, '--area', 'KZALA', '--dry-run')).toMatchObject({ rows: 45_585, observations: 1843, series: 201, removed: 0 })
  })
})
