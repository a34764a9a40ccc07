import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InputOutputTable } from '../input-output-table.ts'
import { economyModel } from '../model/economy-model.ts'
import { decomposeExports, type Perspective } from './decompose-exports.ts'
import { exportTotals } from './export-totals.ts'

/** The slow, obvious way: elimination with the largest pivot of each column. */
function solve(A: Float64Array, n: number, f: Float64Array): Float64Array {
  const rows = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n + 1 }, (_, j) => (j === n ? f[i]! : (i === j ? 1 : 0) - A[i * n + j]!)),
  )
  for (let k = 0; k < n; k++) {
    const pivot = rows.slice(k).reduce((best, row) => (Math.abs(row[k]!) > Math.abs(best[k]!) ? row : best))
    rows.splice(rows.indexOf(pivot), 1)
    rows.splice(k, 0, pivot)
    for (const row of rows) {
      if (row === pivot) continue
      const factor = row[k]! / pivot[k]!
      for (let j = k; j <= n; j++) row[j]! -= factor * pivot[j]!
    }
  }
  return Float64Array.from(rows, (row, k) => row[n]! / row[k]!)
}

const labels = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))

/** A table of which rows give the output, from its sales; `final` holds one column for each country. */
function tableOf(
  regions: readonly string[],
  sectors: number,
  demand: readonly string[],
  Z: number[][],
  final: number[][],
): InputOutputTable {
  const x = Float64Array.from(Z, (row, i) => [...row, ...final[i]!].reduce((a, b) => a + b, 0))
  return {
    ...{ name: 'test', year: 2020, unit: 'million USD', extensions: [], x },
    regions: labels(regions),
    sectors: labels(Array.from({ length: sectors }, (_, s) => `c${s + 1}`)),
    Z: Float64Array.from(Z.flat()),
    Y: Float64Array.from(final.flat()),
    finalDemand: demand.map((region) => ({ region, category: 'F' })),
  }
}

