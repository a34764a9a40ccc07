import type { City } from '../books/indicators/figure.ts'
import { ownSource } from '../books/indicators/sdg-11/readings-of-result.ts'
import { readSpatialResult } from '../formats/spatial-result-file.ts'
import { figurePath } from '../pages/indicators/series-words.ts'
import type { OpenSpaceView } from '../pages/spatial/open-space-method-page.tsx'
import type { CityRecord } from './record.ts'
import { errorsOf } from './show-access-method.ts'
import { licencesOf } from './show-city-map.ts'

type Needs = Pick<CityRecord, 'listSeries' | 'listFigures' | 'listSources' | 'listComputedFiles' | 'readComputedFile' | 'findRelease'>

/** Somebody asks how 11.7.1 is computed for the city. null where nothing was computed. */
export async function showOpenSpace({ city, asOf }: { city: City; asOf: Date }, needs: Needs): Promise<OpenSpaceView> {
  const file = (await needs.listComputedFiles(city, asOf)).find(({ name }) => name === '11.7.1-result.json')
  if (file === undefined) return null
  const result = readSpatialResult(await needs.readComputedFile(city, file.releaseId, file.name, 0, file.bytes))
  const errors = result && errorsOf(result.parameters)
  const release = await needs.findRelease(city, file.releaseNumber)
  if (result === null || errors === null || release === null) return null

  const series = await needs.listSeries(city, asOf, { indicator: '11.7.1', refArea: city.refArea })
  const sources = new Map((await needs.listSources(city, asOf)).map(({ id, name }) => [id, name]))
  const own = series.filter((one) => one.source === ownSource && one.method === result.method && one.unit === 'PT')
  const ids = own.map(({ id }) => id)
  const figures = await needs.listFigures(city, asOf, ids)
  const shareOf = (part: string | undefined) => {
    const found = own.find(
      ({ dimensions }) => dimensions['SERIES'] === part && Object.keys(dimensions).length === (part === undefined ? 0 : 1),
    )
    const figure = found && (figures.get(found.id) ?? []).findLast(({ value }) => value !== null)
    if (found === undefined || !figure) return null
    const path = figurePath(found.address, figure.timePeriod)
    return { value: figure.value ?? '', source: sources.get(ownSource) ?? {}, sourceId: ownSource, timePeriod: figure.timePeriod, path }
  }
  const land = shareOf(undefined)
  const people = shareOf('accessShare')
  if (land === null || people === null) return null
  const { number, noticeCounts } = release
  return { land, people, result, errors, release: { number, noticeCounts }, licences: licencesOf(result.parameters) }
}
