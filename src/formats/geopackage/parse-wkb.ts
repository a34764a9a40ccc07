import { partsOf } from '../../kernel/geometry-parts.ts'
import type { Geometry } from '../../kernel/geometry.ts'
import { polygonOf } from '../../kernel/polygon.ts'
import { FormatError } from '../format-error.ts'

/** From the coordinates of the file to degrees; null where they cannot be any. */
export type ToLonLat = (x: number, y: number) => readonly [lon: number, lat: number] | null

/** Collections inside collections. */
const mostDepth = 8

/**
 * A geometry in well-known binary (ISO 13249-3, and the flags of PostGIS for heights): points, lines and polygons, alone, several, or in
 * collections of one kind; two, three or four coordinates, of which the first two are kept. Either byte order, which may change inside.
 *
 * Missing  null for an empty geometry.
 * Cost     linear; a number of points that the bytes cannot hold is refused before anything is allocated.
 *
 * @throws {FormatError} `wkb_broken` with the byte in which it breaks, or `wkb_kind` for curves, surfaces and mixed collections
 */
export function parseWkb(bytes: Uint8Array, where: string, toLonLat: ToLonLat): Geometry | null {
  const parts = new WkbReader(bytes, where, toLonLat).read(0)
  if (parts === null) return null
  if (parts.kind === 'polygon') {
    const polygon = polygonOf(parts.polygons)
    return polygon.lon.length === 0 ? null : { kind: 'polygon', ...polygon }
  }
  return partsOf(parts.kind, parts.lines)
}

type Point = readonly [lon: number, lat: number]
type Parts = { kind: 'point' | 'line'; lines: Point[][] } | { kind: 'polygon'; polygons: Point[][][] }

class WkbReader {
  readonly #view: DataView
  readonly #where: string
  readonly #toLonLat: ToLonLat
  #at = 0
  #little = true
  /** Numbers of one point. */
  #axes = 2

  constructor(bytes: Uint8Array, where: string, toLonLat: ToLonLat) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#where = where
    this.#toLonLat = toLonLat
  }

  read(depth: number): Parts | null {
    const order = this.#byte()
    if (order > 1) throw this.#broken(`byte order ${order} is neither 0 nor 1`)
    this.#little = order === 1
    const code = this.#uint32()
    const plain = code & 0x1fffffff
    const [type, dimensions] = [plain % 1000, Math.floor(plain / 1000)]
    if (dimensions > 3) throw this.#broken(`type ${code} is not known`)
    const height = dimensions === 1 || dimensions === 3 || (code & 0x80000000) !== 0
    const measure = dimensions >= 2 || (code & 0x40000000) !== 0
    this.#axes = 2 + Number(height) + Number(measure)
    if ((code & 0x20000000) !== 0) this.#uint32()
    switch (type) {
      case 1: {
        const point = this.#point()
        return point === null ? null : { kind: 'point', lines: [[point]] }
      }
      case 2: {
        const line = this.#line()
        return line.length === 0 ? null : { kind: 'line', lines: [line] }
      }
      case 3: {
        const polygon = this.#rings()
        return polygon.length === 0 ? null : { kind: 'polygon', polygons: [polygon] }
      }
      case 4:
      case 5:
      case 6:
      case 7:
        return this.#several(depth)
      default:
        throw new FormatError('wkb_kind', `${this.#where}: geometry type ${type} is neither points, lines nor polygons.`, this.#at, {
          name: this.#where,
          type,
        })
    }
  }

  #several(depth: number): Parts | null {
    if (depth === mostDepth) throw this.#broken('collections nest too deep')
    // A member takes at least its byte order, type and count.
    const count = this.#count(5)
    let all: Parts | null = null
    for (let i = 0; i < count; i++) {
      const one = this.read(depth + 1)
      if (one === null) continue
      if (all === null) all = one
      else if (all.kind === 'polygon' && one.kind === 'polygon') for (const polygon of one.polygons) all.polygons.push(polygon)
      else if (all.kind !== 'polygon' && one.kind === all.kind) for (const line of one.lines) all.lines.push(line)
      else
        throw new FormatError('wkb_kind', `${this.#where}: it mixes points, lines and polygons.`, this.#at, { name: this.#where, type: 7 })
    }
    return all
  }

  #rings(): Point[][] {
    return Array.from({ length: this.#count(4) }, () => this.#line())
  }

  #line(): Point[] {
    const length = this.#count(8 * this.#axes)
    return Array.from({ length }, () => {
      const point = this.#point()
      if (point === null) throw this.#broken('a coordinate is not a number')
      return point
    })
  }

  /** null for the empty point, which is written as NaN. */
  #point(): Point | null {
    if (this.#at + 8 * this.#axes > this.#view.byteLength) throw this.#broken('the bytes end inside a point')
    const x = this.#view.getFloat64(this.#at, this.#little)
    const y = this.#view.getFloat64(this.#at + 8, this.#little)
    this.#at += 8 * this.#axes
    if (Number.isNaN(x) && Number.isNaN(y)) return null
    const point = Number.isFinite(x) && Number.isFinite(y) ? this.#toLonLat(x, y) : null
    if (point !== null && Math.abs(point[0]) <= 180 && Math.abs(point[1]) <= 90) return point
    const value = `${x}, ${y}`
    throw new FormatError(
      'coordinates_not_degrees',
      `${this.#where}: ${value} is no place in the coordinate system of the layer.`,
      this.#at,
      {
        name: this.#where,
        value,
      },
    )
  }

  /** A count of things that take at least so many bytes each. */
  #count(bytesEach: number): number {
    const count = this.#uint32()
    if (count * bytesEach > this.#view.byteLength - this.#at)
      throw this.#broken(`${count} parts are announced, more than the bytes can hold`)
    return count
  }

  #byte(): number {
    if (this.#at >= this.#view.byteLength) throw this.#broken('the bytes end too early')
    return this.#view.getUint8(this.#at++)
  }

  #uint32(): number {
    if (this.#at + 4 > this.#view.byteLength) throw this.#broken('the bytes end too early')
    const value = this.#view.getUint32(this.#at, this.#little)
    this.#at += 4
    return value
  }

  #broken(what: string): FormatError {
    return new FormatError('wkb_broken', `${this.#where}, byte ${this.#at} of the geometry: ${what}.`, this.#at, { name: this.#where })
  }
}
