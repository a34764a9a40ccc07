import type { CityExtract } from '../../books/indicators/sdg-11/city/city-extract.ts'
import type { Position } from './cut-tiles.ts'

/** An area as polygons of GeoJSON: every outer ring with the holes that lie in it. A hole outside all of them is left out. */
export function polygonsOf({ nodes, areas }: Pick<CityExtract, 'nodes' | 'areas'>, area: number): Position[][][] {
  const polygons: Position[][][] = []
  const holes: Position[][] = []
  for (let ring = areas.ringStart[area] ?? 0; ring < (areas.ringStart[area + 1] ?? 0); ring++) {
    const positions: Position[] = []
    for (let at = areas.nodeStart[ring] ?? 0; at < (areas.nodeStart[ring + 1] ?? 0); at++) {
      const node = areas.node[at] ?? 0
      positions.push([(nodes.lonE7[node] ?? 0) / 1e7, (nodes.latE7[node] ?? 0) / 1e7])
    }
    const first = positions[0]
    if (first === undefined || positions.length < 3) continue
    positions.push(first)
    if (areas.outer[ring] === 1) polygons.push([positions])
    else holes.push(positions)
  }
  for (const hole of holes) polygons.find(([outer = []]) => isInside(hole[0] ?? [0, 0], outer))?.push(hole)
  return polygons
}

/** Whether a point lies in a closed ring: a ray to the east crosses it an odd number of times. */
function isInside([lon, lat]: Position, ring: readonly Position[]): boolean {
  let inside = false
  for (let at = 1; at < ring.length; at++) {
    const [ax, ay] = ring[at - 1] ?? [0, 0]
    const [bx, by] = ring[at] ?? [0, 0]
    if (ay > lat !== by > lat && lon < ((bx - ax) * (lat - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}
