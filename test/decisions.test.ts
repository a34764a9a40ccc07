import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/** Every choice has a record, and every dependency stands in one, with what it saves and how we would leave it. */
const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'docs/decisions')
const names = fs
  .readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .sort()
const textOf = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')
/** Without the spaces that the formatter puts into tables. */
const index = textOf('README.md').replace(/ {2,}/g, ' ')

const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const declared = Object.keys({ ...dependencies, ...devDependencies }).sort()

/** Lines such as "- `hono`. It routes … To leave: …", by dependency. */
const explained = new Map(
  names.flatMap((name) =>
    [...textOf(name).matchAll(/^- `([^`]+)`\. (.+?) To leave: (.+)$/gm)].map(([, dependency = '', saves = '', leaving = '']) => [
      dependency,
      { record: name, saves, leaving },
    ]),
  ),
)

/** Rows such as "| `hono` | at run time | [0005](0005-….md) |", by dependency. */
const indexed = new Map(
  [...index.matchAll(/^\| `([^`]+)` \| ([^|]+) \| \[\d{4}\]\(([^)]+)\) \|$/gm)].map(([, dependency = '', used = '', record = '']) => [
    dependency,
    { used, record },
  ]),
)

describe.each(names)('%s', (name) => {
  const text = textOf(name)

  test('is numbered, titled and dated', () => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(text).toMatch(new RegExp(`^# ${name.slice(0, 4)}\\. .+\\n\\n(Accepted|Replaced by \\d{4}), \\d{4}-\\d{2}-\\d{2}\\.`))
  })

  test('says why, what else there was, what follows and how to leave', () => {
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
    for (const needed of ['Context', 'Options', 'Decision', 'Consequences', 'How we would leave it']) expect(headings).toContain(needed)
  })

  test('stands in the index under its title', () => {
    const [, title = ''] = /^# \d{4}\. (.+)$/m.exec(text) ?? []
    expect(index).toContain(`| ${name.slice(0, 4)} | [${title}](${name}) |`)
  })
})

test('numbers follow each other', () => {
  expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, at) => at + 1))
})

test('every dependency stands in a record, with what it saves and how we would leave it', () => {
  expect(declared.filter((dependency) => !explained.has(dependency))).toEqual([])
  const sentence = /^.{15,}\.$/
  for (const dependency of declared) {
    expect(explained.get(dependency)?.saves, dependency).toMatch(sentence)
    expect(explained.get(dependency)?.leaving, dependency).toMatch(sentence)
  }
})

test('the index has exactly the dependencies of package.json, with their records', () => {
  expect([...indexed.keys()].sort()).toEqual(declared)
  for (const [dependency, { used, record }] of indexed) {
    expect(record, dependency).toBe(explained.get(dependency)?.record)
    expect(used, dependency).toBe(dependency in dependencies ? 'at run time' : 'to build and test')
  }
})
