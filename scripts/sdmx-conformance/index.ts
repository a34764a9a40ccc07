import { schemaTests } from './facts.ts'
import type { Ask, Outcome } from './outcome.ts'
import { testData } from './test-data.ts'
import { testStructures } from './test-structures.ts'

export interface Share {
  index: string
  profile: 'Basic' | 'Full'
  passed: number
  tests: number
}

/**
 * Asks a service what the official test kit asks, as far as the list of its requests is rebuilt here (see facts.ts).
 *
 * @param agency  whose data are asked for; null: of the first provision agreement
 * @param choose  which artefact of many the tests are about; the kit takes any
 */
export async function testConformance(ask: Ask, agency: string | null, choose: <T>(list: readonly T[]) => T): Promise<Outcome[]> {
  const structures = await testStructures(ask, choose)
  const data = await testData(ask, agency)
  const schema = await ask('schema/dataflow/all/all')
  const schemas = Array.from({ length: schemaTests }, (_, at): Outcome => ({
    ...{ index: 'schema', isBasic: false, name: `schema, test ${at + 1}` },
    failure: schema.status === 200 ? 'not looked at' : `${schema.status}: schemas are not served`,
  }))
  return [...structures, ...data, ...schemas]
}

/** How much of each index and of all has passed. */
export function sharesOf(outcomes: readonly Outcome[]): Share[] {
  const share = (index: string, profile: Share['profile']): Share => {
    const list = outcomes.filter((one) => (index === 'all' || one.index === index) && (profile === 'Full' || one.isBasic))
    return { index, profile, passed: list.filter(({ failure }) => failure === null).length, tests: list.length }
  }
  return (['Basic', 'Full'] as const).flatMap((profile) =>
    ['structure', 'data', 'schema', 'all'].map((index) => share(index, profile)).filter(({ tests }) => tests > 0),
  )
}
