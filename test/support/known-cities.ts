import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildingsOf, type Buildings } from '../../src/books/indicators/sdg-11/people/buildings.ts'
import type { CityExtract } from '../../src/books/indicators/sdg-11/city/city-extract.ts'
import { dasymetric } from '../../src/books/indicators/sdg-11/people/dasymetric.ts'
import type { PopulationCells } from '../../src/books/indicators/sdg-11/people/population-cells.ts'
import { transitStopsOf } from '../../src/books/indicators/sdg-11/transit/transit-service.ts'
import type { TransitStops } from '../../src/books/indicators/sdg-11/transit/transit-stops.ts'
import { openBytes } from '../../src/formats/byte-source.ts'
import { readGtfs } from '../../src/formats/gtfs/read-gtfs.ts'
import { readCityExtract } from '../../src/formats/osm-city/read-city-extract.ts'
import { readPolygons } from '../../src/formats/population/read-districts.ts'
import { readPopulationCsv } from '../../src/formats/population/read-population-csv.ts'
import { pointInPolygon } from '../../src/kernel/point-in-polygon.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const file = (...path: string[]) => join(shared, 'data', ...path)

/** Real cities with known answers; absent where the shared data are. */
export const hasKnownCities = existsSync(file('laspalmas')) && existsSync(file('porto-alegre'))

export interface KnownCity {
  extract: CityExtract
  cells: PopulationCells
  stops: TransitStops
}

/** Where a corner of the grid lay when the known answer was found: the mean of all nodes that it used. */
const gridCorner = { lon: -15.44266465863223, lat: 28.107390970008755 }

/**
 * Las Palmas de Gran Canaria with an invented population: 380,000 people over the floor space of buildings that are ways, in squares of
 * 100 m. Inside means inside the municipality and the urban centre, both.
 */
export async function lasPalmas(): Promise<KnownCity> {
  const { extract } = readCityExtract(openBytes(file('laspalmas/las-palmas-2023-02-21.osm.pbf')), {
    areas: true,
    stops: false,
    background: false,
  })
  const municipality = await readPolygons(openBytes(file('laspalmas/municipality.geojson')))
  const [centre] = await readPolygons(openBytes(file('laspalmas/urban-centre-ghs-ucdb.gpkg')))
  const isInMunicipality = municipality.map(pointInPolygon)
  const cells = dasymetric(
    waysOnly(extract),
    { areas: [{ polygon: centre!, population: 380_000, groups: [], district: null }], groupCodes: [] },
    [],
    { origin: gridCorner, contains: (lon, lat) => isInMunicipality.some((isIn) => isIn(lon, lat)) },
  )
  return { extract, cells, stops: await stopsOf('laspalmas/guaguas-2023-02-22.gtfs.zip') }
}

/** Porto Alegre with the population of H3 cells, 812,935 people. */
export async function portoAlegre(): Promise<KnownCity> {
  const { extract } = readCityExtract(openBytes(file('porto-alegre/poa_osm.pbf')), { areas: false, stops: false, background: false })
  return {
    extract,
    cells: readPopulationCsv(openBytes(file('porto-alegre/poa_hexgrid.csv')), []),
    stops: await stopsOf('porto-alegre/poa_full_gtfs.zip'),
  }
}

async function stopsOf(path: string): Promise<TransitStops> {
  const { feed } = await readGtfs(openBytes(file(path)))
  return transitStopsOf(feed).stops
}

const buildingKind = 0

/** The buildings whose outline is one way. */
function waysOnly(extract: CityExtract): Buildings {
  const buildings = buildingsOf(extract)
  const { areas } = extract
  const ids = areas.id.filter((_, a) => areas.kind[a] === buildingKind)
  const kept = <T extends Float64Array | Float32Array>(column: T): T => column.filter((_, b) => ids[b]! > 0) as T
  return {
    count: ids.filter((id) => id > 0).length,
    lon: kept(buildings.lon),
    lat: kept(buildings.lat),
    footprintM2: kept(buildings.footprintM2),
    levels: kept(buildings.levels),
  }
}
