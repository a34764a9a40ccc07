/**
 * Writes the input-output table of the invented countries: `npx tsx scripts/invent-economy.ts demo/ulgiqala/economy`. Four economies of fourteen
 * sectors, so that the note on two cities can be shown whole. Every number is made up; the names of sectors are those of the ADB tables.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { InputOutputTable } from '../src/books/economy/input-output-table.ts'
import { writeTriples } from '../src/formats/input-output/write-triples.ts'
import { stream } from '../src/kernel/random.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npx tsx scripts/invent-economy.ts <folder to write into>')
  process.exit(2)
}

/** Code, and weight in the final demand of the four economies; the first two are the countries of Үлгіқала and Теңізкент. */
const sectors: [code: string, weights: [number, number, number, number]][] = [
  ['AHF', [6, 3, 8, 7]],
  ['MIN', [1, 1, 1, 1]],
  ['FBT', [9, 9, 10, 9]],
  ['TEX', [2, 3, 4, 3]],
  ['CRP', [3, 2, 2, 3]],
  ['CCP', [1.5, 3, 2, 3]],
  ['MFM', [1, 1, 1, 2]],
  ['EOE', [2, 5, 3, 6]],
  ['UTL', [3, 3, 3, 3]],
  ['CON', [14, 10, 12, 12]],
  ['WST', [13, 14, 12, 12]],
  ['HRS', [3, 9, 4, 4]],
  ['ITR', [5, 5, 4, 4]],
  ['OBA', [18, 22, 15, 20]],
]
const regions = ['ULG', 'TNZ', 'DAL', 'WLD']
/** Final demand of each economy, million USD. */
const sizes = [62_000, 148_000, 35_000, 2_400_000]
/** How much of each product an economy can sell abroad, against the others of its size. */
const strength: Record<string, number[]> = {
  AHF: [2.2, 0.6, 1.6, 1],
  MIN: [5.5, 0.2, 2.5, 1],
  FBT: [0.8, 2.4, 0.9, 1],
  TEX: [0.3, 1.8, 1.4, 1],
  CRP: [1.6, 0.7, 0.8, 1],
  CCP: [0.6, 1.5, 0.4, 1],
  MFM: [2.4, 0.6, 0.7, 1],
  EOE: [0.2, 2.0, 0.3, 1],
  HRS: [0.5, 3.2, 0.7, 1],
}

const { uniform } = stream(2026, 7)
const [N, R] = [sectors.length, regions.length]
const n = N * R

/** How much of product i, bought in region t, comes from region s. */
function originOf(i: number, s: number, t: number): number {
  const code = sectors[i]![0]
  const isService = !(code in strength)
  const atHome = isService ? 0.975 : { ULG: 0.74, TNZ: 0.78, DAL: 0.7, WLD: 0.985 }[regions[t]!]!
  if (s === t) return atHome
  const pull = (r: number) => (r === t ? 0 : sizes[r]! ** 0.75 * (strength[code]?.[r] ?? 1) * (r + t === 3 ? 0.6 : 1))
  return ((1 - atHome) * pull(s)) / regions.reduce((sum, _, r) => sum + pull(r), 0)
}

// Technology: what each sector needs of each product; alike in all regions, but not the same.
const recipe = Array.from({ length: N * N }, () => uniform() ** 3)
for (const [buyer, supplier, weight] of [
  ['FBT', 'AHF', 6],
  ['CRP', 'MIN', 9],
  ['MFM', 'MIN', 5],
  ['CCP', 'CRP', 3],
  ['EOE', 'MFM', 5],
  ['TEX', 'AHF', 3],
  ['HRS', 'FBT', 4],
  ['CON', 'MFM', 4],
  ['ITR', 'CRP', 5],
  ['UTL', 'CRP', 3],
] as const)
  recipe[indexOf(supplier) * N + indexOf(buyer)] = weight
const inputs = sectors.map(() => 0.3 + 0.3 * uniform())
const A = new Float64Array(n * n)
for (let t = 0; t < R; t++)
  for (let j = 0; j < N; j++) {
    const own = Array.from({ length: N }, (_, i) => recipe[i * N + j]! * (0.8 + 0.4 * uniform()))
    const total = own.reduce((sum, one) => sum + one, 0)
    for (let i = 0; i < N; i++)
      for (let s = 0; s < R; s++) A[(s * N + i) * n + t * N + j] = ((own[i]! * inputs[j]!) / total) * originOf(i, s, t)
  }

const categories = ['households', 'government and investment']
const Y = new Float64Array(n * R * categories.length)
for (let t = 0; t < R; t++) {
  const total = sectors.reduce((sum, [, weights]) => sum + weights[t]!, 0)
  for (const [i, [code, weights]] of sectors.entries())
    for (let s = 0; s < R; s++) {
      const amount = (sizes[t]! * weights[t]! * originOf(i, s, t)) / total
      const households = code === 'CON' ? 0.05 : 0.7
      Y[(s * N + i) * R * 2 + t * 2] = rounded(amount * households)
      Y[(s * N + i) * R * 2 + t * 2 + 1] = rounded(amount * (1 - households))
    }
}

// x = A·x + f, by adding round after round of inputs.
const f = Float64Array.from({ length: n }, (_, i) => Y.subarray(i * R * 2, (i + 1) * R * 2).reduce((sum, one) => sum + one, 0))
let x = f.slice()
for (let round = 0; round < 200; round++)
  x = f.map((demand, i) => {
    let all = demand
    for (let j = 0; j < n; j++) all += A[i * n + j]! * x[j]!
    return all
  })
const Z = A.map((coefficient, at) => rounded(coefficient * x[at % n]!))
const output = f.map((demand, i) => rounded(Z.subarray(i * n, (i + 1) * n).reduce((sum, one) => sum + one, demand)))
const jobsPerMillion = [24, 3, 8, 16, 2, 4, 5, 7, 3, 12, 15, 22, 11, 10]
const productivity = [1, 1.6, 0.7, 1.3]

const table: InputOutputTable = {
  ...{ name: 'Invented table', year: 2024, unit: 'million USD', Z, Y, x: output },
  regions: regions.map((code) => ({ code, name: code })),
  sectors: sectors.map(([code]) => ({ code, name: code })),
  finalDemand: regions.flatMap((region) => categories.map((category) => ({ region, category }))),
  extensions: [
    {
      ...{ kind: 'employment', name: 'employment', unit: 'persons' },
      values: output.map((one, i) => Math.round((one * jobsPerMillion[i % N]!) / productivity[Math.floor(i / N)]!)),
    },
  ],
}
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'flows.csv'), [...writeTriples(table)].join(''))

function indexOf(code: string): number {
  return sectors.findIndex(([one]) => one === code)
}

/** Tenths of a million. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
