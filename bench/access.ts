import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccessModel, OnStreets } from '../src/books/indicators/sdg-11/access/access-model.ts'
import { buildAccessModel } from '../src/books/indicators/sdg-11/access/build-access-model.ts'
import { peopleServed, stopLimits } from '../src/books/indicators/sdg-11/access/people-served.ts'
import { buildStreetNetwork } from '../src/books/indicators/sdg-11/streets/street-network.ts'
import { walkMetres } from '../src/books/indicators/sdg-11/transit/transit-stops.ts'
import { WalkingReach } from '../src/books/indicators/sdg-11/streets/walking-reach.ts'
import { WhatIf } from '../src/books/indicators/sdg-11/access/what-if.ts'
import { readAccessModel, writeAccessModel } from '../src/books/indicators/sdg-11/access/write-access-model.ts'
import { buildGraph } from '../src/kernel/graph.ts'
import { hasKnownCities, lasPalmas } from '../test/support/known-cities.ts'
import { machine, seeded } from './harness.ts'

/**
 * SDG 11.2.1 once the files are read: streets to graph, snapping, search, what-if. Las Palmas, and the same city three and
 * thirty-six times over (1.1 and 13.7 million people). The yardstick is `scipy.sparse.csgraph.dijkstra` on the same graph.
 */
const python = '/usr/bin/python3'

/** The city again and again, side by side and with nothing between. */
function tiled({ graph, lon, lat, cells, stops }: AccessModel, tiles: number): AccessModel {
  const { nodeCount, edgeCount } = graph
  const uints = (column: Uint32Array, step: number) =>
    Uint32Array.from({ length: tiles * column.length }, (_, i) => column[i % column.length]! + step * Math.floor(i / column.length))
  const floats = <T extends Float32Array | Float64Array | Uint8Array | Int32Array>(column: T): T => {
    const result = new (column.constructor as new (length: number) => T)(tiles * column.length)
    for (let t = 0; t < tiles; t++) result.set(column, t * column.length)
    return result
  }
  const texts = (column: readonly string[]) => Array.from({ length: tiles }, () => column).flat()
  const points = (on: OnStreets): OnStreets => ({
    count: tiles * on.count,
    lon: floats(on.lon),
    lat: floats(on.lat),
    edge: Int32Array.from({ length: tiles * on.count }, (_, i) => {
      const edge = on.edge[i % on.count]!
      return edge < 0 ? -1 : edge + edgeCount * Math.floor(i / on.count)
    }),
    offset: floats(on.offset),
    snapMetres: floats(on.snapMetres),
  })
  return {
    graph: buildGraph(tiles * nodeCount, uints(graph.edgeFrom, nodeCount), uints(graph.edgeTo, nodeCount), floats(graph.edgeMetres)),
    lon: floats(lon),
    lat: floats(lat),
    cells: {
      ...points(cells),
      population: floats(cells.population),
      populationGroups: [],
      district: floats(cells.district),
      districts: [],
    },
    stops: { ...points(stops), id: texts(stops.id), name: texts(stops.name), capacity: floats(stops.capacity), headwayMinutes: {} },
  }
}

/** CPU milliseconds of each of several runs, after two that do not count. */
function cpu(runs: number, work: () => unknown): number[] {
  const times: number[] = []
  for (let run = -2; run < runs; run++) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    if (run >= 0) times.push((user + system) / 1000)
  }
  return times
}

function say(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const text = (index: number) => `${(sorted[index] ?? 0).toFixed(2).padStart(9)} ms`
  console.log(
    `${name.padEnd(46)} min ${text(0)}   median ${text(sorted.length >> 1)}   max ${text(sorted.length - 1)}   (${sorted.length} runs)`,
  )
}

/** The same search by scipy: each stop a node of its own, parallel streets reduced to the shortest. */
const scipyProgram = `
import sys, time, json, numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
folder, nodes, stops, runs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
a = np.fromfile(folder + '/from', np.uint32); b = np.fromfile(folder + '/to', np.uint32); w = np.fromfile(folder + '/metres', np.float64)
order = np.lexsort((w, b, a)); a, b, w = a[order], b[order], w[order]
keep = np.r_[True, (a[1:] != a[:-1]) | (b[1:] != b[:-1])]
n = nodes + stops
m = coo_matrix((np.maximum(w[keep], 1e-9), (a[keep], b[keep])), shape=(n, n)).tocsr()
times = []
for _ in range(runs):
    t = time.process_time(); d = dijkstra(m, directed=True, indices=np.arange(nodes, n), min_only=True, limit=1000); times.append(1000 * (time.process_time() - t))
print(json.dumps({'times': times, 'reached': int(np.isfinite(d[:nodes]).sum()), 'sum': float(d[:nodes][np.isfinite(d[:nodes])].sum())}))
`

