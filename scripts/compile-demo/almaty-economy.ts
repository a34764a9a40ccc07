import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ProductionMargins } from '../../src/books/economy/trade/production-margins.ts'
import { readAdbMargins } from '../../src/formats/input-output/read-adb-margins.ts'
import { writeMarginsList } from '../../src/formats/input-output/margins-list.ts'

const kept = ['KAZ', 'THA']
const lists = ['output', 'valueAdded', 'inputs', 'sales', 'salesToIndustriesAtHome', 'salesToFinalDemandAtHome'] as const

type Lists = Pick<ProductionMargins, (typeof lists)[number]>

/** Margins of Kazakhstan and Thailand out of those of ADB; the other economies are added up, as comparative advantage needs the world. */
export function compileAlmatyEconomy(data: string, demo: string): void {
  const read = (file: string) => readFileSync(join(data, 'economy/adb-kaz', file), 'utf8')
  const { margins } = readAdbMargins(read('summary.csv'), read('sectors.csv'))
  const folder = join(demo, 'almaty/economy')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'margins.csv'), [...writeMarginsList(margins.map(withOthersTogether))].join(''))
}

/** To a thousand dollars. What each of the others sells at home stays its own: exports of the others hold what they sell to each other. */
function withOthersTogether(margins: ProductionMargins): ProductionMargins {
  const N = margins.sectors.length
  const folded = (values: Float64Array): Float64Array => {
    const sums = new Float64Array((kept.length + 1) * N)
    for (const [r, { code }] of margins.regions.entries()) {
      const to = kept.includes(code) ? kept.indexOf(code) : kept.length
      for (let i = 0; i < N; i++) sums[to * N + i]! += values[r * N + i]!
    }
    return sums.map((value) => Math.round(value * 1000) / 1000)
  }
  const regions = [...kept, 'OTHERS'].map((code) => ({ code, name: code }))
  return { ...margins, regions, ...(Object.fromEntries(lists.map((name) => [name, folded(margins[name])])) as Lists) }
}
