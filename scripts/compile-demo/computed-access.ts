/** SDG 11.2.1 of a city as a release of the demonstration: computed here as `bagdar compute` does it. */
import { computeAccess } from '../../src/actions/compute-access.ts'
import { accessFiles, filesOfAccess } from '../../src/actions/files-of-access.ts'
import { readCityFiles, type CityFiles } from '../../src/actions/read-city-files.ts'
import { computedReadings } from '../../src/actions/store-computation.ts'
import { parametersOf } from '../../src/books/indicators/sdg-11/readings-of-result.ts'
import { drawShares, surenessParameters, transitQuestion } from '../../src/books/indicators/sdg-11/sureness.ts'
import type { Notice } from '../../src/books/notice.ts'
import type { CitySet } from '../../src/formats/city-folder/city-folder.ts'
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
  const files: CityFiles = { gtfs: [], boundaries: [], districts: null, populationGroups: [], ...asked.files }
  const data = await readCityFiles(files, { openSpaces: false, background: asked.withMap }, () => {})
  Object.assign(data.parameters, asked.parameters)
  data.notices.push(...(asked.notices ?? []))
  const inputs = [files.osm, ...files.gtfs, ...(typeof files.population === 'number' ? [] : [files.population]), ...files.boundaries]
  const hashed = [...inputs, ...(files.districts === null ? [] : [files.districts])].map(hashSource)
  const computation = await computeAccess(data, hashed, surenessParameters, {
    begin: () => {},
    drawShares: async (model, parameters) => drawShares(transitQuestion(model), parameters, 0, parameters.draws),
  })
  const { result } = computation
  const all = filesOfAccess(computation, data, asked.attribution)
  const readings = computedReadings(result, asked.refArea, asked.timePeriod, asked.known)
  return {
    release: {
      id: `bagdar-11.2.1-${asked.timePeriod}`,
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
    computed: new Map([...all].filter(([name]) => asked.withMap || name === accessFiles.result)),
  }
}