const data = resolve(import.meta.dirname, '../../../../../shared/data/economy')
const cells = (file: string) =>
  readFileSync(join(data, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
const rounded = (value: number) => Math.round(value * 100) / 100

describe.skipIf(!existsSync(join(data, 'exvatools')))('exvatools (skipped where the shared data are absent)', () => {
  const [header = [], ...lines] = cells('exvatools/iciotest_data.csv')
  const regions = ['ESP', 'FRA', 'MEX', 'USA', 'CHN', 'ROW', 'MX1', 'MX2', 'CN1', 'CN2']
  const numbers = lines.slice(0, 30).map((line) => line.slice(1).map(Number))
  const demand = ['ESP', 'FRA', 'MEX', 'USA', 'CHN', 'ROW']
  const final = numbers.map((row) => demand.map((_, country) => row[30 + 2 * country]! + row[31 + 2 * country]!))
  const table = tableOf(
    regions,
    3,
    demand,
    numbers.map((row) => row.slice(0, 30)),
    final,
  )
  const countryOf = (region: string) => ({ MX1: 'MEX', MX2: 'MEX', CN1: 'CHN', CN2: 'CHN' })[region] ?? region

  test('the file is as it was', () => {
    expect(
      header
        .slice(1)
        .filter((_, at) => at % 3 === 0)
        .slice(0, 10)
        .map((label) => label.slice(1, 4)),
    ).toEqual(regions)
    expect(lines.slice(0, 30).map((line) => line[0])).toEqual(header.slice(1, 31))
  })

  // tests/testthat/test-make_exvadec_bm_src.R and test-make_exvadec_bm_snk.R of exvatools 0.9.0, data set "iciotest".
  const expected = {
    ESP: { EXGR: 4666.96, DC: 2165.17, DVA: 1880.6, VAX: 1624.18, REF: 256.41, DDC: 284.58, FC: 2501.78, FVA: 2176.21, FDC: 325.58 },
    CHN: { EXGR: 8575.51, DC: 4409.66, DVA: 3469.4, VAX: 3117.58, REF: 351.82, DDC: 940.27, FC: 4165.85, FVA: 3273.6, FDC: 892.25 },
    NAFTA: { EXGR: 10485.4, DC: 6127.84, DVA: 4613.26, VAX: 3639.16, REF: 974.09, DDC: 1514.58, FC: 4357.56, FVA: 3276.3, FDC: 1081.26 },
  }
  const chains = {
    ESP: { GVC: 4034.25, GVCB: 2786.36, GVCF: 1247.89 },
    CHN: { GVC: 7260.12, GVCB: 5106.11, GVCF: 2154.01 },
    NAFTA: { GVC: 8656.71, GVCB: 5872.14, GVCF: 2784.57 },
  }
  const members = (exporter: string) => (exporter === 'NAFTA' ? ['MEX', 'USA'] : [exporter])

  test.each(
    (['source', 'sink'] as const).flatMap((perspective) =>
      Object.entries(expected).map(([exporter, parts]) => ({ perspective, exporter, parts })),
    ),
  )('$perspective, exports of $exporter', ({ perspective, exporter, parts }) => {
    const totals = exportTotals(decomposeExports(economyModel(table), members(exporter), { perspective, countryOf }))
    expect(Object.fromEntries(Object.keys(parts).map((part) => [part, rounded(totals[part as keyof typeof totals])]))).toEqual(parts)
  })

  test.each(Object.entries(chains))('value chains of %s', (exporter, parts) => {
    const totals = exportTotals(decomposeExports(economyModel(table), members(exporter), { countryOf }))
    expect(Object.fromEntries(Object.keys(parts).map((part) => [part, rounded(totals[part as keyof typeof totals])]))).toEqual(parts)
  })

  test('Mexico and the USA, each for itself', () => {
    const both = ['MEX', 'USA'].map((code) => exportTotals(decomposeExports(economyModel(table), [code], { countryOf })))
    const sum = (part: 'EXGR' | 'DVA' | 'VAX' | 'FVA' | 'GVC') => rounded(both[0]![part] + both[1]![part])
    expect([sum('EXGR'), sum('DVA'), sum('VAX'), sum('FVA'), sum('GVC')]).toEqual([13087.74, 5070.13, 4547.65, 5732.88, 11063.59])
  })
})

describe.skipIf(!existsSync(join(data, 'leather')))('decompr, the leather example (skipped where the shared data are absent)', () => {
  const countries = ['Argentina', 'Turkey', 'Germany']
  const table = tableOf(
    countries,
    3,
    countries,
    cells('leather/inter.csv')
      .slice(1)
      .map((row) => row.map(Number)),
    cells('leather/final.csv')
      .slice(1)
      .map((row) => row.map(Number)),
  )

  // inst/doc/decompr.html of decompr 6.4.0, decomp(leather, method = "kww"): VAX is DVA_FIN + DVA_INT + DVA_INTrex, REF is RDV_FIN + RDV_INT,
  // FC is FVA_FIN + FVA_INT + FDC.
  test.each([
    { country: 'Argentina', VAX: 46.732081, REF: 6.0854734, DDC: 0.8723949, FC: 10.610044 },
    { country: 'Turkey', VAX: 77.341443, REF: 12.4833731, DDC: 2.6369363, FC: 21.138247 },
    { country: 'Germany', VAX: 96.719144, REF: 10.1232606, DDC: 4.44818, FC: 36.309417 },
  ])('exports of $country as Koopman, Wang and Wei take them apart', ({ country, VAX, REF, DDC, FC }) => {
    for (const perspective of ['source', 'sink'] as const) {
      const totals = exportTotals(decomposeExports(economyModel(table), [country], { perspective }))
      expect(totals.VAX).toBeCloseTo(VAX, 4)
      expect(totals.REF).toBeCloseTo(REF, 4)
      expect(totals.DDC).toBeCloseTo(DDC, 4)
      expect(totals.FC).toBeCloseTo(FC, 4)
    }
  })

  // The same document, decomp(leather, method = "leontief"): domestic and foreign content of the exports of each sector, added up.
  test.each([
    { country: 'Argentina', DC: [29.79528772, 22.05676663, 1.837902], FC: [3.40471228, 6.44323337, 0.762098] },
    { country: 'Turkey', DC: [38.43206782, 48.07415692, 5.95552841], FC: [7.46793218, 11.12584308, 2.54447159] },
    { country: 'Germany', DC: [33.06786682, 25.71988896, 52.50282732], FC: [5.63213318, 5.28011104, 25.39717268] },
  ])('content of the exports of $country by sector', ({ country, DC, FC }) => {
    const decomposition = decomposeExports(economyModel(table), [country])
    for (const sector of [0, 1, 2]) {
      const totals = exportTotals(decomposition, { sector })
      expect(totals.DC).toBeCloseTo(DC[sector]!, 6)
      expect(totals.FC).toBeCloseTo(FC[sector]!, 6)
    }
  })
})

/** Productive tables of three countries with two sectors, with a few empty cells. */
const tables = fc
  .record({
    Z: fc.array(fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 10, noNaN: true })), { minLength: 6, maxLength: 6 }), {
      minLength: 6,
      maxLength: 6,
    }),
    final: fc.array(fc.array(fc.double({ min: 5, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 }), { minLength: 6, maxLength: 6 }),
  })
  .map(({ Z, final }) => {
    // Each row gets so much final demand that no column buys more than it makes.
    const inputs = Z.map((_, j) => Z.reduce((sum, row) => sum + row[j]!, 0))
    return tableOf(
      ['a', 'b', 'c'],
      2,
      ['a', 'b', 'c'],
      Z,
      final.map((row, i) => row.map((value) => value + inputs[i]! / 2)),
    )
  })
