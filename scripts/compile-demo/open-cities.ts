/** What is known of the open data of the comparison cities besides the files themselves. */
import { join } from 'node:path'
import { buildingsOf } from '../../src/books/indicators/sdg-11/people/buildings.ts'
import { boundaryOf, intersectBoundaries } from '../../src/books/indicators/sdg-11/city/city-boundary.ts'
import { areaKinds } from '../../src/books/indicators/sdg-11/city/city-extract.ts'
import { dasymetric } from '../../src/books/indicators/sdg-11/people/dasymetric.ts'
import { bytesInMemory, openBytes, type ByteSource } from '../../src/formats/byte-source.ts'
import { readCityExtract } from '../../src/formats/osm-city/read-city-extract.ts'
import { readPolygons } from '../../src/formats/population/read-districts.ts'
import { polygonOf } from '../../src/kernel/polygon.ts'

export const terms = {
  lasPalmas: {
    timetableLicence: 'Guaguas Municipales, GTFS of 2023-02-22, as handed on by global-indicators (MIT)',
    populationLicence: 'none: 380,000 people are an assumption, spread over the buildings of OpenStreetMap (ODbL 1.0)',
    boundaryLicence: 'Instituto Geográfico Nacional, CC BY 4.0 (scne.es); GHS-UCDB R2019A, European Commission, CC BY 4.0',
  },
  portoAlegre: {
    timetableLicence: 'EPTC and Trensurb, 2019, as handed on by r5r (MIT)',
    populationLicence: 'IPEA, Acesso a Oportunidades, as handed on by r5r (MIT)',
  },
} as const

/** A corner of the grid: with it the cells are those for which other tools were measured (89.32 %). */
const gridCorner = { lon: -15.44266465863223, lat: 28.107390970008755 }
const everywhere = polygonOf([
  [
    [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
    ],
  ],
])

/**
 * No population of Las Palmas comes with the data. 380,000 people are spread over the floor space of buildings mapped as one way, in squares
 * of 100 m inside municipality and urban centre: what the figures of all tools in the comparison rest on.
 */
export async function lasPalmasPeople(data: string): Promise<ByteSource> {
  const file = (name: string) => openBytes(join(data, 'laspalmas', name))
  const { extract } = readCityExtract(file('las-palmas-2023-02-21.osm.pbf'), { areas: true, stops: false, background: false })
  const municipality = boundaryOf(await readPolygons(file('municipality.geojson')))
  const city = intersectBoundaries(municipality, boundaryOf(await readPolygons(file('urban-centre-ghs-ucdb.gpkg'))))
  if (city === null) throw new Error('The boundaries of Las Palmas do not meet.')
  const kind = extract.areas.kind.map((one, a) => ((extract.areas.id[a] as number) < 0 ? areaKinds.indexOf('green') : one))
  const ways = buildingsOf({ ...extract, areas: { ...extract.areas, kind } })
  const total = { polygon: everywhere, population: 380_000, groups: [], district: null }
  const cells = dasymetric(ways, { areas: [total], groupCodes: [] }, [], { origin: gridCorner, contains: city.contains })
  const rows = Array.from({ length: cells.count }, (_, c) => `${cells.lon[c]},${cells.lat[c]},${cells.population[c]}`)
  return bytesInMemory('people-of-las-palmas.csv', new TextEncoder().encode(`lon,lat,population\n${rows.join('\n')}\n`))
}
