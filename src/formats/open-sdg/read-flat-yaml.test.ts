import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FAILSAFE_SCHEMA, load } from 'js-yaml'
import { expect, test } from 'vitest'
import { openFolder } from './open-folder.ts'
import { readFlatYaml } from './read-flat-yaml.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared')
const realFolder = join(shared, 'data/kazstat-open-sdg')
const fixture = join(import.meta.dirname, '../../../test/fixtures/open-sdg/kazstat')

test.each([
  { case: 'plain text', text: 'a: one two\nb: 1.0\n', mapping: { a: 'one two', b: '1.0' } },
  { case: 'text folded over lines', text: 'a: one\n  two\n  three\nb: x', mapping: { a: 'one two three', b: 'x' } },
  { case: 'quotes, a colon inside', text: `a: 'x: ''y'''\nb: "z # no"\n`, mapping: { a: "x: 'y'", b: 'z # no' } },
  { case: 'nothing after the colon', text: "a:\nb: ''\n", mapping: { a: '', b: '' } },
  { case: 'an empty list', text: 'tags: []\n', mapping: { tags: [] } },
])('reads $case', ({ text, mapping }) => {
  expect(readFlatYaml(text)).toEqual(mapping)
  expect(load(text, { schema: FAILSAFE_SCHEMA })).toEqual(mapping)
})

test.each([
  'a: [1]',
  'a: {b: c}',
  'a:\n  - b',
  'a:\n  b: c',
  'a: &x y',
  'a: *x',
  'a: |\n  b',
  'a: >-\n  b',
  'a: b # c',
  '# a\nb: c',
  'a: "\\n"',
  'a: b\na: c',
])('leaves %j to the full reader', (text) => {
  expect(readFlatYaml(text)).toBeNull()
})
test.each([
  'a: b: c',
  "a: 'b",
  'a: b\n\nc: d',
  'a:b',
  "'': x",
  '- a',
  '{}',
  '',
  'a: b:',
  'a: x\n  y: z',
  '__proto__: a',
  'a: b\r\n',
  'a: !x b',
])('gives up at %j', (text) => {
  expect(readFlatYaml(text)).toBeNull()
})

test.each([
  { name: 'the cut folder', folder: fixture },
  { name: 'the whole folder of KazStat', folder: realFolder },
])('says the same as the full reader: $name (skipped where it is absent)', ({ folder }) => {
  if (!existsSync(folder)) return
  const texts = openFolder(folder).filter((file) => file.path.endsWith('.yml'))
  let flat = 0
  for (const file of texts) {
    const text = new TextDecoder().decode(file.bytes)
    const mapping = readFlatYaml(text)
    if (mapping === null) continue
    flat++
    expect(mapping, file.path).toEqual(load(text, { schema: FAILSAFE_SCHEMA }))
  }
  expect(flat).toBeGreaterThan(texts.length / 3)
  console.log(`${flat} of ${texts.length} YAML files are flat.`)
})
