import type { City, Figure, Series, StoredFile } from '../books/indicators/figure.ts'
import { ownSource } from '../books/indicators/sdg-11/readings-of-result.ts'
import type { WhatIfEdits } from '../books/indicators/sdg-11/access/what-if-edits.ts'
import { WhatIfTrial } from '../books/indicators/sdg-11/access/what-if-trial.ts'
import { readAccessModel } from '../books/indicators/sdg-11/access/write-access-model.ts'
import type { MultilingualText } from '../books/text.ts'
import { frameOf } from '../charts/city-map-frame.ts'
import { readMapBackground, type StoredBackground } from '../formats/map-background-file.ts'
import { readSpatialResult } from '../formats/spatial-result-file.ts'
import { figurePath } from '../pages/indicators/series-words.ts'
import type { PublishedShare } from '../pages/spatial/access-method-view.ts'
import type { MapView } from '../pages/spatial/map-view.ts'
import { accessFiles, boundsOf } from './files-of-access.ts'
import type { CityRecord } from './record.ts'

type Needs = Pick<CityRecord, 'listComputedFiles' | 'readComputedFile' | 'listSeries' | 'listFigures' | 'listSources'>

/** Sites for a new stop that the page names. */
const sitesNamed = 10

/** Somebody opens the map of the city, with edits of its stops or without. null where none was computed, or its files are not kept. */
export async function showCityMap(input: { city: City; asOf: Date; edits: WhatIfEdits }, needs: Needs): Promise<MapView | null> {
  const { city, asOf, edits } = input
  const files = new Map((await needs.listComputedFiles(city, asOf)).map((file) => [file.name, file]))
  const figures = await listAccessFigures(city, asOf, needs)
  const read = async (name: string) => {
    const file = files.get(name)
    return file === undefined ? null : await needs.readComputedFile(city, file.releaseId, name, 0, file.bytes)
  }
  const [modelBytes, resultBytes, backgroundBytes] = await Promise.all([
    read(accessFiles.model),
    read(accessFiles.result),
    read(accessFiles.background),
  ])
  const result = resultBytes && readSpatialResult(resultBytes)
  const own = figures.find(({ sourceId, series }) => sourceId === ownSource && series.method === result?.method)
  if (modelBytes === null || result === null || own === undefined || result.numerator === null || result.denominator === null) return null
  const background = backgroundBytes && readMapBackground(backgroundBytes)
  const trial = new WhatIfTrial(readAccessModel(modelBytes))
  trial.show(edits)
  const { cells, stops } = trial.model
  return {
    figure: {
      value: own.value,
      interval: result.interval,
      served: result.numerator,
      people: result.denominator,
      timePeriod: own.timePeriod,
      path: own.path,
    },
    methodPath: '/methods/11.2.1',
    picture: {
      frame: background?.frame ?? frameOf(boundsOf(cells)),
      background,
      people: { lon: cells.lon, lat: cells.lat, people: cells.population, state: trial.cellStates() },
      stops: { lon: stops.lon, lat: stops.lat, capacity: stops.capacity },
    },
    tried: { edits, served: trial.served },
    sites: trial.bestSites(sitesNamed),
    districts: result.byDistrict,
    stops: stops.id.map((id, s) => ({
      id,
      name: stops.name[s] ?? '',
      lon: stops.lon[s] ?? 0,
      lat: stops.lat[s] ?? 0,
      counts: (stops.edge[s] ?? -1) >= 0,
    })),
    files: addressesOf(city, files),
    attribution: attributionOf(background),
    licences: licencesOf(result.parameters),
  }
}

/** All latest figures of 11.2.1 for the city as a whole, whoever says them. */
export async function listAccessFigures(city: City, asOf: Date, needs: Pick<Needs, 'listSeries' | 'listFigures' | 'listSources'>) {
  const series = (await needs.listSeries(city, asOf, { indicator: '11.2.1', refArea: city.refArea })).filter(
    (one) => Object.keys(one.dimensions).length === 0 && one.unit === 'PT',
  )
  const sources = new Map((await needs.listSources(city, asOf)).map((source) => [source.id, source]))
  const figures = await needs.listFigures(
    city,
    asOf,
    series.map(({ id }) => id),
  )
  return series.flatMap((one) => {
    const latest = (figures.get(one.id) ?? []).findLast((figure) => figure.value !== null)
    return latest === undefined ? [] : [{ series: one, ...officialOf(one, latest, sources.get(one.source)?.name ?? {}) }]
  })
}

const officialOf = (series: Series, figure: Figure, source: MultilingualText): PublishedShare => ({
  value: figure.value ?? '',
  source,
  sourceId: series.source,
  timePeriod: figure.timePeriod,
  path: figurePath(series.address, figure.timePeriod),
})

function addressesOf(city: City, files: ReadonlyMap<string, StoredFile>): MapView['files'] {
  const address = (name: string) => {
    const file = files.get(name)
    return file === undefined ? null : `/computed/${city.slug}/${file.releaseNumber}/${name}`
  }
  return {
    tiles: address(accessFiles.tiles) ?? '',
    model: address(accessFiles.model) ?? '',
    geojson: address(accessFiles.geojson),
    csv: address(accessFiles.csv),
  }
}

const attributionOf = (background: StoredBackground | null): string => background?.attribution ?? '© OpenStreetMap contributors'

const openStreetMap = 'https://www.openstreetmap.org/copyright'

/** Terms as they were handed over with the files; OpenStreetMap's are known. */
export function licencesOf(parameters: Readonly<Record<string, unknown>>): MapView['licences'] {
  const given = (key: string) => (typeof parameters[key] === 'string' ? parameters[key] : null)
  const streets = given('streetsLicence')
  const others = (['timetable', 'population', 'boundary'] as const).flatMap((what) => {
    const text = given(`${what}Licence`)
    return text === null ? [] : [{ what, text, url: null }]
  })
  const ofStreets = {
    what: 'streets' as const,
    text: streets ?? '© OpenStreetMap contributors, ODbL 1.0',
    url: streets === null ? openStreetMap : null,
  }
  return [ofStreets, ...others]
}
