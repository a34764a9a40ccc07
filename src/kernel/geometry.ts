/**
 * Points, lines or polygons in degrees on WGS 84, as files hold them. Part `p` – a point, a line, a ring – has the points
 * `start[p]` … `start[p + 1] - 1`; a ring does not repeat its first point, so a geometry of polygons is a `Polygon`.
 */
export interface Geometry {
  kind: 'point' | 'line' | 'polygon'
  start: Uint32Array
  lon: Float64Array
  lat: Float64Array
}

/** A geometry with what the file says about it. */
export interface Feature {
  /** Its place in the file or layer, from 1: messages name it. */
  number: number
  properties: Readonly<Record<string, string | number | boolean | null>>
  geometry: Geometry
}
