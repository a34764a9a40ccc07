/** What `bagdar/population` offers to other programs: who lives where, and polygons of GeoJSON and GeoPackage. */
export type { PopulationCells } from '../../books/indicators/sdg-11/people/population-cells.ts'
export type { Notice } from '../../books/notice.ts'
export type { Feature, Geometry } from '../../kernel/geometry.ts'
export { bytesInMemory, openBytes, type ByteSource } from '../byte-source.ts'
export { FormatError } from '../format-error.ts'
export { readGeoJson } from '../geojson/read-geojson.ts'
export { openGeoPackage } from '../geopackage/read-geopackage.ts'
export { readPopulation, type PopulationOptions } from './read-population.ts'
