import { mollweideToLonLat } from '../../kernel/projection/mollweide.ts'
import { utmToLonLat } from '../../kernel/projection/transverse-mercator.ts'
import type { ToLonLat } from './parse-wkb.ts'

/**
 * How coordinates of a system become degrees on WGS 84: degrees on WGS 84 or ETRS89, Universal Transverse Mercator on either, and the
 * Mollweide projection of the Global Human Settlement Layer. ETRS89 is within a metre of WGS 84 and is taken as such.
 *
 * Missing  null for every other system.
 *
 * @example
 * coordinateSystem('EPSG', 32632)?.(500000, 0) // => [9, 0]
 */
export function coordinateSystem(organization: string, code: number): ToLonLat | null {
  const authority = organization.toUpperCase()
  if (authority === 'ESRI' && code === 54009) return mollweideToLonLat
  if (authority !== 'EPSG') return null
  if (code === 4326 || code === 4258) return (x, y) => [x, y]
  const zone = code % 100
  if (code >= 32601 && code <= 32660) return (x, y) => utmToLonLat(x, y, zone, false)
  if (code >= 32701 && code <= 32760) return (x, y) => utmToLonLat(x, y, zone, true)
  if (code >= 25828 && code <= 25838) return (x, y) => utmToLonLat(x, y, zone, false)
  return null
}
