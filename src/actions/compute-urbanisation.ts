import type { BuiltUpUnit } from '../books/indicators/sdg-11/land-consumption/built-up-area.ts'
import { assignDistricts } from '../books/indicators/sdg-11/people/districts.ts'
import type { AmountsAtPoints } from '../books/indicators/sdg-11/urbanisation/kilometre-grid.ts'
import { landAtPoints } from '../books/indicators/sdg-11/open-space/land-at-points.ts'
import type { PopulationCells } from '../books/indicators/sdg-11/people/population-cells.ts'
import { urbanisationResult, type Urbanisation } from '../books/indicators/sdg-11/urbanisation/urbanisation-result.ts'
import type { ReleaseFile } from '../books/indicators/figure.ts'
import { notice, type Notice } from '../books/notice.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { FormatError } from '../formats/format-error.ts'
import { readRaster } from '../formats/geotiff/read-raster.ts'
import { readDistricts } from '../formats/population/read-districts.ts'
import { boundsOf } from './files-of-access.ts'
import { readPeople } from './read-people.ts'

export interface UrbanisationFiles {
  population: ByteSource
  /** A raster of permanent land; null when all is land. */
  land: { source: ByteSource; unit: BuiltUpUnit } | null
  /** Local units: municipalities or districts. */
  districts: ByteSource | null
}

/**
 * Degree of Urbanisation of a region.
 *
 * @param begin  called as each stage begins: `population`, `land`, `figure`
 * @throws {FormatError} a file cannot be read; nobody lives there; the region is larger than what can be computed
 */
export async function computeUrbanisation(
  { population, land, districts }: UrbanisationFiles,
  files: readonly ReleaseFile[],
  begin: (stage: string) => void,
): Promise<Urbanisation> {
  const notices: Notice[] = []
  begin('population')
  const units = districts === null ? null : await readDistricts(districts, notices)
  const people = await readPeople(population, [], null, notices)
  const cells = units === null ? people : assignDistricts(people, units)

  begin('land')
  const landKm2 = land === null ? null : landOf(land, cells)
  if (land === null) notices.push(notice('urbanisation_all_land', 'info'))

  begin('figure')
  try {
    return urbanisationResult({ cells, land: landKm2, parameters: { landUnit: land?.unit ?? null }, notices, files })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FormatError('urbanisation_grid', `${population.name}: ${error.message}`, null, { file: population.name })
  }
}

function landOf({ source, unit }: NonNullable<UrbanisationFiles['land']>, cells: PopulationCells): AmountsAtPoints {
  const [west, south, east, north] = boundsOf(cells)
  // The square kilometres at the edge reach a little beyond their people.
  const margin = 0.03
  const [up, down] = [Math.min(90, north + margin), Math.max(-90, south - margin)]
  const raster = readRaster(source, [Math.max(-180, west - margin), down, Math.min(180, east + margin), up])
  try {
    return landAtPoints(raster, unit)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new FormatError('land_unit_wrong', `${source.name}: ${error.message} Say it with --land-unit.`, null, { file: source.name })
  }
}
