import {
  concentrationFromMonitors,
  concentrationFromRaster,
  type Monitor,
} from '../books/indicators/sdg-11/fine-particles/concentration-at-cells.ts'
import { assignDistricts } from '../books/indicators/sdg-11/people/districts.ts'
import { fineParticlesResult } from '../books/indicators/sdg-11/fine-particles/fine-particles-result.ts'
import type { PopulationCells } from '../books/indicators/sdg-11/people/population-cells.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import type { ReleaseFile } from '../books/indicators/figure.ts'
import { notice, type Notice } from '../books/notice.ts'
import { readMonitors } from '../formats/air-quality/read-monitors.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { readRaster, type Bounds } from '../formats/geotiff/read-raster.ts'
import { readDistricts } from '../formats/population/read-districts.ts'
import { boundsOf } from './files-of-access.ts'
import { readBoundary } from './read-city-files.ts'
import { isRaster, readPeople } from './read-people.ts'

export interface FineParticlesFiles {
  /** A raster of annual means in µg/m³, or a table of stations. */
  concentration: ByteSource
  population: ByteSource
  populationGroups: readonly string[]
  boundaries: readonly ByteSource[]
  districts: ByteSource | null
}

export interface FineParticlesComputation {
  result: SpatialResult
  cells: PopulationCells
  concentration: Float64Array
}

/** Beyond this a station says nothing about the air of a quarter. Our own choice: the UN metadata names no distance. */
const farMetres = 20_000

/**
 * SDG 11.6.2 of a city from a raster of concentrations or from stations.
 *
 * @param begin  called as each stage begins: `boundary`, `population`, `concentration`, `figure`
 * @throws {FormatError} a file cannot be read; nobody lives inside the boundary; the raster does not reach the city
 */
export async function computeFineParticles(
  files: FineParticlesFiles,
  hashed: readonly ReleaseFile[],
  begin: (stage: string) => void,
): Promise<FineParticlesComputation> {
  const notices: Notice[] = []
  begin('boundary')
  const districts = files.districts === null ? null : await readDistricts(files.districts, notices)
  const boundary = await readBoundary(files.boundaries, districts)

  begin('population')
  const inside = await readPeople(files.population, files.populationGroups, boundary, notices)
  const cells = districts === null ? inside : assignDistricts(inside, districts)

  begin('concentration')
  const isModel = isRaster(files.concentration)
  const monitors = isModel ? null : readMonitors(files.concentration, notices)
  const concentration = monitors === null ? fromRaster(files.concentration, cells) : fromMonitors(monitors, cells, notices)

  begin('figure')
  const result = fineParticlesResult({
    cells,
    concentration,
    from: isModel ? 'model' : 'monitors',
    parameters: monitors === null ? {} : { stations: monitors.length, stationWithinKm: farMetres / 1000 },
    notices,
    files: hashed,
  })
  return { result, cells, concentration }
}

function fromRaster(source: ByteSource, cells: PopulationCells): Float64Array {
  const [west, south, east, north] = boundsOf(cells)
  // A city may lie within one pixel; a box without width has no pixels.
  const around: Bounds = [west - 1e-6, south - 1e-6, east + 1e-6, north + 1e-6]
  return concentrationFromRaster(readRaster(source, around), cells)
}

function fromMonitors(monitors: readonly Monitor[], cells: PopulationCells, notices: Notice[]): Float64Array {
  const near = concentrationFromMonitors(monitors, cells, farMetres)
  const peopleFar = cells.population.reduce((sum, people, c) => sum + (Number.isNaN(near[c]) ? people : 0), 0)
  if (peopleFar === 0) return near
  notices.push(notice('monitors_far', 'warning', { details: { people: Math.round(peopleFar), km: farMetres / 1000 } }))
  return near
}
