import type { AccessModel, OnStreets } from '../../src/books/indicators/sdg-11/access/access-model.ts'
import { buildGraph } from '../../src/kernel/graph.ts'
import { metresPerDegree } from '../../src/kernel/local-metric.ts'
import { stream, type Random } from '../../src/kernel/random.ts'

export interface RandomCity {
  seed: number
  /** Crossings in a row and in a column. */
  side?: number
  cells?: number
  stops?: number
  /** Minutes between departures at a stop; without, there is no timetable. */
  timetable?: boolean
}

/** A made-up town on a crooked grid of streets about 200 m apart: some streets are closed, some are longer than they look. */
export function randomAccessModel({ seed, side = 8, cells = 60, stops = 12, timetable = true }: RandomCity): AccessModel {
  const random = stream(seed, 0)
  const scale = metresPerDegree(43)
  const lon = new Float64Array(side * side)
  const lat = new Float64Array(side * side)
  for (let v = 0; v < side * side; v++) {
    lon[v] = 76 + ((v % side) * 200 + 120 * random.uniform()) / scale.lon
    lat[v] = 43 + (Math.floor(v / side) * 200 + 120 * random.uniform()) / scale.lat
  }
  const metresBetween = (a: number, b: number) => Math.hypot((lon[b]! - lon[a]!) * scale.lon, (lat[b]! - lat[a]!) * scale.lat)
  const edges: Array<[from: number, to: number, metres: number]> = []
  for (let v = 0; v < side * side; v++)
    for (const w of [v % side < side - 1 ? v + 1 : -1, v + side < side * side ? v + side : -1]) {
      // The first row and column stay whole, so that the town holds together.
      const isOpen = v < side || v % side === 0 || random.uniform() < 0.8
      if (w >= 0 && isOpen) edges.push([v, w, 1.01 * metresBetween(v, w) * (1 + 0.3 * random.uniform())])
    }
  const graph = buildGraph(
    side * side,
    Uint32Array.from(edges, ([from]) => from),
    Uint32Array.from(edges, ([, to]) => to),
    Float32Array.from(edges, ([, , metres]) => metres),
  )

  /** Points on streets, up to 30 m beside them; one in twenty on none. */
  const scatter = (count: number): OnStreets => {
    const on: OnStreets = {
      count,
      lon: new Float64Array(count),
      lat: new Float64Array(count),
      edge: new Int32Array(count).fill(-1),
      offset: new Float32Array(count),
      snapMetres: new Float32Array(count).fill(Infinity),
    }
    for (let p = 0; p < count; p++) {
      const edge = Math.floor(random.uniform() * graph.edgeCount)
      const [from, to, metres] = edges[edge]!
      const along = random.uniform()
      const beside = 30 * random.uniform()
      on.lon[p] = lon[from]! + along * (lon[to]! - lon[from]!) + beside / scale.lon
      on.lat[p] = lat[from]! + along * (lat[to]! - lat[from]!)
      if (random.uniform() < 0.05) continue
      on.edge[p] = edge
      on.offset[p] = along * metres
      on.snapMetres[p] = beside * 1.01
    }
    return on
  }
  return {
    graph,
    lon,
    lat,
    cells: {
      ...scatter(cells),
      population: Float64Array.from({ length: cells }, () => Math.floor(1000 * random.uniform())),
      populationGroups: [],
      district: new Int32Array(cells).fill(-1),
      districts: [],
    },
    stops: {
      ...scatter(stops),
      id: Array.from({ length: stops }, (_, s) => `s${s}`),
      name: Array.from({ length: stops }, (_, s) => `Stop ${s}`),
      capacity: Uint8Array.from({ length: stops }, () => (random.uniform() < 0.8 ? 1 : random.uniform() < 0.5 ? 2 : 3)),
      headwayMinutes: timetable ? { ghsci: headways(stops, random), itdp: headways(stops, random), ons: headways(stops, random) } : {},
    },
  }
}

const headways = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => (random.uniform() < 0.1 ? Infinity : 5 + 60 * random.uniform()))
