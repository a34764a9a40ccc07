import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const source = path.resolve(import.meta.dirname, '../../src')
const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))

const textOf = (file: string): string => fs.readFileSync(path.join(source, file), 'utf8')

/** The modules that a file imports, from it on, as far as they lead. */
function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const [, target = ''] of textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
    const next = path.posix.normalize(path.posix.join(path.posix.dirname(file), target))
    if (files.includes(next)) reachedFrom(next, seen)
  }
  return seen
}

const ofOpinions = files.filter(
  (file) =>
    /^books\/discussion\/(opinion-groups\/|routing|tally|batch)/.test(file) ||
    /^actions\/discussion\/(votes|opinions|statements)\//.test(file) ||
    /^store\/(votes|opinion-batches)\.ts$/.test(file) ||
    /^store\/people\/(statements|votes-by-level)\.ts$/.test(file),
)

test('opinion groups, routing and votes know nothing of what people say about themselves', () => {
  expect(ofOpinions.length).toBeGreaterThan(10)
  const wrong = ofOpinions.flatMap((file) =>
    [...reachedFrom(file)]
      .filter((one) => /(^|\/)(voices|voice-batches|declarations?)(\/|\.|-|$)/.test(one))
      .map((one) => `${file} reaches ${one}`),
  )
  expect(wrong).toEqual([])
})

test('no table or record of theirs names a declaration', () => {
  expect(ofOpinions.filter((file) => /\bdeclaration\b|Declaration\b|voice_batch/.test(textOf(file)))).toEqual([])
})

test('what the protected tables are made of is read by the batches alone, and by no page, route or command', () => {
  const readers = files.filter((file) => /\b(listDeclarations|findPublishedCells)\b/.test(textOf(file)))
  expect(readers.sort()).toEqual([
    'actions/discussion/voices/make-voice-batches.ts',
    'actions/discussion/voices/voice-record.ts',
    'store/people/declarations.ts',
    'store/voice-batches.ts',
  ])
})

test('the one door: no other module names the table of declarations', () => {
  const naming = files.filter((file) => /\b(from|into|join|update|selectFrom|deleteFrom|insertInto)\W{1,2}declaration\b/.test(textOf(file)))
  expect(naming.filter((file) => !file.startsWith('store/people'))).toEqual([])
  expect(naming).toContain('store/people/declarations.ts')
})
