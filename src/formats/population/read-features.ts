import type { Feature } from '../../kernel/geometry.ts'
import type { ByteSource } from '../byte-source.ts'
import { readGeoJson } from '../geojson/read-geojson.ts'
import { openGeoPackage } from '../geopackage/read-geopackage.ts'

/**
 * Features of a GeoJSON file or of a layer of a GeoPackage, whichever it is: a GeoPackage begins as an SQLite database does.
 *
 * @throws {FormatError} neither of the two, or as the two readers say
 */
export async function readFeatures(source: ByteSource, layer?: string): Promise<Feature[]> {
  const isSqlite = new TextDecoder('latin1').decode(source.read(0, 15)) === 'SQLite format 3'
  if (!isSqlite) return readGeoJson(source)
  const geoPackage = await openGeoPackage(source)
  try {
    return geoPackage.features(layer)
  } finally {
    geoPackage.close()
  }
}
