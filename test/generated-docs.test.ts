import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { generatedFolder, generateDocs } from '../scripts/generate-docs.ts'

/** `docs/generated/` says what the code says; after a change, "npm run docs" writes it again. */
let wanted: Map<string, string>
beforeAll(async () => void (wanted = await generateDocs()))

test('nothing else lies in docs/generated', () => {
  expect(fs.readdirSync(generatedFolder).sort()).toEqual([...wanted.keys()].sort())
})

test.each(['api.md', 'data.md', 'database.md', 'notices.md', 'rooms.md'])('%s is up to date', (name) => {
  expect(fs.readFileSync(path.join(generatedFolder, name), 'utf8')).toBe(wanted.get(name))
})
