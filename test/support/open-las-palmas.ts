import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildAccessModel } from '../../src/books/indicators/sdg-11/access/build-access-model.ts'
import type { OpenPublicSpaceInput } from '../../src/books/indicators/sdg-11/open-space/open-public-space.ts'
import { buildStreetNetwork } from '../../src/books/indicators/sdg-11/streets/street-network.ts'
import { openBytes } from '../../src/formats/byte-source.ts'
import { readPolygons } from '../../src/formats/population/read-districts.ts'
import { lasPalmas } from './known-cities.ts'

const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../shared')
const municipality = join(shared, 'data/laspalmas/municipality.geojson')
const urbanCentre = join(shared, 'data/laspalmas/urban-centre-ghs-ucdb.gpkg')

export const isLasPalmasHere = existsSync(municipality)

/** Las Palmas with its invented 380,000 people, as SDG 11.7.1 needs it: the city is the municipality within the urban centre. */
export async function openLasPalmas(): Promise<OpenPublicSpaceInput> {
  const { extract, cells, stops } = await lasPalmas()
  const network = buildStreetNetwork(extract)
  return {
    extract,
    network,
    model: buildAccessModel(network, cells, stops, {}, []),
    boundaries: [await readPolygons(openBytes(municipality)), (await readPolygons(openBytes(urbanCentre))).slice(0, 1)],
    files: [],
  }
}
