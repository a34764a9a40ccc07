import type { Geometry } from '../../kernel/geometry.ts'
import { FormatError } from '../format-error.ts'
import { parseWkb, type ToLonLat } from './parse-wkb.ts'

/** Bytes of the envelope by its code in the flags: none, xy, xyz, xym, xyzm. */
const envelopeBytes = [0, 32, 48, 48, 64] as const

/**
 * A geometry as a GeoPackage stores it: a header (`GP`, version, flags, coordinate system, envelope), then well-known binary.
 *
 * Source   OGC 12-128r18, clause 2.1.3.
 * Missing  null for an empty geometry.
 *
 * @throws {FormatError} the header is not one, or the geometry cannot be read
 */
export function readGeometryBlob(blob: Uint8Array, where: string, toLonLat: ToLonLat): Geometry | null {
  const flags = blob[3] ?? 0
  const envelope = envelopeBytes[(flags >> 1) & 7]
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50 || envelope === undefined)
    throw new FormatError('wkb_broken', `${where}: the geometry does not begin as one of a GeoPackage.`, 0, { name: where })
  const isEmpty = (flags & 0x10) !== 0
  return isEmpty ? null : parseWkb(blob.subarray(8 + envelope), where, toLonLat)
}
