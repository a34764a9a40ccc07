import type { City } from '../books/indicators/figure.ts'
import { explainOfficial } from '../books/indicators/sdg-11/access/explain-official.ts'
import { accessMethods } from '../books/indicators/sdg-11/access/method-spread.ts'
import { ownSource } from '../books/indicators/sdg-11/readings-of-result.ts'
import type { InputErrors } from '../books/indicators/sdg-11/sureness/sureness.ts'
import { readAccessModel } from '../books/indicators/sdg-11/access/write-access-model.ts'
import { readSpatialResult } from '../formats/spatial-result-file.ts'
import type { AccessMethodView, ComparedCity, ComputedAccess, PublishedShare } from '../pages/spatial/access-method-view.ts'
import { accessFiles } from './files-of-access.ts'
import type { CityRecord } from './record.ts'
import { licencesOf, listAccessFigures } from './show-city-map.ts'

type Needs = Pick<
  CityRecord,
  'listCities' | 'listSeries' | 'listFigures' | 'listSources' | 'listComputedFiles' | 'readComputedFile' | 'findRelease'
>

/** Each official figure takes a third of a second to explain. */
const explainedOfficials = 2

/** Somebody asks how 11.2.1 is computed for the city, or what is needed to compute it. */
export async function showAccessMethod({ city, asOf }: { city: City; asOf: Date }, needs: Needs): Promise<AccessMethodView> {
  const said = await listSaid(city, asOf, needs)
  const officials = said.map(({ share }) => share).filter(({ sourceId }) => sourceId !== ownSource)
  const [computed, cities] = await Promise.all([findComputed(city, asOf, said, officials, needs), listComparedCities(city, asOf, needs)])
  return { computed, officials, cities }
}

/** A share that somebody has published, and by which method. */
interface Said {
  method: string
  share: PublishedShare
}

const listSaid = async (city: City, asOf: Date, needs: Needs): Promise<Said[]> =>
  (await listAccessFigures(city, asOf, needs)).map(({ series, ...share }) => ({ method: series.method, share }))

async function findComputed(
  city: City,
  asOf: Date,
  said: readonly Said[],
  officials: readonly PublishedShare[],
  needs: Needs,
): Promise<ComputedAccess | null> {
  const files = new Map((await needs.listComputedFiles(city, asOf)).map((file) => [file.name, file]))
  const read = async (name: string) => {
    const file = files.get(name)
    return file === undefined ? null : await needs.readComputedFile(city, file.releaseId, name, 0, file.bytes)
  }
  const [bytes, modelBytes] = await Promise.all([read(accessFiles.result), read(accessFiles.model)])
  const result = bytes && readSpatialResult(bytes)
  const own = ownShare(said, result?.method)
  const errors = result && errorsOf(result.parameters)
  const release = await needs.findRelease(city, files.get(accessFiles.result)?.releaseNumber ?? 0)
  if (result === null || errors === null || own === null || release === null) return null
  const model = modelBytes && readAccessModel(modelBytes)
  const asked = officials
    .filter(({ value }) => Number(value) >= 0 && Number(value) <= 100)
    .toSorted((a, b) => (a.timePeriod < b.timePeriod ? 1 : -1))
  return {
    figure: own,
    result,
    errors,
    release: { number: release.number, noticeCounts: release.noticeCounts },
    explained:
      model === null ? [] : asked.slice(0, explainedOfficials).map((of) => ({ of, explained: explainOfficial(Number(of.value), model) })),
    licences: licencesOf(result.parameters),
  }
}

/** How wrong the inputs of an interval were taken to be; null for a result without one. */
export function errorsOf({ positionSd, missingShare, populationSd }: Readonly<Record<string, unknown>>): InputErrors | null {
  if (typeof positionSd !== 'number' || typeof missingShare !== 'number' || typeof populationSd !== 'number') return null
  return { positionSd, missingShare, populationSd }
}

const ownShare = (said: readonly Said[], wanted: string | undefined): PublishedShare | null =>
  said.find(({ method, share }) => share.sourceId === ownSource && method === wanted)?.share ?? null

/** Cities kept for comparison, and others for which the same was computed. */
async function listComparedCities(city: City, asOf: Date, needs: Needs): Promise<ComparedCity[]> {
  const others = (await needs.listCities()).filter(({ id }) => id !== city.id)
  const compared = await Promise.all(
    others.map(async (other) => {
      const figure = ownShare(await listSaid(other, asOf, needs), accessMethods[0]?.code)
      const { slug, name, invented, comparison } = other
      return { city: { slug, name, invented }, figure, comparison }
    }),
  )
  return compared.flatMap(({ comparison, ...one }) => (comparison || one.figure !== null ? [one] : []))
}
