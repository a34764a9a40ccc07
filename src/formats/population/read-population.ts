import type { Buildings } from '../../books/indicators/sdg-11/people/buildings.ts'
import { dasymetric } from '../../books/indicators/sdg-11/people/dasymetric.ts'
import { spreadEvenly } from '../../books/indicators/sdg-11/transit/even-spread.ts'
import type { PopulationCells } from '../../books/indicators/sdg-11/people/population-cells.ts'
import type { Notice } from '../../books/notice.ts'
import type { ByteSource } from '../byte-source.ts'
import { populationAreas } from './population-areas.ts'
import { readFeatures } from './read-features.ts'
import { readPopulationCsv } from './read-population-csv.ts'

export interface PopulationOptions {
  /** Column or property with the people; null for the usual names of a table, and `population` for polygons. */
  population: string | null
  /** Further columns of people: women, children … */
  groups: readonly string[]
  /** Property of polygons that names their district. */
  district: string | null
  /** Layer of a GeoPackage that has several. */
  layer: string | null
  /** Over these the people of polygons are spread; without them evenly. */
  buildings: Buildings | null
}

/**
 * Where people live, from a file: a table of cells (`.csv`, `.tsv`, `.txt`), or polygons as GeoJSON or GeoPackage, whatever their name.
 * Rasters are read by `formats/geotiff` and become cells by `cellsFromRaster`.
 *
 * @throws {FormatError} the file cannot be read as any of them
 */
export async function readPopulation(
  source: ByteSource,
  notices: Notice[],
  options: Partial<PopulationOptions> = {},
): Promise<PopulationCells> {
  const { population = null, groups = [], district = null, layer = null, buildings = null } = options
  if (/\.(csv|tsv|txt)$/i.test(source.name)) return readPopulationCsv(source, notices, { population, groups })
  const features = await readFeatures(source, layer ?? undefined)
  const areas = populationAreas(features, { population: population ?? 'population', groups, district }, source.name, notices)
  return buildings === null ? spreadEvenly(areas) : dasymetric(buildings, areas, notices)
}