const perspectives = fc.constantFrom<Perspective>('source', 'sink')

describe('whatever the table', () => {
  test('the parts add up to gross exports in every cell, and VAX is at most DVA', () => {
    fc.assert(
      fc.property(tables, perspectives, (table, perspective) => {
        const { parts } = decomposeExports(economyModel(table), ['a'], { perspective })
        for (const [cell, exports] of parts.EXGR.entries()) {
          expect(parts.DVA[cell]! + parts.DDC[cell]! + parts.FVA[cell]! + parts.FDC[cell]!).toBeCloseTo(exports, 8)
          expect(parts.VAX[cell]! + parts.REF[cell]!).toBeCloseTo(parts.DVA[cell]!, 8)
          for (const part of [parts.DVA, parts.VAX, parts.REF, parts.DDC, parts.FVA, parts.FDC]) expect(part[cell]).toBeGreaterThan(-1e-9)
          expect(parts.VAX[cell]).toBeLessThanOrEqual(parts.DVA[cell]! + 1e-9)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('totals of a country are the same at the source and at the sink, and VAX is what demand abroad absorbs', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const source = exportTotals(decomposeExports(economyModel(table), ['a'], { perspective: 'source' }))
        const sink = exportTotals(decomposeExports(economyModel(table), ['a'], { perspective: 'sink' }))
        for (const part of ['EXGR', 'DVA', 'VAX', 'REF', 'DDC', 'FVA', 'FDC'] as const) expect(sink[part]).toBeCloseTo(source[part], 7)
        // Johnson and Noguera (2012): value added of a in everything that b and c finally use.
        const A = table.Z.map((value, at) => value / table.x[at % 6]!)
        const abroad = solve(
          A,
          6,
          Float64Array.from({ length: 6 }, (_, i) => table.Y[i * 3 + 1]! + table.Y[i * 3 + 2]!),
        )
        const absorbed = [0, 1].reduce((sum, j) => {
          const inputs = [0, 1, 2, 3, 4, 5].reduce((total, i) => total + A[i * 6 + j]!, 0)
          return sum + (1 - inputs) * abroad[j]!
        }, 0)
        expect(source.VAX).toBeCloseTo(absorbed, 7)
      }),
      { numRuns: 30 },
    )
  })

  test('another unit changes every part by the same factor, and no share', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const thousands = { ...table, Z: table.Z.map((z) => 1000 * z), Y: table.Y.map((y) => 1000 * y), x: table.x.map((x) => 1000 * x) }
        const [one, other] = [table, thousands].map((each) => exportTotals(decomposeExports(economyModel(each), ['b'])))
        expect(other!.VAX / other!.EXGR).toBeCloseTo(one!.VAX / one!.EXGR, 9)
        expect(other!.GVC / other!.EXGR).toBeCloseTo(one!.GVC / one!.EXGR, 9)
      }),
      { numRuns: 30 },
    )
  })
})

test('calls that make no sense are refused', () => {
  const table = tableOf(
    ['a', 'b'],
    1,
    ['a', 'b'],
    [
      [1, 1],
      [1, 1],
    ],
    [
      [5, 5],
      [5, 5],
    ],
  )
  expect(() => decomposeExports(economyModel(table), ['d'])).toThrow('no country d')
  expect(() => decomposeExports(economyModel(table), ['a', 'b'])).toThrow('Nobody is left')
  expect(() => decomposeExports(economyModel({ ...table, finalDemand: [{ region: null, category: 'E' }] }), ['a'])).toThrow(
    'several regions',
  )
  expect(() => exportTotals(decomposeExports(economyModel(table), ['a']), { partner: 'c' })).toThrow('no exports to c')
})
