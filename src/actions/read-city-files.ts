import { buildingsOf } from '../books/indicators/sdg-11/people/buildings.ts'
import { cellsFromRaster } from '../books/indicators/sdg-11/people/cells-from-raster.ts'
import { boundaryOf, cellsInside, intersectBoundaries, type CityBoundary } from '../books/indicators/sdg-11/city/city-boundary.ts'
import type { CityExtract } from '../books/indicators/sdg-11/city/city-extract.ts'
import { assignDistricts, type DistrictPolygon } from '../books/indicators/sdg-11/people/districts.ts'
import type { PopulationCells } from '../books/indicators/sdg-11/people/population-cells.ts'
import { spreadTotal } from '../books/indicators/sdg-11/people/spread-total.ts'
import { transitStopsOf } from '../books/indicators/sdg-11/transit/transit-service.ts'
import type { TransitStops } from '../books/indicators/sdg-11/transit/transit-stops.ts'
import { notice, type Notice } from '../books/notice.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { FormatError } from '../formats/format-error.ts'
import { readRaster } from '../formats/geotiff/read-raster.ts'
import { readGtfs } from '../formats/gtfs/read-gtfs.ts'
import { readCityExtract } from '../formats/osm-city/read-city-extract.ts'
import { readDistricts, readPolygons } from '../formats/population/read-districts.ts'
import { readPopulation } from '../formats/population/read-population.ts'

/** The files of a city. Only the streets and the people are needed. */
export interface CityFiles {
  osm: ByteSource
  /** Without a timetable the stops of OpenStreetMap count. */
  gtfs: readonly ByteSource[]
  /** A file, or a number of people to be spread over the buildings of OpenStreetMap. */
  population: ByteSource | number
  /** Columns of the population besides the total: `SEX=F`, `AGE=Y0T14`. */
  populationGroups: readonly string[]
  /** What belongs to the city lies inside all of them. */
  boundaries: readonly ByteSource[]
  districts: ByteSource | null
}

/** What the files say, in the words of the books. */
export interface CityData {
  extract: CityExtract
  stops: TransitStops
  cells: PopulationCells
  boundary: CityBoundary | null
  /** The year of the streets, or of the timetable where the extract does not say; null when no file says. */
  year: string | null
  notices: Notice[]
  parameters: Record<string, string | number | boolean | null>
}

/** What is to be read of the extract besides streets. */
export interface Wanted {
  /** Open spaces instead of stops, as for 11.7.1. */
  openSpaces: boolean
  background: boolean
}

/**
 * Reads the files of a city.
 *
 * @param begin  called as each stage begins: `boundary`, `osm`, `gtfs` where stops are wanted, `population`
 * @throws {FormatError} a file cannot be read; nobody lives in the city; the boundaries do not meet
 */
export async function readCityFiles(files: CityFiles, wanted: Wanted, begin: (stage: string) => void): Promise<CityData> {
  const notices: Notice[] = []
  begin('boundary')
  const districts = files.districts === null ? null : await readDistricts(files.districts, notices)
  const boundary = await readBoundary(files.boundaries, districts)

  begin('osm')
  const spread = typeof files.population === 'number' || /\.(geojson|json|gpkg)$/i.test(files.population.name)
  const { extract, notices: ofExtract } = readCityExtract(files.osm, {
    areas: spread || wanted.openSpaces,
    stops: files.gtfs.length === 0 && !wanted.openSpaces,
    background: wanted.background,
  })
  notices.push(...ofExtract)
  if (extract.streets.count === 0) throw noStreets(files.osm)

  if (!wanted.openSpaces) begin('gtfs')
  const { stops, parameters, year } = wanted.openSpaces ? withoutStops(extract) : await readStops(files, extract, notices)

  begin('population')
  const all = await readPeople(files, extract, boundary, notices)
  // A total was spread over the buildings inside: a cell at the border may have its middle outside and its houses inside.
  const inside = boundary === null || typeof files.population === 'number' ? all : cellsInside(all, boundary)
  const cells = districts === null ? inside : assignDistricts(inside, districts)
  if (cells.count === 0) throw nobody(files.population)
  return { extract, stops, cells, boundary, year: extract.timestamp?.slice(0, 4) ?? year, notices, parameters }
}