function scipySearch({ graph, stops }: AccessModel, runs: number): { times: number[]; reached: number; sum: number } | null {
  const folder = mkdtempSync(join(tmpdir(), 'bagdar-scipy-'))
  try {
    const [from, to, metres]: [number[], number[], number[]] = [[], [], []]
    const add = (a: number, b: number, m: number) => void (from.push(a), to.push(b), metres.push(m))
    for (let e = 0; e < graph.edgeCount; e++) {
      add(graph.edgeFrom[e]!, graph.edgeTo[e]!, graph.edgeMetres[e]!)
      add(graph.edgeTo[e]!, graph.edgeFrom[e]!, graph.edgeMetres[e]!)
    }
    const limit = stopLimits(stops)
    for (let s = 0; s < stops.count; s++) {
      const edge = stops.edge[s]!
      if (edge < 0) continue
      add(graph.nodeCount + s, graph.edgeFrom[edge]!, walkMetres.high - limit[s]! + stops.offset[s]!)
      add(graph.nodeCount + s, graph.edgeTo[edge]!, walkMetres.high - limit[s]! + graph.edgeMetres[edge]! - stops.offset[s]!)
    }
    writeFileSync(join(folder, 'from'), Uint32Array.from(from))
    writeFileSync(join(folder, 'to'), Uint32Array.from(to))
    writeFileSync(join(folder, 'metres'), Float64Array.from(metres))
    const args = ['-c', scipyProgram, folder, String(graph.nodeCount), String(stops.count), String(runs)]
    const { status, stdout, stderr } = spawnSync(python, args, { encoding: 'utf8' })
    if (status === 0) return JSON.parse(stdout) as { times: number[]; reached: number; sum: number }
    console.log(`scipy could not be asked: ${stderr.trim().split('\n').at(-1)}`)
    return null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Ours and scipy's in alternation; both must find the same distances. */
function compareSearch(name: string, model: AccessModel, runs: number): void {
  const reach = new WalkingReach(model.graph)
  const starts = { ...model.stops, limit: stopLimits(model.stops) }
  const remaining = new Float64Array(model.cells.count)
  // Junctions as points: their distances are what scipy finds.
  const ends = {
    count: model.graph.edgeCount,
    edge: Int32Array.from({ length: model.graph.edgeCount }, (_, e) => e),
    offset: new Float64Array(model.graph.edgeCount),
  }
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < 3; round++) {
    ours.push(...cpu(runs, () => reach.measure(starts, model.cells, remaining)))
    const found = existsSync(python) ? scipySearch(model, runs) : null
    if (found === null) continue
    theirs.push(...found.times)
    const left = reach.measure(starts, ends)
    const atNode = new Map<number, number>()
    for (let e = 0; e < ends.count; e++) if (left[e]! >= 0) atNode.set(model.graph.edgeFrom[e]!, walkMetres.high - left[e]!)
    for (let e = 0; e < ends.count; e++) ends.offset[e] = model.graph.edgeMetres[e]!
    const right = reach.measure(starts, ends)
    for (let e = 0; e < ends.count; e++) if (right[e]! >= 0) atNode.set(model.graph.edgeTo[e]!, walkMetres.high - right[e]!)
    ends.offset.fill(0)
    const sum = [...atNode.values()].reduce((total, metres) => total + metres, 0)
    console.log(`  nodes reached ${atNode.size} and ${found.reached}, metres together ${sum.toFixed(1)} and ${found.sum.toFixed(1)}`)
  }
  say(`${name}: search and all cells`, ours)
  if (theirs.length === 0) return console.log(`${python} with scipy is not here: nothing to compare with.`)
  say(`${name}: scipy dijkstra(min_only, limit)`, theirs)
  console.log(`${name}: scipy / ours = ${(Math.min(...theirs) / Math.min(...ours)).toFixed(2)}`)
}

if (!hasKnownCities) console.log('The shared data are not here: nothing is measured.')
else {
  console.log(machine())
  const { extract, cells, stops } = await lasPalmas()
  say(
    'streets to graph',
    cpu(10, () => buildStreetNetwork(extract)),
  )
  const network = buildStreetNetwork(extract)
  say(
    `snapping ${cells.count + stops.count} points, with its grid`,
    cpu(10, () => buildAccessModel(network, cells, stops, {}, [])),
  )
  const model = buildAccessModel(network, cells, stops, {}, [])
  console.log(`${model.graph.nodeCount} nodes, ${model.graph.edgeCount} edges; served ${peopleServed(model).share?.toFixed(3)} %`)
  const packed = writeAccessModel(model)
  say(
    `packing ${packed.length} bytes`,
    cpu(10, () => writeAccessModel(model)),
  )
  say(
    'unpacking',
    cpu(10, () => readAccessModel(packed)),
  )
  compareSearch('1 tile', model, 50)
  compareSearch('36 tiles', tiled(model, 36), 5)

  const million = tiled(model, 3)
  console.log(
    `\nWhat if, ${Math.round(peopleServed(million).population)} people, ${million.graph.nodeCount} nodes, ${million.cells.count} cells`,
  )
  say(
    'making it',
    cpu(10, () => new WhatIf(million)),
  )
  const whatIf = new WhatIf(million)
  const random = seeded(5)
  const node = () => ({ node: Math.floor(random() * million.graph.nodeCount) })
  const added: number[] = []
  say(
    'add a stop of low capacity',
    cpu(300, () => added.push(whatIf.addStop(node(), 1).stop)),
  )
  say(
    'move it',
    cpu(300, () => whatIf.moveStop(added[Math.floor(random() * added.length)]!, node())),
  )
  say(
    'remove it',
    cpu(300, () => whatIf.removeStop(added.pop()!)),
  )
  say(
    'add a stop of high capacity',
    cpu(300, () => added.push(whatIf.addStop(node(), 2).stop)),
  )
  say(
    'remove it',
    cpu(300, () => whatIf.removeStop(added.pop()!)),
  )
  const fresh = new WhatIf(million)
  say(
    'gain surface, low capacity',
    cpu(20, () => fresh.gainSurface(1)),
  )
  say(
    'gain surface, high capacity',
    cpu(20, () => fresh.gainSurface(2)),
  )
  say(
    'the best 20 sites',
    cpu(10, () => fresh.bestSites(20, 1)),
  )
  const bare = new WhatIf(million, { stopInUse: new Uint8Array(million.stops.count) })
  say(
    'gain surface of a city without any stop',
    cpu(10, () => bare.gainSurface(1)),
  )
  const [best] = fresh.bestSites(1, 1)
  console.log(`the best site serves ${Math.round(best?.people ?? 0)} people more`)
}
