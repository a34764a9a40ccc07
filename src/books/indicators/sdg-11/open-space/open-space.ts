import { equalAreaPlane, type Plane } from '../../../../kernel/equal-area-plane.ts'
import { pickShapes, type PlaneShapes } from '../../../../kernel/plane-shapes.ts'
import { boxOf, type Box, type Polygon } from '../../../../kernel/polygon.ts'
import { unionArea } from '../../../../kernel/union-area.ts'
import { areaKinds, openSpaceClasses, type CityExtract, type OpenSpaceClass } from '../city/city-extract.ts'

/**
 * Open public spaces of a city as OpenStreetMap knows them: potential ones, until somebody has gone there. What asks for a fee or is
 * private is left out where the tags say so (`areaKindOf`).
 */
export interface OpenSpaces {
  count: number
  /** Index into the areas of the extract. */
  area: Uint32Array
  /** OSM id, negative for relations. */
  id: Float64Array
  /** `park`, `garden`, `pitch` … */
  class: readonly OpenSpaceClass[]
  shapes: PlaneShapes
  /** Each by itself, holes left out. Spaces may overlap: sums count twice what `unionArea` counts once. */
  squareMetres: Float64Array
  /** Where its mass is: it need not lie inside. */
  centroidLon: Float64Array
  centroidLat: Float64Array
}

/** The plane of a city, and its outlines there: the city is what lies in a shape of each. Areas on it are those of the ellipsoid. */
export interface CityPlane {
  plane: Plane
  /** Degrees around all of the city. */
  box: Box
  outlines: readonly PlaneShapes[]
  squareMetres: number
}

/**
 * The equal-area plane that stands in the middle of a city.
 *
 * `boundaries` holds lists of polygons. One list: the city is what lies in any of its polygons, as of its districts. Two lists, as the
 * municipality and the urban centre: what lies in both.
 *
 * Missing  null without a point.
 */
export function cityPlaneOf(boundaries: readonly (readonly Polygon[])[]): CityPlane | null {
  const boxes = boundaries.flat().map(boxOf)
  const [first] = boxes.filter((one) => one !== null)
  if (first === undefined) return null
  const box = boxes.reduce<Box>((a, b) => (b === null ? a : joinBoxes(a, b)), first)
  const plane = equalAreaPlane((first.west + first.east) / 2, (first.south + first.north) / 2)
  const outlines = boundaries.map((polygons) => outlineOf(polygons, plane))
  const [own, ...others] = outlines
  return { plane, box, outlines, squareMetres: own === undefined ? 0 : unionArea(own, others) }
}

const joinBoxes = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  south: Math.min(a.south, b.south),
  east: Math.max(a.east, b.east),
  north: Math.max(a.north, b.north),
})

function outlineOf(polygons: readonly Polygon[], plane: Plane): PlaneShapes {
  const ringStart = [0]
  const pointStart = [0]
  const x: number[] = []
  const y: number[] = []
  for (const { start, lon, lat } of polygons) {
    for (const end of start.subarray(1)) pointStart.push(x.length + end)
    for (const one of lon) x.push(plane.x(one))
    for (const one of lat) y.push(plane.y(one))
    ringStart.push(pointStart.length - 1)
  }
  return {
    count: polygons.length,
    ringStart: Uint32Array.from(ringStart),
    pointStart: Uint32Array.from(pointStart),
    x: Float64Array.from(x),
    y: Float64Array.from(y),
  }
}