/**
 * What belongs to the city: what lies inside all boundaries, or without one inside its districts; null with neither.
 *
 * @throws {FormatError} a boundary has no polygon, or does not touch the one before it
 */
export async function readBoundary(
  sources: readonly ByteSource[],
  districts: readonly DistrictPolygon[] | null,
): Promise<CityBoundary | null> {
  if (sources.length === 0) return districts === null ? null : boundaryOf(districts.map(({ polygon }) => polygon))
  let boundary: CityBoundary | null = null
  for (const source of sources) {
    const next = boundaryOf(await readPolygons(source))
    boundary = boundary === null ? next : intersectBoundaries(boundary, next)
    if (boundary !== null) continue
    const message = `${source.name}: this boundary does not touch the one before it. Are they of the same city?`
    throw new FormatError('boundaries_apart', message, null, { file: source.name })
  }
  return boundary
}

async function readStops(files: CityFiles, extract: CityExtract, notices: Notice[]) {
  if (files.gtfs.length === 0) {
    notices.push(notice('no_timetable', 'warning', { details: { count: extract.stops.count } }))
    return { stops: stopsOfExtract(extract), parameters: { stops: 'OpenStreetMap' }, year: null }
  }
  const read = []
  for (const source of files.gtfs) read.push(await readGtfs(source))
  notices.push(...read.flatMap((one) => one.notices))
  const { stops, referenceWeeks } = transitStopsOf(
    read.map((one) => one.feed),
    {},
    extract.timestamp?.slice(0, 10) ?? null,
  )
  const blank = read.reduce((sum, { times }) => sum + times.blank, 0)
  const rows = read.reduce((sum, { times }) => sum + times.rows, 0)
  const interpolated = read.reduce((sum, { times }) => sum + times.interpolated, 0)
  return {
    stops,
    parameters: {
      stops: 'GTFS',
      referenceWeeks: referenceWeeks.map(({ feed, from, to }) => `${feed}: ${from ?? '–'}/${to ?? '–'}`).join('; '),
      stopTimes: rows,
      blankStopTimes: blank,
      interpolatedStopTimes: interpolated,
    },
    year:
      referenceWeeks
        .map(({ from }) => from?.slice(0, 4) ?? '')
        .sort()
        .at(-1) || null,
  }
}

/** The extract was read without them: its list is empty. */
const withoutStops = (extract: CityExtract) => ({ stops: stopsOfExtract(extract), parameters: {}, year: null })

const stopsOfExtract = ({ stops }: CityExtract): TransitStops => ({
  count: stops.count,
  id: Array.from(stops.id, String),
  name: stops.name,
  lon: Float64Array.from(stops.lonE7, (degrees) => degrees / 1e7),
  lat: Float64Array.from(stops.latE7, (degrees) => degrees / 1e7),
  capacity: stops.capacity,
  headwayMinutes: {},
})

async function readPeople(
  { population, populationGroups }: CityFiles,
  extract: CityExtract,
  boundary: CityBoundary | null,
  notices: Notice[],
): Promise<PopulationCells> {
  if (typeof population === 'number') {
    notices.push(notice('population_total_spread', 'info', { details: { people: population } }))
    return spreadTotal(buildingsOf(extract), population, boundary?.contains ?? null, notices)
  }
  if (/\.tiff?$/i.test(population.name)) {
    const box = boundary?.box
    return cellsFromRaster(readRaster(population, box && [box.west, box.south, box.east, box.north]), boundary)
  }
  const buildings = buildingsOf(extract)
  return await readPopulation(population, notices, {
    groups: populationGroups,
    buildings: buildings.count === 0 ? null : buildings,
  })
}

const noStreets = ({ name }: ByteSource): FormatError =>
  new FormatError('osm_no_streets', `${name}: there is no street in it. An extract of the whole city is needed.`, null, { file: name })

function nobody(population: ByteSource | number): FormatError {
  const file = typeof population === 'number' ? '' : population.name
  const where = typeof population === 'number' ? 'No building of the extract lies' : `${file}: nobody lives`
  return new FormatError('nobody_inside', `${where} inside the boundary. Are both of the same city?`, null, { file })
}
