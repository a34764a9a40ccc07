import { builtUpArea, type BuiltUpArea, type BuiltUpUnit } from '../books/indicators/sdg-11/land-consumption/built-up-area.ts'
import type { CityBoundary } from '../books/indicators/sdg-11/city/city-boundary.ts'
import type { LandConsumptionFormula } from '../books/indicators/sdg-11/land-consumption/land-consumption.ts'
import { landConsumptionResult } from '../books/indicators/sdg-11/land-consumption/land-consumption-result.ts'
import { totalPopulation } from '../books/indicators/sdg-11/people/population-cells.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import type { ReleaseFile } from '../books/indicators/figure.ts'
import { notice, type Notice } from '../books/notice.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { FormatError } from '../formats/format-error.ts'
import { readRaster } from '../formats/geotiff/read-raster.ts'
import { readBoundary } from './read-city-files.ts'
import { boundsOfCity, readPeople } from './read-people.ts'

/** A city in one year: files, or what somebody else has measured in km² and persons. */
export interface CityInYear {
  year: number
  builtUp: ByteSource | number
  population: ByteSource | number
}

export interface LandConsumptionFiles {
  past: CityInYear
  present: CityInYear
  /** What the cells of rasters of built-up land say. */
  builtUpUnit: BuiltUpUnit
  /** One boundary for both years: with two the city would grow by being drawn larger. */
  boundaries: readonly ByteSource[]
}

/**
 * SDG 11.3.1 of a city from rasters or numbers.
 *
 * @param begin  called as each stage begins: `boundary`, `built-up`, `population`, `figure`
 * @throws {FormatError} a file cannot be read; there is no built-up land or nobody inside the boundary
 */
export async function computeLandConsumption(
  { past, present, builtUpUnit, boundaries }: LandConsumptionFiles,
  formula: LandConsumptionFormula,
  files: readonly ReleaseFile[],
  begin: (stage: string) => void,
): Promise<SpatialResult> {
  const notices: Notice[] = []
  begin('boundary')
  const boundary = await readBoundary(boundaries, null)

  begin('built-up')
  const [land0, land1] = [past, present].map((city) => builtUpOf(city, builtUpUnit, boundary, notices)) as [BuiltUpArea, BuiltUpArea]
  if (typeof past.builtUp !== 'number' && typeof present.builtUp !== 'number') noteExtents(land0, land1, notices)

  begin('population')
  const people = async ({ population }: CityInYear) =>
    typeof population === 'number' ? population : totalPopulation(await readPeople(population, [], boundary, notices))
  const [people0, people1] = [await people(past), await people(present)]

  begin('figure')
  return landConsumptionResult({
    past: { year: past.year, builtUpKm2: land0.builtUpKm2, population: people0 },
    present: { year: present.year, builtUpKm2: land1.builtUpKm2, population: people1 },
    formula,
    parameters: {
      builtUpPast: nameOf(past.builtUp),
      builtUpPresent: nameOf(present.builtUp),
      populationPast: nameOf(past.population),
      populationPresent: nameOf(present.population),
      builtUpUnit: typeof past.builtUp === 'number' && typeof present.builtUp === 'number' ? null : builtUpUnit,
      unknownPastKm2: land0.unknownKm2,
      unknownPresentKm2: land1.unknownKm2,
    },
    notices,
    files,
  })
}

/** Four files of the same kind: the release must say which was which. */
const nameOf = (given: ByteSource | number): string | number => (typeof given === 'number' ? given : given.name)

function builtUpOf({ year, builtUp }: CityInYear, unit: BuiltUpUnit, boundary: CityBoundary | null, notices: Notice[]): BuiltUpArea {
  if (typeof builtUp === 'number') return { builtUpKm2: builtUp, knownKm2: builtUp, unknownKm2: 0, largestShare: 1 }
  const area = builtUpArea(readRaster(builtUp, boundsOfCity(boundary)), unit, boundary?.contains)
  if (!(area.builtUpKm2 > 0)) {
    const message = `${builtUp.name}: there is no built-up land inside the boundary. Check place, unit and band of the raster.`
    throw new FormatError('built_up_none', message, null, { file: builtUp.name })
  }
  if (area.unknownKm2 > 0) {
    const percent = Math.round((1000 * area.unknownKm2) / (area.unknownKm2 + area.knownKm2)) / 10
    const details = { year, km2: Math.round(100 * area.unknownKm2) / 100, percent }
    notices.push(notice('built_up_unknown', 'warning', { file: builtUp.name, details }))
  }
  if (area.largestShare < leastShare) {
    const percent = Number((100 * area.largestShare).toPrecision(2))
    notices.push(notice('built_up_unit_doubtful', 'warning', { file: builtUp.name, details: { year, percent } }))
  }
  return area
}

/** In every city some cell is built up by more than this. */
const leastShare = 0.01

/** Rasters of one place look at the same land, give or take a row of cells. */
const mostDifference = 0.02

function noteExtents(past: BuiltUpArea, present: BuiltUpArea, notices: Notice[]): void {
  const [land0, land1] = [past, present].map(({ knownKm2, unknownKm2 }) => knownKm2 + unknownKm2) as [number, number]
  if (Math.abs(land1 - land0) <= mostDifference * Math.max(land0, land1)) return
  const details = { past: Math.round(10 * land0) / 10, present: Math.round(10 * land1) / 10 }
  notices.push(notice('built_up_extents_differ', 'warning', { details }))
}
