import type { Plane } from '../../../../kernel/equal-area-plane.ts'
import { commonBox, type PlaneShapes } from '../../../../kernel/plane-shapes.ts'
import {
  areaOfSpans,
  DiscArea,
  intersectSpans,
  spansOfAll,
  spansOfCapsules,
  spansOfShapes,
  subtractSpans,
  type Capsules,
} from '../../../../kernel/row-spans.ts'
import type { CityExtract } from '../city/city-extract.ts'
import type { SampleCircles } from '../sureness/halton-sample.ts'
import { streetWidthOf, streetWidths, type StreetWidthParameters, type WidthSource } from './street-widths.ts'

export interface StreetLand {
  /** Land of the city that is street and not open space; crossings and paths in parks count once. */
  squareMetres: number
  /** Per cent of the land in the sample circles that is street, as their mean; null without circles. */
  sampledShare: number | null
  /** Standard deviation between circles, percentage points. */
  sampledDeviation: number | null
  /** Kilometres of street lines by where their width comes from, also outside of the city. */
  kmByWidthSource: Readonly<Record<WidthSource, number>>
  /** The same with each of the other sets of open spaces. */
  withOthers: readonly number[]
}

export interface StreetLandOptions {
  widths?: StreetWidthParameters
  /** Distance between rows. */
  rowMetres?: number
  circles?: SampleCircles
  /** Other sets of open spaces: what the land of streets would be with those. */
  others?: readonly PlaneShapes[]
}

/** Rows that are looked at together: so many that bands cost nothing, and so few that a country's streets fit into memory. */
const rowsPerBand = 1024

/**
 * Land allocated to streets (SDG 11.7.1), from street lines and their widths; and the same from sample circles.
 *
 *     streets = union of all lines widened to both sides by half their width, ends round
 *     land    = area of (streets ∩ city − open spaces)
 *     sampled = mean over circles of 100 · area(land ∩ circle) / area(city ∩ circle)
 *
 * Area is summed over rows one metre apart, each exact from left to right: in Las Palmas within 0.01 % of rows a quarter of a metre apart.
 * Only a street that runs along the rows itself may come out half a metre wider or narrower. Nothing is counted twice: neither a crossing, nor a
 * pavement that is drawn as a line of its own beside its road, nor a path in a park.
 *
 * Source   UN SDG metadata 11-07-01 (March 2021): land allocated to streets by length and width, or by sampling.
 * Units    metres on the plane → square metres, per cent.
 * Missing  `streetWidths` where a street has no width. Land under bridges counts once, that above tunnels as street.
 * Cost     rows that the widened lines meet: about the length of streets in metres; memory for 1,024 rows at a time.
 */
export function streetLand(
  extract: CityExtract,
  plane: Plane,
  outlines: readonly PlaneShapes[],
  openSpaces: PlaneShapes,
  { widths = streetWidths, rowMetres = 1, circles, others = [] }: StreetLandOptions = {},
): StreetLand {
  const { capsules: everywhere, kmByWidthSource } = widenedStreets(extract, plane, widths)
  const [left, bottom, right, top] = commonBox(outlines)
  const capsules = cutOut(everywhere, left, bottom, right, top)
  const rowCount = bottom < top ? Math.ceil((top - bottom) / rowMetres) : 0
  const streetIn = new Float64Array(circles?.count ?? 0)
  const cityIn = new Float64Array(circles?.count ?? 0)
  let squareMetres = 0
  const withOthers = others.map(() => 0)
  for (let first = 0; first < rowCount; first += rowsPerBand) {
    const rows = { bottom: bottom + first * rowMetres, step: rowMetres, count: Math.min(rowsPerBand, rowCount - first) }
    const land = spansOfAll(outlines, rows)
    const all = intersectSpans(spansOfCapsules(capsules, rows), land)
    const streets = subtractSpans(all, spansOfShapes(openSpaces, rows))
    squareMetres += areaOfSpans(streets)
    for (const [i, shapes] of others.entries()) withOthers[i]! += areaOfSpans(subtractSpans(all, spansOfShapes(shapes, rows)))
    if (circles === undefined) continue
    const [streetDiscs, landDiscs] = [new DiscArea(streets), new DiscArea(land)]
    for (let c = 0; c < circles.count; c++) {
      const [x, y] = [circles.x[c] as number, circles.y[c] as number]
      if (y + circles.radius < rows.bottom || y - circles.radius > rows.bottom + rows.count * rows.step) continue
      streetIn[c] = (streetIn[c] as number) + streetDiscs.area(x, y, circles.radius)
      cityIn[c] = (cityIn[c] as number) + landDiscs.area(x, y, circles.radius)
    }
  }
  return { squareMetres, ...sampleOf(streetIn, cityIn), kmByWidthSource, withOthers }
}

