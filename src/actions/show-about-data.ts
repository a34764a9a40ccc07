import type { Area, City, Source } from '../books/indicators/figure.ts'
import type { CityRecord } from './record.ts'

export type Needs = Pick<CityRecord, 'listSources' | 'listAreas'>

/** Who publishes the city's figures, and which places they are about. */
export interface DataSubjects {
  sources: readonly Source[]
  areas: readonly Area[]
}

/** Somebody asks where the data comes from. */
export async function showAboutData({ city, asOf }: { city: City; asOf: Date }, needs: Needs): Promise<DataSubjects> {
  const [sources, areas] = await Promise.all([needs.listSources(city, asOf), needs.listAreas(city, asOf)])
  return { sources, areas }
}
