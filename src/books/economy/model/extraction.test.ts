import { describe, expect, test } from 'vitest'
import { hasEconomyData, pymrioSmall, pymrioTest, wiod2011 } from '../../../../test/support/economy-tables.ts'
import { solveDense } from '../../../kernel/matrix/solve-dense.ts'
import { ProductiveSystem } from '../../../kernel/matrix/productive-system.ts'
import { economyModel, type EconomyModel } from './economy-model.ts'
import { blockOfRegion, extractBlock, extractSectors } from './extraction.ts'

const variants = ['backward', 'forwardLeontief', 'forwardGhosh', 'complete'] as const

/** The loss by solving anew without the sector. */
function directly(model: EconomyModel, kind: (typeof variants)[number], j: number): number {
  const { n, x, f, v, table } = model
  const ghosh = kind === 'forwardGhosh'
  const A = new Float64Array(n * n)
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      const rowGone = a === j && kind !== 'backward'
      const columnGone = b === j && (kind === 'backward' || kind === 'complete')
      const base = ghosh ? x[a]! : x[b]!
      // Ghosh reads the same system from the other side: rows and columns change places.
      A[ghosh ? b * n + a : a * n + b] = rowGone || columnGone || base === 0 ? 0 : table.Z[a * n + b]! / base
    }
  const right = ghosh ? v.slice() : f.slice()
  if (kind === 'complete') right[j] = 0
  const M = A.map((one, at) => (at % (n + 1) === 0 ? 1 : 0) - one)
  return x.reduce((sum, one) => sum + one, 0) - solveDense(M, right, 1).reduce((sum, one) => sum + one, 0)
}

test.each(variants)('%s: every sector of a small table, against solving without it', (kind) => {
  const model = economyModel(pymrioSmall)
  const found = extractSectors(model)[kind]
  for (let j = 0; j < model.n; j++) expect(found[j]).toBeCloseTo(directly(model, kind, j), 10)
})

test('a block of sectors, against solving without it', () => {
  const model = economyModel(pymrioSmall)
  const block = blockOfRegion(model, 1)
  const loss = extractBlock(model, block)
  const kept = [0, 1, 2]
  const M = Float64Array.from(kept.flatMap((i) => kept.map((j) => (i === j ? 1 : 0) - pymrioSmall.Z[i * 6 + j]! / model.x[j]!)))
  const left = solveDense(
    M,
    Float64Array.from(kept, (i) => model.f[i]!),
    1,
  )
  for (const i of kept) expect(loss[i]).toBeCloseTo(model.x[i]! - left[i]!, 10)
  for (const i of block) expect(loss[i]).toBeCloseTo(model.x[i]!, 10)
})

test('a block of one sector is the sector', () => {
  const model = economyModel(pymrioSmall)
  const all = extractBlock(model, [2]).reduce((sum, one) => sum + one, 0)
  expect(all).toBeCloseTo(extractSectors(model).complete[2]!, 10)
})

describe('real tables (skipped where they are absent)', () => {
  test.runIf(hasEconomyData)("pymrio's test table: a sample of sectors to 1e-9", () => {
    const model = economyModel(pymrioTest().table)
    const found = extractSectors(model)
    for (const kind of variants)
      for (const j of [0, 17, 31, 47]) {
        const wanted = directly(model, kind, j)
        expect(Math.abs(found[kind][j]! / wanted - 1), `${kind} of ${j}`).toBeLessThan(1e-9)
      }
  })

  test.runIf(hasEconomyData)('WIOD 2011: two sectors by solving without them, to 1e-9', () => {
    const table = wiod2011()
    const model = economyModel(table)
    const { complete } = extractSectors(model)
    const total = model.x.reduce((sum, one) => sum + one, 0)
    for (const j of [411, 1203]) {
      const without = new ProductiveSystem(model.n, (i, row) => {
        if (i !== j) for (let k = 0; k < model.n; k++) row[k] = k === j || model.x[k] === 0 ? 0 : table.Z[i * model.n + k]! / model.x[k]!
      })
      const wanted = total - without.solve(model.f.with(j, 0)).x.reduce((sum, one) => sum + one, 0)
      expect(Math.abs(complete[j]! / wanted - 1)).toBeLessThan(1e-9)
    }
  })
})
