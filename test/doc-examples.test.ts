import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Runs the examples of the doc comments: every `@example` whose code ends in `// => value`.
 * A module is only loaded when it has examples.
 */
const source = path.resolve(import.meta.dirname, '../src')
const files = fs
  .readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file))

interface Example {
  code: string
  expected: string
}

function examplesOf(text: string): Example[] {
  return [...text.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(([comment]) =>
    [...comment.matchAll(/@example\b([\s\S]*?)(?=\n\s*\*\s*@|\*\/)/g)].flatMap((match) => {
      const lines = (match[1] ?? '').split('\n').map((line) => line.replace(/^\s*\*? ?/, ''))
      const examples: Example[] = []
      let code: string[] = []
      for (const line of lines) {
        const [before = '', expected] = line.split('// => ')
        code.push(before)
        if (expected === undefined) continue
        examples.push({ code: code.join('\n').trim(), expected: expected.trim() })
        code = []
      }
      return examples
    }),
  )
}

/** The value of an expression in which the module's exports are known. */
function valueOf(code: string, known: Record<string, unknown>): unknown {
  // oxlint-disable-next-line typescript/no-implied-eval -- running the code of the examples is what this test is for
  return new Function(...Object.keys(known), `"use strict"; return (${code})`)(...Object.values(known))
}

for (const file of files) {
  const examples = examplesOf(fs.readFileSync(path.join(source, file), 'utf8'))
  if (examples.length === 0) continue
  describe(file, () => {
    test.each(examples)('$code', async ({ code, expected }) => {
      const known = (await import(path.join(source, file))) as Record<string, unknown>
      const actual = await valueOf(code, known)
      const wanted = valueOf(expected, known)
      // A number in a comment is written with as many decimals as are worth reading.
      if (typeof wanted === 'number' && typeof actual === 'number') expect(actual).toBeCloseTo(wanted, expected.split('.')[1]?.length ?? 0)
      else expect(actual).toEqual(wanted)
    })
  })
}

test('there are examples to run', () => {
  expect(files.some((file) => examplesOf(fs.readFileSync(path.join(source, file), 'utf8')).length > 0)).toBe(true)
})
