import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../locales/en/notices.json' with { type: 'json' }
import kk from '../../locales/kk/notices.json' with { type: 'json' }
import ru from '../../locales/ru/notices.json' with { type: 'json' }

/** Codes that are chosen by a condition, so that no `notice('…'` stands before them. */
const computed = [
  'duplicate_key',
  'conflicting_values',
  'row_too_short',
  'row_too_long',
  'quote_not_closed',
  'empty_text',
  'empty_translation',
]
const alsoComputed = ['yaml_not_strict', 'yaml_not_readable', 'break', 'outlier', 'break_by_power_of_ten', 'mapping_wrong_value']

const rooms = [
  ...[
    'csv.ts',
    'cooperation-csv.ts',
    'claims.ts',
    'diagnose-readings.ts',
    'open-sdg',
    'table',
    '../services/reader-process.ts',
    'read-request.ts',
  ],
  ...['osm-pbf', 'osm-city', 'zip', 'gtfs', 'geotiff', 'geojson', 'geopackage', 'population', 'polis'],
  ...['input-output', '../books/economy/check-table.ts'],
  'sdmx',
  '../services/fetch-outside.ts',
  ...['air-quality', 'urbanisation-layers.ts', '../books/indicators/sdg-11', '../actions/read-city-files.ts', '../actions/read-people.ts'],
  ...['land-consumption', 'fine-particles', 'urbanisation', 'open-space', 'access'].map((what) => `../actions/compute-${what}.ts`),
]
const sources = rooms.flatMap((name) => {
  const path = join(import.meta.dirname, name)
  const files = name.endsWith('.ts') ? [path] : readdirSync(path, { recursive: true, encoding: 'utf8' }).map((file) => join(path, file))
  return files.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'))
})
const raised = (call: string) =>
  sources.flatMap((source) => [...source.matchAll(new RegExp(`\\b${call}\\(\\s*'([a-z_0-9]+)'`, 'g'))].map((match) => match[1] ?? ''))

test('every notice says in every language what it is, why it matters and what to do', () => {
  const codes = new Set([
    ...raised('notice'),
    ...raised('book\\.add'),
    ...raised('(?:once|oddity|say)'),
    ...raised('new Finding'),
    ...computed,
    ...alsoComputed,
  ])
  expect(codes.size).toBeGreaterThan(45)
  for (const words of [kk, ru, en] as Array<Record<string, string>>) {
    expect(
      [...codes].filter((code) => !words[code] || !words[`${code}_do`] || (!words[`${code}_why`] && code !== 'mapping_wrong_value')),
    ).toEqual([])
  }
})

test('every refusal of the readers says in every language what is wrong and what to do', () => {
  const codes = new Set([...raised('refuse'), ...raised('new FormatError')])
  expect(codes.size).toBeGreaterThan(12)
  for (const words of [kk, ru, en] as Array<Record<string, string>>)
    expect([...codes].filter((code) => !words[code] || !words[`${code}_do`])).toEqual([])
})

test('the languages have the same keys, and no text is left in another language', () => {
  expect(Object.keys(kk)).toEqual(Object.keys(en))
  expect(Object.keys(ru)).toEqual(Object.keys(en))
  expect(Object.values(en).filter((words) => /[а-яё]/i.test(words))).toEqual([])
  expect(Object.keys(ru).filter((key) => (kk as Record<string, string>)[key] === (ru as Record<string, string>)[key])).toEqual([])
})
