import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { permissionsOf, roles } from '../../src/books/accounts/role.ts'

/** docs/security.md holds every requirement of ASVS 5.0, levels 1 and 2, and what it says of each is so. */
const root = path.resolve(import.meta.dirname, '../..')
const text = fs.readFileSync(path.join(root, 'docs/security.md'), 'utf8')

/** Numbers of the requirements of levels 1 and 2, by section. */
const requirements: Readonly<Record<string, readonly number[]>> = {
  'V1.1': [1, 2],
  'V1.2': [1, 2, 3, 4, 5, 6, 7, 8, 9],
  'V1.3': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  'V1.4': [1, 2, 3],
  'V1.5': [1, 2],
  'V2.1': [1, 2, 3],
  'V2.2': [1, 2, 3],
  'V2.3': [1, 2, 3, 4],
  'V2.4': [1],
  'V3.2': [1, 2],
  'V3.3': [1, 2, 3, 4],
  'V3.4': [1, 2, 3, 4, 5, 6],
  'V3.5': [1, 2, 3, 4, 5],
  'V3.7': [1, 2],
  'V4.1': [1, 2, 3],
  'V4.2': [1],
  'V4.3': [1, 2],
  'V4.4': [1, 2, 3, 4],
  'V5.1': [1],
  'V5.2': [1, 2, 3],
  'V5.3': [1, 2],
  'V5.4': [1, 2, 3],
  'V6.1': [1, 2, 3],
  'V6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  'V6.3': [1, 2, 3, 4],
  'V6.4': [1, 2, 3, 4],
  'V6.5': [1, 2, 3, 4, 5],
  'V6.6': [1, 2, 3],
  'V6.8': [1, 2, 3, 4],
  'V7.1': [1, 2, 3],
  'V7.2': [1, 2, 3, 4],
  'V7.3': [1, 2],
  'V7.4': [1, 2, 3, 4, 5],
  'V7.5': [1, 2],
  'V7.6': [1, 2],
  'V8.1': [1, 2],
  'V8.2': [1, 2, 3],
  'V8.3': [1],
  'V8.4': [1],
  'V9.1': [1, 2, 3],
  'V9.2': [1, 2, 3, 4],
  'V10.1': [1, 2],
  'V10.2': [1, 2],
  'V10.3': [1, 2, 3, 4],
  'V10.4': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  'V10.5': [1, 2, 3, 4, 5],
  'V10.6': [1, 2],
  'V10.7': [1, 2, 3],
  'V11.1': [1, 2],
  'V11.2': [1, 2, 3],
  'V11.3': [1, 2, 3],
  'V11.4': [1, 2, 3, 4],
  'V11.5': [1],
  'V11.6': [1],
  'V12.1': [1, 2, 3],
  'V12.2': [1, 2],
  'V12.3': [1, 2, 3, 4],
  'V13.1': [1],
  'V13.2': [1, 2, 3, 4, 5],
  'V13.3': [1, 2],
  'V13.4': [1, 2, 3, 4, 5],
  'V14.1': [1, 2],
  'V14.2': [1, 2, 3, 4],
  'V14.3': [1, 2, 3],
  'V15.1': [1, 2, 3],
  'V15.2': [1, 2, 3],
  'V15.3': [1, 2, 3, 4, 5, 6, 7],
  'V16.1': [1],
  'V16.2': [1, 2, 3, 4, 5],
  'V16.3': [1, 2, 3, 4],
  'V16.4': [1, 2, 3],
  'V16.5': [1, 2, 3],
}
const wanted = Object.entries(requirements).flatMap(([section, numbers]) => numbers.map((number) => `${section}.${number}`))

interface Row {
  id: string
  level: string
  says: string
  proof: string
}
const rows: readonly Row[] = [...text.matchAll(/^- \*\*(V[\d.]+)\*\* \(level ([12])\) (.+?) → (.+)$/gm)].map(
  ([, id = '', level = '', says = '', proof = '']) => ({
    id,
    level,
    says,
    proof,
  }),
)

test('every requirement stands in the list, once, and nothing else does', () => {
  expect(wanted.length).toBe(217 + 29)
  expect(rows.map(({ id }) => id)).toEqual(wanted)
})

test('no row is silent: a test, a document, the reference deployment, a reason, or what is missing', () => {
  const silent = rows.filter(
    ({ proof }) =>
      testsIn(proof).length === 0 &&
      !/\bdocument: \[[^\]]+\]\([^)]+\)/.test(proof) &&
      !/\breference deployment: \[[^\]]+\]\(deploy\.md#[^)]+\)/.test(proof) &&
      !/^not applicable: .{10,}/.test(proof) &&
      !/^not yet: .{10,}/.test(proof),
  )
  expect(silent).toEqual([])
})

describe('what the list names is there', () => {
  // The table of weaknesses names tests too.
  const named = testsIn(text)

  test('there are some', () => {
    expect(new Set(named.map(({ file }) => file)).size).toBeGreaterThan(15)
    expect(testsIn('`test/a.test.ts` “one”, `src/b.test.ts` “two”')).toEqual([
      { file: 'test/a.test.ts', name: 'one' },
      { file: 'src/b.test.ts', name: 'two' },
    ])
  })

  test('every test, in its file, under its name', () => {
    const missing = named.filter(({ file, name }) => !namesIn(file).some((one) => one.includes(name)))
    expect(missing).toEqual([])
  })
})

function testsIn(markdown: string): Array<{ file: string; name: string }> {
  return [...markdown.matchAll(/`((?:src|test)\/[^`]+\.test\.tsx?)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({ file, name }))
}

const known = new Map<string, string[]>()
/** Names of tests and of their groups and cases: whatever stands in quotation marks behind `test`, `describe`, `case`. */
function namesIn(file: string): string[] {
  const found = known.get(file)
  if (found !== undefined) return found
  const place = path.join(root, file)
  const code = fs.existsSync(place) ? fs.readFileSync(place, 'utf8') : ''
  const names = [
    ...code.matchAll(
      /(?:\b(?:test|describe)(?:\.\w+)*\(|^\s*\)\(|\bwhat:|\}\)\(|\]\)\(|\b(?:case|what|sink):|\)\)\()\s*(['"`])((?:\\.|(?!\1)[^\\])+)\1/gm,
    ),
  ].map((match) => (match[2] ?? '').replaceAll(/\\(.)/g, '$1'))
  known.set(file, names)
  return names
}

test('the table of roles and permissions is the one that the program asks', () => {
  const [, header = '', ...lines] =
    /(\| permission[\s\S]*?)\n\n/
      .exec(text)?.[0]
      .trim()
      .split('\n')
      .reduce<string[]>((all, line) => [...all, line], ['']) ?? []
  const names = header
    .split('|')
    .slice(2, -1)
    .map((one) => one.trim().replaceAll(' ', '_'))
  expect([...names].sort()).toEqual([...roles].sort())
  const table = lines.slice(1).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  const written = table.flatMap(([permission = '', ...cells]) =>
    cells.flatMap((cell, index) => (cell === '' ? [] : [`${names[index]} ${permission.replaceAll('`', '')}`])),
  )
  expect(written.sort()).toEqual(roles.flatMap((role) => permissionsOf[role].map((permission) => `${role} ${permission}`)).sort())
})
