/** SDG 11.2.1 and 11.7.1 of a city as releases of the demonstration: computed here as `bagdar compute` does it. */
import { computeAccess } from '../../src/actions/compute-access.ts'
import { computeOpenSpace } from '../../src/actions/compute-open-space.ts'
import { accessFiles, filesOfAccess } from '../../src/actions/files-of-access.ts'
import { readCityFiles, type CityFiles } from '../../src/actions/read-city-files.ts'
import { computedReadings } from '../../src/actions/store-computation.ts'
import { parametersOf } from '../../src/books/indicators/sdg-11/readings-of-result.ts'
import type { SpatialResult } from '../../src/books/indicators/sdg-11/spatial-result.ts'
import { drawShares, surenessParameters, transitQuestion } from '../../src/books/indicators/sdg-11/sureness/sureness.ts'
import type { Notice } from '../../src/books/notice.ts'
import type { CitySet } from '../../src/formats/city-folder/city-folder.ts'
import { sourcesOf } from '../../src/cli/city-files.ts'
import { writeSpatialResult } from '../../src/formats/spatial-result-file.ts'
import { hashSource } from '../../src/formats/hash-source.ts'

export interface ComputedAccess {
  files: Omit<CityFiles, 'gtfs' | 'boundaries' | 'districts' | 'populationGroups'> & Partial<CityFiles>
  refArea: string
  timePeriod: string
  publishedAt: string
  attribution: string
  /** Whether the map goes with the figures. Maps of real cities stay out of the repository. */
  withMap: boolean
  /** Terms of the files, and whatever else is to be known of them. */
  parameters: Record<string, string>
  /** What is to be known of the data besides what the files say. */
  notices?: readonly Notice[]
  /** Indicators whose names the city's folder has already. */
  known: ReadonlySet<string>
}

export async function computedAccess(asked: ComputedAccess): Promise<CitySet> {
  const { data, hashed } = await read(asked, { openSpaces: false, background: asked.withMap })
  const computation = await computeAccess(data, hashed, surenessParameters, {
    begin: () => {},
    drawShares: async (model, parameters) => drawShares(transitQuestion(model), parameters, 0, parameters.draws),
  })
  const all = filesOfAccess(computation, data, asked.attribution)
  return computedSet(computation.result, asked, new Map([...all].filter(([name]) => asked.withMap || name === accessFiles.result)))
}

/** SDG 11.7.1 of a city; it has no map. */
export async function computedOpenSpace(asked: ComputedAccess): Promise<CitySet> {
  const { data, hashed } = await read(asked, { openSpaces: true, background: false })
  const { result } = await computeOpenSpace(data, hashed, surenessParameters, {
    begin: () => {},
    drawShares: async (question, parameters) => drawShares(question, parameters, 0, parameters.draws),
  })
  return computedSet(result, asked, new Map([['11.7.1-result.json', writeSpatialResult(result)]]))
}

async function read(asked: ComputedAccess, wanted: Parameters<typeof readCityFiles>[1]) {
  const files: CityFiles = { gtfs: [], boundaries: [], districts: null, populationGroups: [], ...asked.files }
  const data = await readCityFiles(files, wanted, () => {})
  Object.assign(data.parameters, asked.parameters)
  data.notices.push(...(asked.notices ?? []))
  return { data, hashed: sourcesOf(files).map(hashSource) }
}

/** A result as a release of the demonstration. */
export function computedSet(
  result: SpatialResult,
  asked: Pick<ComputedAccess, 'refArea' | 'timePeriod' | 'publishedAt' | 'known'>,
  computed: ReadonlyMap<string, Uint8Array>,
): CitySet {
  const readings = computedReadings(result, asked.refArea, asked.timePeriod, asked.known)
  return {
    release: {
      id: `bagdar-${result.indicator}-${asked.timePeriod}`,
      kind: 'computation',
      title: readings.title,
      source: readings.source.id,
      madeBy: 'Bagdar, compile-demo',
      publishedAt: `${asked.publishedAt}T00:00:00.000Z`,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawnReason: null,
      parameters: parametersOf(result),
      codeVersion: '',
    },
    readings,
    computed,
  }
}
