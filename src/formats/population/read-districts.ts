import type { DistrictPolygon } from '../../books/indicators/sdg-11/districts.ts'
import { languages } from '../../books/text.ts'
import type { Polygon } from '../../kernel/polygon.ts'
import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readFeatures } from './read-features.ts'

/** Properties under which files keep the code of a district, in this order. */
const codeProperties = ['code', 'ref_area', 'id', 'name']

/**
 * Districts of a city from GeoJSON or GeoPackage: polygons with `code` (or `ref_area`, `id`, `name`) and `name`, which may be given by
 * language (`name:kk`, `name_ru` …).
 *
 * @throws {FormatError} a feature has no code, or no feature is a polygon; otherwise as the readers of the two formats
 */
export async function readDistricts(source: ByteSource): Promise<DistrictPolygon[]> {
  const features = (await readFeatures(source)).filter(({ geometry }) => geometry.kind === 'polygon')
  if (features.length === 0) throw noPolygon(source)
  return features.map(({ number, properties, geometry }) => {
    const code = codeProperties.map((property) => String(properties[property] ?? '').trim()).find((one) => one !== '')
    if (code === undefined) {
      const found = Object.keys(properties).join(', ')
      const message = `${source.name}: feature ${number} has no property code. The properties are: ${found}.`
      throw new FormatError('district_without_code', message, number, { file: source.name, number, found })
    }
    const inLanguage = (language: string) => properties[`name:${language}`] ?? properties[`name_${language}`] ?? properties['name'] ?? code
    return { code, name: Object.fromEntries(languages.map((language) => [language, String(inLanguage(language))])), polygon: geometry }
  })
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
