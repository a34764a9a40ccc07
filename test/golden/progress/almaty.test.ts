import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { foldStatuses, methods, type Method } from '../../../src/books/indicators/progress/fold-status.ts'
import { judge, type Question } from '../../../src/books/indicators/progress/judge.ts'
import type { Desired } from '../../../src/books/indicators/progress/trajectory.ts'
import { agreeing } from '../../../src/books/indicators/progress/why-they-differ.ts'
import { findReferenceTarget, targetFromRule, type TargetRule } from '../../../src/books/indicators/reference-targets.ts'

interface Row {
  id: string
  indicator: string
  dimensions: Record<string, string>
  points: [number, string][]
  desired: Desired | null
  baselineYear: number
  target: (TargetRule & { year: number }) | null
  targetOrigin: string | null
  scale: number | null
  naturalLimit: number | null
  asOfYear: number
  pool: { values: Record<string, string> }
}
interface Golden {
  id: string
  target: number | null
  judgements: Record<Method, { kind: string; category?: string; reason?: string } & Record<string, unknown>>
}

const here = new URL('.', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, here), 'utf8')) as unknown
const rows = read('almaty-series.json') as Row[]
const golden = new Map((read('almaty-judgements.json') as Golden[]).map((one) => [one.id, one]))

function questionOf(row: Row): Question {
  const points = row.points.map(([year, value]) => ({ year, value: Number(value) })).filter((point) => point.year <= row.asOfYear)
  return {
    ...row,
    points,
    target: row.target && targetFromRule(row.target, row.target.year, points, row.baselineYear),
    pool: Object.entries(row.pool.values).map(([area, value]) => ({ area, value: Number(value) })),
  }
}

test('there are at least 26 series, and every target says whose it is', () => {
  expect(rows.length).toBeGreaterThanOrEqual(26)
  expect(rows.filter((row) => (row.target === null) !== (row.targetOrigin === null))).toEqual([])
  expect(new Set(rows.map((row) => row.targetOrigin))).toEqual(new Set(['global', 'programme', 'assumed', null]))
})

test.each(rows)('$id is judged as by the second implementation', (row) => {
  const question = questionOf(row)
  const expected = golden.get(row.id)!
  expect(question.target?.value ?? null).toEqual(expected.target === null ? null : expect.closeTo(expected.target, 6))
  const judgements = judge(question)
  for (const method of methods) {
    const { kind, category, reason, ...numbers } = expected.judgements[method]
    const judgement = judgements[method] as unknown as Record<string, unknown>
    expect({ method, kind: judgement['kind'], category: judgement['category'], reason: judgement['reason'] }).toEqual({
      method,
      kind,
      category,
      reason,
    })
    for (const [name, value] of Object.entries(numbers)) expectSame(judgement[name], value, `${method} ${name}`)
  }
})

function expectSame(actual: unknown, expected: unknown, what: string): void {
  if (typeof expected !== 'number' || typeof actual !== 'number') expect(actual, what).toBe(expected)
  else
    expect(Math.abs(actual - expected), `${what}: ${actual} against ${expected}`).toBeLessThanOrEqual(
      1e-7 * Math.max(1, Math.abs(expected)),
    )
}

test('on the 26 rows of the sanity run the applicable methods agree on 17', () => {
  const divided = rows.slice(0, 26).filter((row) => {
    const { escap, openSdg, unsd } = foldStatuses(judge(questionOf(row)))
    return !agreeing([escap, openSdg, unsd])
  })
  expect(divided.map((row) => row.id)).toEqual(['3.4.2', '3.6.1', '5.5.2', '6.3.1', '7.3.1', '11.6.2 PM2.5', '11.b.2', '8.1.1', '8.6.1'])
})

test('rows marked global have the direction and target of the reference table', () => {
  for (const row of rows.filter((one) => one.targetOrigin === 'global')) {
    const reference = findReferenceTarget(row)
    expect([row.id, reference?.desired, reference?.origin]).toEqual([row.id, row.desired, 'global'])
    expect({ ...reference!.rule, year: reference!.year }).toEqual(row.target)
  }
})

const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('what is kept is what the second implementation writes', () => {
  const run = spawnSync('python3', [new URL('second-implementation.py', here).pathname, '--check'], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
})
