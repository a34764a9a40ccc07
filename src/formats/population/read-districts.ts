import { districtPolygons } from '../../books/indicators/sdg-11/people/district-polygons.ts'
import type { DistrictPolygon } from '../../books/indicators/sdg-11/people/districts.ts'
import type { Notice } from '../../books/notice.ts'
import type { Polygon } from '../../kernel/polygon.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readFeatures } from './read-features.ts'

/**
 * Districts of a city from GeoJSON or GeoPackage: polygons with `code` and `name` (and `name:kk`, `name_ru` … by language). Where no
 * polygon has a `code`, the name is the code.
 *
 * @throws {FormatError} there is no polygon; otherwise as the readers of the two formats
 */
export async function readDistricts(source: ByteSource, notices: Notice[]): Promise<DistrictPolygon[]> {
  const features = await readFeatures(source)
  const hasCode = features.some(({ properties }) => Object.hasOwn(properties, 'code'))
  const districts = districtPolygons(features, { code: hasCode ? 'code' : null, name: 'name' }, notices)
  if (districts.length === 0) throw noPolygon(source)
  return districts
}

/**
 * The polygons of a file, as the boundary of a city.
 *
 * @throws {FormatError} there is none
 */
export async function readPolygons(source: ByteSource): Promise<Polygon[]> {
  const polygons = (await readFeatures(source)).map(({ geometry }) => geometry).filter(({ kind }) => kind === 'polygon')
  if (polygons.length === 0) throw noPolygon(source)
  return polygons
}

const noPolygon = ({ name }: ByteSource): FormatError =>
  new FormatError('no_polygon', `${name}: there is no polygon in it. A boundary is a polygon or several.`, null, { file: name })
