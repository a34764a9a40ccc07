/**
 * Cities to be compared with: computed from their open data, of which the figures alone go into the demonstration. With the files,
 * `npm run demo:spatial` computes them again, maps included.
 */
import { join } from 'node:path'
import type { Area, City } from '../../src/books/indicators/figure.ts'
import { notice } from '../../src/books/notice.ts'
import type { MultilingualText } from '../../src/books/text.ts'
import { openBytes } from '../../src/formats/byte-source.ts'
import type { CityFolder } from '../../src/formats/city-folder/city-folder.ts'
import { uuidOf } from '../../src/kernel/natural-key.ts'
import { dayNotKnown, entry, publicTransport, takenIn } from './almaty-rivals.ts'
import { sources } from './almaty-words.ts'
import { writeSpatialResult } from '../../src/formats/spatial-result-file.ts'
import { hashSource } from '../../src/formats/hash-source.ts'
import { computeLandConsumption } from '../../src/actions/compute-land-consumption.ts'
import { computedAccess, computedOpenSpace, computedSet } from './computed-access.ts'
import { lasPalmasPeople, terms } from './open-cities.ts'

const words = (kk: string, ru: string, en: string): MultilingualText => ({ kk, ru, en })

const city = (slug: string, refArea: string, timeZone: string, name: MultilingualText): City => ({
  id: uuidOf('city', slug),
  slug,
  name,
  refArea,
  timeZone,
  invented: false,
  comparison: true,
})
const areaOf = ({ refArea, name }: City): Area => ({ code: refArea, name, kind: 'city', parent: null, validFrom: null, validTo: null })

const about = words(
  'Салыстыру үшін «Бағдар» жобасы ашық деректер бойынша есептеді. Бұл — қала әкімшілігінің жарияланымы емес.',
  'Рассчитано проектом «Бағдар» по открытым данным, для сравнения. Это не публикация администрации города.',
  'Computed by the Bagdar project from open data, for comparison. It is not a publication of the city administration.',
)
const osm = '© OpenStreetMap contributors'

export async function compileComparisonCities(data: string): Promise<Array<Omit<CityFolder, 'programmeFiles'>>> {
  const file = (path: string) => openBytes(join(data, path), path.split('/').at(-1))
  const known = new Set([publicTransport.code])

  const lasPalmas = city(
    'las-palmas',
    'LASPALMAS',
    'Atlantic/Canary',
    words('Лас-Пальмас-де-Гран-Канария', 'Лас-Пальмас-де-Гран-Канария', 'Las Palmas de Gran Canaria'),
  )
  const openData = {
    files: {
      osm: file('laspalmas/las-palmas-2023-02-21.osm.pbf'),
      gtfs: [file('laspalmas/guaguas-2023-02-22.gtfs.zip')],
      population: await lasPalmasPeople(data),
    },
    refArea: lasPalmas.refArea,
    timePeriod: '2023',
    publishedAt: takenIn,
    attribution: osm,
    withMap: false,
    parameters: terms.lasPalmas,
    notices: [notice('population_total_spread', 'info', { details: { people: 380_000 } })],
    known,
  }
  const ofLasPalmas = await computedAccess(openData)
  const boundaries = [file('laspalmas/municipality.geojson'), file('laspalmas/urban-centre-ghs-ucdb.gpkg')]
  const openSpace = await computedOpenSpace({ ...openData, files: { ...openData.files, boundaries } })
  // Built-up area (km²) and people of the urban centre as its row in GHS-UCDB has them: B90, P90, B15, P15.
  const land = await computeLandConsumption(
    {
      past: { year: 1990, builtUp: 24.4000759125, population: 318413.780792 },
      present: { year: 2015, builtUp: 24.9831447601, population: 443141.222839 },
      builtUpUnit: 'share',
      boundaries: [],
    },
    'UN-2021-linear',
    [hashSource(file('laspalmas/urban-centre-ghs-ucdb.gpkg'))],
    () => {},
  )
  const landSet = computedSet(
    { ...land, parameters: { ...land.parameters, populationLicence: 'GHS-UCDB R2019A, European Commission' } },
    { ...openData, timePeriod: '2015' },
    new Map([['11.3.1-result.json', writeSpatialResult(land)]]),
  )

  const portoAlegre = city('porto-alegre', 'PORTOALEGRE', 'America/Sao_Paulo', words('Порту-Алегри', 'Порту-Алегри', 'Porto Alegre'))
  const ofPortoAlegre = await computedAccess({
    files: {
      osm: file('porto-alegre/poa_osm.pbf'),
      gtfs: [file('porto-alegre/poa_full_gtfs.zip')],
      population: file('porto-alegre/poa_hexgrid.csv'),
    },
    refArea: portoAlegre.refArea,
    timePeriod: '2019',
    publishedAt: takenIn,
    attribution: osm,
    withMap: false,
    parameters: terms.portoAlegre,
    known,
  })
  const official = entry(
    'un-habitat-11.2.1',
    sources.unHabitat,
    takenIn,
    { repository: '360-info/report-transport-under1.5c', file: 'data/pt-access.csv', series: 'SP_TRN_PUBL' },
    [{ key: { indicator: publicTransport.code, unit: 'PT' }, timePeriod: '2020', value: '80.07521', note: dayNotKnown }],
    [publicTransport],
    { refArea: portoAlegre.refArea, areas: [areaOf(portoAlegre)] },
  )
  const named = <T extends typeof ofLasPalmas>(set: T, of: City): T => ({
    ...set,
    readings: { ...set.readings, indicators: [publicTransport], areas: [areaOf(of), ...set.readings.areas] },
  })
  return [
    { city: lasPalmas, about, sets: [named(ofLasPalmas, lasPalmas), openSpace, landSet], rivalReasons: [] },
    { city: portoAlegre, about, sets: [official, named(ofPortoAlegre, portoAlegre)], rivalReasons: [] },
  ]
}
