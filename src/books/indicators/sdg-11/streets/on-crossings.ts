import { PointGrid } from '../../../../kernel/point-grid.ts'
import type { AccessModel, OnStreets } from '../access/access-model.ts'
import { planeAround } from './straight-line.ts'

/** Squares in which crossings are looked up, about as wide as a block of houses. */
const squareMetres = 200

/**
 * The city as many network tools simplify it: people and stops stand at the nearest crossing, and the way there is not counted.
 *
 * Source   Pandana and OSMnx: `nearest_nodes` on a simplified graph.
 * Missing  what lies on no street stays on none.
 */
export function onCrossings(model: AccessModel): AccessModel {
  const { graph, lon, lat } = model
  const crossings = { count: graph.nodeCount, lon, lat }
  const plane = planeAround(crossings)
  const { x, y } = plane(crossings)
  const grid = new PointGrid(x, y, squareMetres)

  const moved = (points: OnStreets): Pick<OnStreets, 'edge' | 'offset'> => {
    const at = plane(points)
    const edge = new Int32Array(points.count).fill(-1)
    const offset = new Float32Array(points.count)
    for (let p = 0; p < points.count; p++) {
      if ((points.edge[p] as number) < 0) continue
      const crossing = grid.nearest(at.x[p] as number, at.y[p] as number)
      const e = graph.incident[graph.first[crossing] as number] as number
      edge[p] = e
      offset[p] = graph.edgeFrom[e] === crossing ? 0 : (graph.edgeMetres[e] as number)
    }
    return { edge, offset }
  }
  return { ...model, cells: { ...model.cells, ...moved(model.cells) }, stops: { ...model.stops, ...moved(model.stops) } }
}
