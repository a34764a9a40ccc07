import { beforeEach, expect, test } from 'vitest'
import type { City } from '../books/indicators/figure.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { importProgramme, type Needs } from './import-programme.ts'

const city: City = { id: 'c', slug: 'ulgi', name: {}, refArea: 'X', timeZone: 'Asia/Almaty', invented: true, comparison: false }

/** A record in memory: releases, and the versions of those that were published. */
function memory() {
  const drafts = new Map<string, ProgrammeVersion>()
  const published = new Map<string, ProgrammeVersion>()
  let releases = 0
  const needs: Needs = {
    listProgrammeVersions: async () =>
      [...new Map([...published.values()].map((version) => [version.number, version])).values()].sort((a, b) => a.number - b.number),
    startRelease: async (_city, draft) => ({
      ...draft,
      number: ++releases,
      status: 'draft',
      publishedAt: null,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
    }),
    addProgrammeVersion: async (_city, releaseId, version) => void drafts.set(releaseId, version),
    addNotices: async () => {},
    publishRelease: async (_city, releaseId) => published.set(releaseId, drafts.get(releaseId) as ProgrammeVersion) instanceof Map,
    now: () => new Date('2026-11-22T12:00:00Z'),
    newId: () => `r-${releases + 1}`,
    codeVersion: 'test',
  }
  return { needs, releases: () => releases }
}

const text = (number: number, sentence: string) => `format: bagdar-programme/1
programme: ulgi-2030
version: ${number}
status: adopted
title: { kk: Үлгі }
period: { from: 2024, to: 2030 }
passport:
  - label: { kk: Мақсат }
    text:
      kk: ${sentence}
`
const file = (yaml: string) => ({ text: yaml, file: { path: 'ulgi.yaml', sha256: '', bytes: yaml.length } })
const firstSentence = (version: ProgrammeVersion | undefined) => version?.passport[0]?.text[0]

let record = memory()
beforeEach(() => {
  record = memory()
})
const take = (yaml: string, write: 'publish' | 'draft' | 'none' = 'publish') =>
  importProgramme(city, file(yaml), { madeBy: 'test', write }, record.needs)

test('a version is stored with its release', async () => {
  const outcome = await take(text(1, 'Қала өседі.'))
  expect(outcome.ok && outcome.value.release).toBe(1)
  expect(firstSentence((await record.needs.listProgrammeVersions(city, new Date()))[0])?.text.kk).toBe('Қала өседі.')
})

test('the same file twice brings nothing new', async () => {
  await take(text(1, 'Қала өседі.'))
  const outcome = await take(text(1, 'Қала өседі.'))
  expect(outcome.ok && outcome.value.release).toBeNull()
  expect(record.releases()).toBe(1)
})

test('the next version keeps the ids of its sentences, and so does a correction of a version', async () => {
  await take(text(1, 'Қала ішінен өседі, шетке жайылмайды.'))
  await take(text(2, 'Қала ішінен өседі, шетке көп жайылмайды.'))
  await take(text(1, 'Қала ішінен өседі, шетке жайылмайды!'))
  const versions = await record.needs.listProgrammeVersions(city, new Date())
  expect(versions).toHaveLength(2)
  expect(new Set(versions.map((version) => firstSentence(version)?.id)).size).toBe(1)
  expect(record.releases()).toBe(3)
})

test('nothing is written when only asked what would happen', async () => {
  await take(text(1, 'Қала өседі.'), 'none')
  expect(record.releases()).toBe(0)
})

test('a draft is kept, but is not part of the record', async () => {
  await take(text(1, 'Қала өседі.'), 'draft')
  expect(record.releases()).toBe(1)
  expect(await record.needs.listProgrammeVersions(city, new Date())).toEqual([])
})

test.each([
  { case: 'a file with errors', before: [], yaml: 'title: [', code: 'programme_file_invalid' },
  {
    case: 'a version before the first that is stored',
    before: [text(2, 'Бір.')],
    yaml: text(1, 'Бір.'),
    code: 'programme_version_too_old',
  },
])('refused: $case', async ({ before, yaml, code }) => {
  for (const one of before) await take(one)
  const outcome = await take(yaml)
  expect(!outcome.ok && outcome.refusal.code).toBe(code)
  expect(record.releases()).toBe(before.length)
})