/** The areas of kind `open` of an extract, on a plane: all, or those that reach into a box of degrees. */
export function openSpacesOf(extract: CityExtract, plane: Plane, around?: Box): OpenSpaces {
  const { areas, nodes } = extract
  const open = areaKinds.indexOf('open')
  const picked: number[] = []
  for (let a = 0; a < areas.count; a++)
    if (areas.kind[a] === open && (around === undefined || reachesInto(extract, a, around))) picked.push(a)

  const count = picked.length
  const [x, y]: [number[], number[]] = [[], []]
  const ringStart = new Uint32Array(count + 1)
  const pointStart = [0]
  const spaces = {
    id: new Float64Array(count),
    squareMetres: new Float64Array(count),
    centroidLon: new Float64Array(count),
    centroidLat: new Float64Array(count),
  }
  for (const [i, area] of picked.entries()) {
    spaces.id[i] = areas.id[area] as number
    const sum = { area: 0, lon: 0, lat: 0 }
    for (let ring = areas.ringStart[area] as number; ring < (areas.ringStart[area + 1] as number); ring++) {
      const ringNodes = areas.node.subarray(areas.nodeStart[ring], areas.nodeStart[ring + 1])
      const lons = Array.from(ringNodes, (node) => (nodes.lonE7[node] as number) / 1e7)
      const lats = Array.from(ringNodes, (node) => (nodes.latE7[node] as number) / 1e7)
      const xs = lons.map((lon) => plane.x(lon))
      const ys = lats.map((lat) => plane.y(lat))
      for (let p = 0; p < xs.length; p++) {
        x.push(xs[p] as number)
        y.push(ys[p] as number)
      }
      pointStart.push(x.length)
      const { area: ringArea, lon, lat } = ringMoments(xs, ys, lons, lats)
      const sign = areas.outer[ring] === 1 ? 1 : -1
      sum.area += sign * ringArea
      sum.lon += sign * ringArea * lon
      sum.lat += sign * ringArea * lat
    }
    ringStart[i + 1] = pointStart.length - 1
    spaces.squareMetres[i] = Math.max(0, sum.area)
    spaces.centroidLon[i] = sum.lon / sum.area
    spaces.centroidLat[i] = sum.lat / sum.area
  }
  return {
    count,
    area: Uint32Array.from(picked),
    ...spaces,
    class: picked.map((area) => openSpaceClasses[areas.class[area] as number] ?? ''),
    shapes: { count, ringStart, pointStart: Uint32Array.from(pointStart), x: Float64Array.from(x), y: Float64Array.from(y) },
  }
}

/** Whether the box around an area meets a box. */
function reachesInto({ areas, nodes }: CityExtract, area: number, { west, south, east, north }: Box): boolean {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  const from = areas.nodeStart[areas.ringStart[area] as number] as number
  const to = areas.nodeStart[areas.ringStart[area + 1] as number] as number
  for (const node of areas.node.subarray(from, to)) {
    const [lon, lat] = [(nodes.lonE7[node] as number) / 1e7, (nodes.latE7[node] as number) / 1e7]
    left = Math.min(left, lon)
    right = Math.max(right, lon)
    bottom = Math.min(bottom, lat)
    top = Math.max(top, lat)
  }
  return left <= east && right >= west && bottom <= north && top >= south
}

/** The open spaces that are of none of these classes. */
export const shapesWithout = ({ shapes, class: classes }: OpenSpaces, without: readonly OpenSpaceClass[]): PlaneShapes =>
  pickShapes(
    shapes,
    [...classes.keys()].filter((space) => !without.includes(classes[space] ?? '')),
  )

/** Area of a ring and its centroid: of the triangles from its first point. A ring without area has its first point for one. */
function ringMoments(x: readonly number[], y: readonly number[], lon: readonly number[], lat: readonly number[]) {
  const [x0 = 0, y0 = 0, lon0 = 0, lat0 = 0] = [x[0], y[0], lon[0], lat[0]]
  const sum = { area: 0, lon: 0, lat: 0 }
  for (let p = 2; p < x.length; p++) {
    const [xa, ya, xb, yb] = [(x[p - 1] as number) - x0, (y[p - 1] as number) - y0, (x[p] as number) - x0, (y[p] as number) - y0]
    const area = (xa * yb - xb * ya) / 2
    sum.area += area
    sum.lon += (area * ((lon[p - 1] as number) - lon0 + (lon[p] as number) - lon0)) / 3
    sum.lat += (area * ((lat[p - 1] as number) - lat0 + (lat[p] as number) - lat0)) / 3
  }
  if (sum.area === 0) return { area: 0, lon: lon0, lat: lat0 }
  return { area: Math.abs(sum.area), lon: lon0 + sum.lon / sum.area, lat: lat0 + sum.lat / sum.area }
}
