import { cellsFromRaster } from '../books/indicators/sdg-11/people/cells-from-raster.ts'
import { cellsInside, type CityBoundary } from '../books/indicators/sdg-11/city/city-boundary.ts'
import type { PopulationCells } from '../books/indicators/sdg-11/people/population-cells.ts'
import { notice, type Notice } from '../books/notice.ts'
import type { ByteSource } from '../formats/byte-source.ts'
import { FormatError } from '../formats/format-error.ts'
import { readRaster, type Bounds } from '../formats/geotiff/read-raster.ts'
import { readPopulation } from '../formats/population/read-population.ts'

export const isRaster = ({ name }: ByteSource): boolean => /\.tiff?$/i.test(name)

/** What a raster has to be read of; undefined for all of it. */
export const boundsOfCity = (boundary: CityBoundary | null): Bounds | undefined =>
  boundary === null ? undefined : [boundary.box.west, boundary.box.south, boundary.box.east, boundary.box.north]

/**
 * The people of a city where no buildings are known: a raster or a table of cells as they are, polygons spread evenly.
 *
 * @param populationGroups  columns of a table or of polygons besides the total
 * @throws {FormatError} the file cannot be read, or nobody lives inside the boundary
 */
export async function readPeople(
  source: ByteSource,
  populationGroups: readonly string[],
  boundary: CityBoundary | null,
  notices: Notice[],
): Promise<PopulationCells> {
  const all = isRaster(source)
    ? peopleOfRaster(source, boundary, notices)
    : await readPopulation(source, notices, { groups: populationGroups })
  const cells = boundary === null ? all : cellsInside(all, boundary)
  if (cells.count > 0) {
    if (/\.(geojson|json|gpkg)$/i.test(source.name)) notices.push(notice('population_spread_evenly', 'info', { file: source.name }))
    return cells
  }
  const message = `${source.name}: nobody lives ${boundary === null ? 'there' : 'inside the boundary. Are both of the same city?'}`
  throw new FormatError('nobody_inside', message, null, { file: source.name })
}

function peopleOfRaster(source: ByteSource, boundary: CityBoundary | null, notices: Notice[]): PopulationCells {
  const raster = readRaster(source, boundsOfCity(boundary))
  let negative = 0
  for (const people of raster.values) if (people < 0) negative++
  if (negative > 0) notices.push(notice('population_raster_negative', 'info', { file: source.name, details: { count: negative } }))
  return cellsFromRaster(raster, boundary)
}
