import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import en from '../../../locales/en/discussion-text.json' with { type: 'json' }

const folders = ['.', '../../books/discussion/text']
const sources = folders
  .flatMap((folder) => readdirSync(join(import.meta.dirname, folder)).map((file) => join(import.meta.dirname, folder, file)))
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

/** Codes as they stand in the sources: refusals of a suggestion, findings of a statement, notices of paper forms. */
const codes = new Set(Array.from(sources.matchAll(/'((?:suggestion|statement|paper)_[a-z_]+)'/g), ([, code]) => code))

test('every refusal, finding and notice says what to do, and no words are left over', () => {
  expect(codes.size).toBeGreaterThan(15)
  expect(Object.keys(en).sort()).toEqual([...codes].sort())
})
