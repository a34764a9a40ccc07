import { metresPerDegree } from '../../../../kernel/local-metric.ts'
import { areaKinds, type CityExtract } from '../city/city-extract.ts'

/** Buildings in columns, each as a point with a size. */
export interface Buildings {
  count: number
  lon: Float64Array
  lat: Float64Array
  footprintM2: Float64Array
  /** 0 when not said. */
  levels: Float32Array
}

/**
 * The buildings of an OpenStreetMap extract. The point of a building is the mean of its outline's nodes as OpenStreetMap lists them, with
 * the first once more at the end; courtyards are taken off its footprint.
 *
 * Units    degrees; square metres, with the scale of `metresPerDegree` at the building.
 * Cost     linear in the nodes of buildings.
 */
export function buildingsOf({ areas, nodes }: CityExtract): Buildings {
  const kind = areaKinds.indexOf('building')
  const numbers = Uint32Array.from({ length: areas.count }, (_, a) => a).filter((a) => areas.kind[a] === kind)
  const count = numbers.length
  const buildings: Buildings = {
    count,
    lon: new Float64Array(count),
    lat: new Float64Array(count),
    footprintM2: new Float64Array(count),
    levels: Float32Array.from(numbers, (a) => areas.levels[a] as number),
  }
  for (let b = 0; b < count; b++) {
    const a = numbers[b] as number
    let points = 0
    let lonSum = 0
    let latSum = 0
    let squareE14 = 0
    for (let r = areas.ringStart[a] as number; r < (areas.ringStart[a + 1] as number); r++) {
      const from = areas.nodeStart[r] as number
      const to = areas.nodeStart[r + 1] as number
      const first = areas.node[from] as number
      const lon0 = nodes.lonE7[first] as number
      const lat0 = nodes.latE7[first] as number
      const outer = areas.outer[r] === 1
      let twice = 0
      let lonBefore = 0
      let latBefore = 0
      if (outer) {
        points += to - from + 1
        lonSum += lon0
        latSum += lat0
      }
      for (let i = from; i < to; i++) {
        const node = areas.node[i] as number
        const lon = (nodes.lonE7[node] as number) - lon0
        const lat = (nodes.latE7[node] as number) - lat0
        twice += lonBefore * lat - lon * latBefore
        lonBefore = lon
        latBefore = lat
        if (!outer) continue
        lonSum += lon + lon0
        latSum += lat + lat0
      }
      squareE14 += ((outer ? 1 : -1) * Math.abs(twice)) / 2
    }
    const lat = latSum / points / 1e7
    const scale = metresPerDegree(lat)
    buildings.lon[b] = lonSum / points / 1e7
    buildings.lat[b] = lat
    buildings.footprintM2[b] = Math.max(0, (squareE14 / 1e14) * scale.lon * scale.lat)
  }
  return buildings
}
