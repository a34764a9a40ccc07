import type { Plane } from '../../../../kernel/equal-area-plane.ts'
import { LocalMetric } from '../../../../kernel/local-metric.ts'
import { joinParts, NearShapes, type PartNear } from '../../../../kernel/near-shapes.ts'
import { wholeLength } from '../access/access-model.ts'
import type { OpenSpaces } from './open-space.ts'
import type { StreetNetwork } from '../streets/street-network.ts'
import type { PointsOnStreets } from '../streets/walking-reach.ts'

/** Where streets come to open spaces, or run inside them. */
export interface Entrances extends PointsOnStreets {
  /** Which open space. A street may come to several. */
  space: Uint32Array
  lon: Float64Array
  lat: Float64Array
  offset: Float32Array
}

/** A street this near to the edge of an open space comes to it. */
export const entranceMetres = 30
/** Along a street beside an open space there is an entrance at least this often. */
const betweenEntrances = 100

/**
 * Every point of the street network at which somebody has arrived at an open space: where a street touches it, comes within 30 m of its
 * edge, or runs inside it. Not its middle: a park is reached at its edge.
 *
 * Such points form pieces of streets, which are computed, not sampled. An entrance stands at each end of a piece, and between them so
 * often that nobody on it has more than 50 m to one: who is within 50 m or more is found exactly. Where pieces of one open space meet at
 * a crossing, one entrance stands for all of them.
 *
 * Source   30 m: Global Healthy and Sustainable City Indicators, which put nodes on the edges of open spaces and keep those within 30 m of
 *          the network. The UN metadata say "along the street network" and leave the point of arrival open.
 * Units    degrees, metres → metres along edges.
 * Missing  an open space that no street comes near to has no entrance: nobody is served by it.
 * Cost     segments of the network times edges of open spaces near each.
 */
export function findEntrances(spaces: OpenSpaces, network: StreetNetwork, plane: Plane, metres = entranceMetres): Entrances {
  const near = new NearShapes(spaces.shapes)
  const metric = new LocalMetric()
  const { graph, shapes } = network
  const found = { edge: [] as number[], offset: [] as number[], space: [] as number[], lon: [] as number[], lat: [] as number[] }

  /** Crossings at which a space has an entrance, as crossing · spaces + space. */
  const atCrossings = new Set<number>()

  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const first = shapes.start[edge] as number
    const last = (shapes.start[edge + 1] as number) - 1
    const metresAt = [0]
    const parts: PartNear[] = []
    let metresBefore = 0
    let [ax, ay] = [plane.x((shapes.x[first] as number) / 1e7), plane.y((shapes.y[first] as number) / 1e7)]
    for (let p = first; p < last; p++) {
      const [lon, lat, nextLon, nextLat] = [shapes.x[p], shapes.y[p], shapes.x[p + 1], shapes.y[p + 1]] as [number, number, number, number]
      const [bx, by] = [plane.x(nextLon / 1e7), plane.y(nextLat / 1e7)]
      const length = metric.metresBetween(lon, lat, nextLon, nextLat)
      for (const { shape, from, to } of near.partsNear(ax, ay, bx, by, metres))
        // A piece that goes on beyond the corner begins there exactly where it ended here.
        parts.push({ shape, from: metresBefore + from * length, to: to === 1 ? metresBefore + length : metresBefore + to * length })
      metresBefore += length
      metresAt.push(metresBefore)
      ax = bx
      ay = by
    }
    for (const { shape, from, to } of joinParts(parts)) {
      const steps = Math.ceil((to - from) / betweenEntrances)
      for (let step = 0; step <= steps; step++) {
        const along = steps === 0 ? from : from + ((to - from) * step) / steps
        if (along === 0 || along === metresBefore) {
          const crossing = ((along === 0 ? graph.edgeFrom : graph.edgeTo)[edge] as number) * spaces.count + shape
          if (atCrossings.has(crossing)) continue
          atCrossings.add(crossing)
        }
        let segment = 0
        while (segment < metresAt.length - 2 && along > (metresAt[segment + 1] as number)) segment++
        const begin = metresAt[segment] as number
        const length = (metresAt[segment + 1] as number) - begin
        const fraction = length > 0 ? (along - begin) / length : 0
        found.edge.push(edge)
        found.offset.push(Math.min(wholeLength(along), graph.edgeMetres[edge] as number))
        found.space.push(shape)
        found.lon.push(between(shapes.x, first + segment, fraction) / 1e7)
        found.lat.push(between(shapes.y, first + segment, fraction) / 1e7)
      }
    }
  }
  return {
    count: found.edge.length,
    edge: Int32Array.from(found.edge),
    offset: Float32Array.from(found.offset),
    space: Uint32Array.from(found.space),
    lon: Float64Array.from(found.lon),
    lat: Float64Array.from(found.lat),
  }
}

/** The value at a point and the next, and what lies between. */
function between(column: Int32Array, point: number, fraction: number): number {
  const start = column[point] as number
  return start + fraction * ((column[point + 1] as number) - start)
}
