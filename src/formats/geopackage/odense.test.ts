import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { BoundedSearch } from '../../kernel/bounded-search.ts'
import type { Feature } from '../../kernel/geometry.ts'
import { buildGraph } from '../../kernel/graph.ts'
import { openBytes } from '../byte-source.ts'
import { openGeoPackage } from './read-geopackage.ts'

const folder = join(process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../../../shared'), 'data/odense')
const distanceColumn = 'sp_nearest_node_Public transport stop (any)_dist'

/**
 * Odense, the sample city of the Global Healthy and Sustainable City Indicators. Their method in the version that made the file: people are
 * points every 30 m along streets; a point takes the distance of the nearer end of its street, a stop that of the node nearest as the crow
 * flies; `pct_access_500m_pt_any` is the share of a hexagon's points whose node is 500 m or less from a stop's.
 */
describe.skipIf(!existsSync(folder))('the sample of Odense', () => {
  let layers: Record<'nodes' | 'edges' | 'destinations' | 'points' | 'hexagonOfPoint' | 'nodeDistances' | 'hexagons', Feature[]>
  beforeAll(async () => {
    const sample = await openGeoPackage(openBytes(join(folder, 'sample_odense.gpkg')))
    const results = await openGeoPackage(openBytes(join(folder, 'global_indicators_hex_250m.gpkg')))
    layers = {
      nodes: sample.features('nodes'),
      edges: sample.features('edges'),
      destinations: sample.features('destinations'),
      points: sample.features('samplePointsData'),
      hexagonOfPoint: sample.features('samplePointsData_temp'),
      nodeDistances: sample.features('gdf_nodes_poi_dist'),
      hexagons: results.features('odense_sample'),
    }
    sample.close()
    results.close()
  })

  const column = (features: readonly Feature[], key: string, value: string) =>
    new Map(features.map(({ properties }) => [String(properties[key]), properties[value]]))

  /** Per cent of the points of each hexagon whose node is within 500 m. */
  function sharesBy(metresOfNode: (node: string) => number): Record<string, number> {
    const hexagonOf = column(layers.hexagonOfPoint, 'point_id', 'hex_id')
    const counts = new Map<string, { all: number; near: number }>()
    for (const { properties } of layers.points) {
      const hexagon = String(hexagonOf.get(String(properties['point_id'])))
      const count = counts.get(hexagon) ?? { all: 0, near: 0 }
      const node = Number(properties['n1_distance']) <= Number(properties['n2_distance']) ? properties['n1'] : properties['n2']
      count.all++
      if (metresOfNode(String(node)) <= 500) count.near++
      counts.set(hexagon, count)
    }
    return Object.fromEntries([...counts].map(([hexagon, { all, near }]) => [hexagon, (100 * near) / all]))
  }

  const published = () =>
    Object.fromEntries(layers.hexagons.map(({ properties }) => [String(properties['index']), Number(properties['pct_access_500m_pt_any'])]))

  const differing = (shares: Record<string, number>) =>
    Object.entries(published())
      .filter(([hexagon, share]) => !(Math.abs((shares[hexagon] ?? Number.NaN) - share) < 1e-9))
      .map(([hexagon]) => hexagon)

  /** Metres along `edges` from each node to the nearest stop's node. */
  function searchedDistances(): Map<string, number> {
    const numbers = new Map<string, number>()
    const numberOf = (node: unknown) => {
      const known = numbers.get(String(node))
      if (known === undefined) numbers.set(String(node), numbers.size)
      return known ?? numbers.size - 1
    }
    const from = Uint32Array.from(layers.edges, ({ properties }) => numberOf(properties['from']))
    const to = Uint32Array.from(layers.edges, ({ properties }) => numberOf(properties['to']))
    const metres = Float32Array.from(layers.edges, ({ properties }) => Number(properties['length']))
    const search = new BoundedSearch(buildGraph(numbers.size, from, to, metres))
    const place = ({ geometry }: Feature) => [geometry.lon[0] ?? Number.NaN, geometry.lat[0] ?? Number.NaN] as const
    for (const stop of layers.destinations.filter(({ properties }) => properties['dest_name'] === 'pt_any')) {
      const [lon, lat] = place(stop)
      const away = (node: Feature) => Math.hypot((place(node)[0] - lon) * Math.cos((lat * Math.PI) / 180), place(node)[1] - lat)
      const nearest = layers.nodes.reduce((best, one) => (away(one) < away(best) ? one : best))
      search.start(numberOf(nearest.properties['osmid']), 0)
    }
    search.run(5000)
    return new Map([...numbers].map(([node, number]) => [node, search.metres[number] ?? Infinity]))
  }

  test('has 22 hexagons, 776 sample points of which 708 have results, 10 stops', () => {
    expect(layers.hexagons.length).toBe(22)
    expect(layers.hexagonOfPoint.length).toBe(776)
    expect(layers.points.length).toBe(708)
    expect(layers.destinations.filter(({ properties }) => properties['dest_name'] === 'pt_any').length).toBe(10)
  })

  test('all hexagons come out of the distances that the file gives for nodes', () => {
    const given = column(layers.nodeDistances, 'osmid', distanceColumn)
    expect(
      differing(
        sharesBy((node) => {
          const metres = Number(given.get(node))
          return metres < 0 ? Infinity : metres // −999: no stop within reach
        }),
      ),
    ).toEqual([])
  })

  test('20 of 22 hexagons come out of our search along the streets of the file; two differ by nodes that the published run did not reach', () => {
    const metres = searchedDistances()
    const shares = sharesBy((node) => metres.get(node) ?? Infinity)
    expect(differing(shares)).toEqual(['11077', '11078'])
    expect([shares['11077'], shares['11078']]).toEqual([100, 100])

    // The file's streets and its node distances are of two states of the map: of 330 nodes that streets end at, the distances know 275. In
    // particular they do not know those by which one walks from these two nodes to a stop.
    const given = column(layers.nodeDistances, 'osmid', distanceColumn)
    const reachedByUsOnly = [...metres].filter(([node, one]) => one <= 500 && given.get(node) === -999).map(([node]) => node)
    expect(reachedByUsOnly).toEqual(expect.arrayContaining(['1314917017', '5823310031']))
    const cycleway = layers.edges.filter(({ properties }) => properties['from'] === '114759319' && properties['to'] === '1314917017')
    expect(cycleway.length).toBe(1)
    expect(given.has('114759319')).toBe(false)
  })

  test('where both states of the map agree on the streets, our distances are the published ones to a centimetre', () => {
    const metres = searchedDistances()
    const both = layers.nodeDistances.filter(({ properties }) => {
      const given = Number(properties[distanceColumn])
      return given >= 0 && Number.isFinite(metres.get(String(properties['osmid'])) ?? Infinity)
    })
    const equal = both.filter(
      ({ properties }) => Math.abs((metres.get(String(properties['osmid'])) ?? 0) - Number(properties[distanceColumn])) < 0.01,
    )
    expect(both.length).toBeGreaterThan(250)
    expect(equal.length / both.length).toBeGreaterThan(0.85)
  })
})