function sampleOf(streetIn: Float64Array, cityIn: Float64Array): Pick<StreetLand, 'sampledShare' | 'sampledDeviation'> {
  let [count, mean, squares] = [0, 0, 0]
  for (let c = 0; c < cityIn.length; c++) {
    if (!((cityIn[c] as number) > 0)) continue
    const share = (100 * (streetIn[c] as number)) / (cityIn[c] as number)
    count++
    const step = share - mean
    mean += step / count
    squares += step * (share - mean)
  }
  if (count === 0) return { sampledShare: null, sampledDeviation: null }
  return { sampledShare: mean, sampledDeviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0 }
}

/** The capsules that reach into a box. */
function cutOut(capsules: Capsules, left: number, bottom: number, right: number, top: number): Capsules {
  const { ax, ay, bx, by, radius } = capsules
  let count = 0
  for (let i = 0; i < capsules.count; i++) {
    const [xa, ya, xb, yb, r] = [ax[i] as number, ay[i] as number, bx[i] as number, by[i] as number, radius[i] as number]
    if (Math.max(xa, xb) + r < left || Math.min(xa, xb) - r > right || Math.max(ya, yb) + r < bottom || Math.min(ya, yb) - r > top) continue
    ax[count] = xa
    ay[count] = ya
    bx[count] = xb
    by[count] = yb
    radius[count++] = r
  }
  return { ...capsules, count }
}

/** Every piece of every street between two of its nodes, as a capsule. */
function widenedStreets({ nodes, streets }: CityExtract, plane: Plane, widths: StreetWidthParameters) {
  const kmByWidthSource = { width: 0, lanes: 0, class: 0 }
  const size = streets.node.length
  const capsules: Capsules = {
    count: 0,
    ax: new Float64Array(size),
    ay: new Float64Array(size),
    bx: new Float64Array(size),
    by: new Float64Array(size),
    radius: new Float64Array(size),
  }
  for (let w = 0; w < streets.count; w++) {
    const tags = {
      widthDecimetres: streets.widthDecimetres[w] as number,
      lanes: streets.lanes[w] as number,
      walkable: streets.walkable[w] === 1,
    }
    const width = streetWidthOf(streets.classes[streets.class[w] as number] ?? '', tags, widths)
    if (width === null) continue
    let [beforeX, beforeY] = [NaN, NaN]
    for (let i = streets.start[w] as number; i < (streets.start[w + 1] as number); i++) {
      const node = streets.node[i] as number
      const x = plane.x((nodes.lonE7[node] as number) / 1e7)
      const y = plane.y((nodes.latE7[node] as number) / 1e7)
      if (!Number.isNaN(beforeX)) {
        const c = capsules.count++
        capsules.ax[c] = beforeX
        capsules.ay[c] = beforeY
        capsules.bx[c] = x
        capsules.by[c] = y
        capsules.radius[c] = width.metres / 2
        kmByWidthSource[width.source] += Math.hypot(x - beforeX, y - beforeY) / 1000
      }
      beforeX = x
      beforeY = y
    }
  }
  return { capsules, kmByWidthSource }
}
