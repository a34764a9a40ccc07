import { BoundedSearch } from '../../../../kernel/bounded-search.ts'
import type { AccessModel } from './access-model.ts'
import { stopLimits, type PeopleServedOptions } from './people-served.ts'
import { walkMetres } from '../transit/transit-stops.ts'

/** Where a stop may stand: at a node of the graph, or on an edge. */
export type StopPlace = { node: number } | { edge: number; offset: number }

/** 1 low, 2 high, 3 both, as in `TransitStops`. */
export type StopCapacity = 1 | 2 | 3

export interface StopSite {
  node: number
  /** People newly served by a stop there, those before it in the list being built. */
  people: number
}

/** How the city of a what-if begins: the same questions as `peopleServed`, the snap distance excepted. */
export type WhatIfOptions = Omit<PeopleServedOptions, 'addSnapDistance'>

/**
 * People served while stops come, move and go: the question "what if?" about SDG 11.2.1, in a browser and on the server alike.
 *
 * After every edit the state is what `peopleServed` would find from scratch, to the last bit, because lengths and people are
 * whole multiples of small units (`wholeLength`, `wholePeople`). Only the surroundings of the stop are searched again:
 *
 * - a new stop improves distances outward from it, as far as it improves any;
 * - where a stop goes, the nodes whose distance was the distance from it are forgotten, and found anew from their neighbours.
 */
export class WhatIf {
  readonly model: AccessModel
  /** Per cell, as in `peopleServed`; do not write. */
  readonly remainingMetres: Float64Array
  /** All people. */
  readonly population: number

  readonly #limits: { low: number; high: number }
  readonly #most: number
  /** Metres walked of the greatest limit, from the best stop, at every node; kept from edit to edit. */
  readonly #walked: BoundedSearch
  /** For questions beside that. */
  readonly #scratch: BoundedSearch
  /** Stops of the model keep their numbers; new ones follow. Edge -1: not there. `begins`: what is walked already at the stop. */
  readonly #stops: { edge: number; offset: number; begins: number }[]
  readonly #stopsOnEdge = new Map<number, number[]>()
  /** Cells of edge `e`: `#cell[#firstCell[e]]` … `#cell[#firstCell[e + 1] - 1]`. */
  readonly #firstCell: Uint32Array
  readonly #cell: Uint32Array
  #served = 0

  constructor(model: AccessModel, options: WhatIfOptions = {}) {
    this.model = model
    this.#limits = options.limits ?? walkMetres
    this.#most = Math.max(this.#limits.low, this.#limits.high)
    this.#walked = new BoundedSearch(model.graph)
    this.#scratch = new BoundedSearch(model.graph)
    this.remainingMetres = new Float64Array(model.cells.count).fill(-Infinity)
    this.population = model.cells.population.reduce((sum, people) => sum + people, 0)
    ;({ firstCell: this.#firstCell, cell: this.#cell } = cellsByEdge(model))

    const limit = stopLimits(model.stops, options)
    this.#stops = Array.from(limit, (metres, s) => {
      const isThere = metres >= 0
      return {
        edge: isThere ? (model.stops.edge[s] as number) : -1,
        offset: model.stops.offset[s] as number,
        begins: this.#most - metres,
      }
    })
    for (const s of this.#stops.keys()) this.#enter(s)
    this.#walked.run(this.#most)
    for (let c = 0; c < model.cells.count; c++) this.#refreshCell(c)
  }

  /** People within reach of a stop. */
  get served(): number {
    return this.#served
  }

  /**
   * A new stop: its number, and how many more people are served.
   *
   * @throws {RangeError} a place that is not in the city
   */
  addStop(place: StopPlace, capacity: StopCapacity): { stop: number; change: number } {
    const begins = this.#most - this.#limitOf(capacity)
    const stop = this.#stops.push({ ...this.#onEdge(place), begins }) - 1
    return { stop, change: this.#appear(stop) }
  }

  /** A stop goes elsewhere and keeps its capacity; how many more people are served, below 0 where fewer are. */
  moveStop(stop: number, place: StopPlace): number {
    const found = this.#onEdge(place)
    const change = this.removeStop(stop)
    Object.assign(this.#stops[stop] as object, found)
    return change + this.#appear(stop)
  }

  /** A stop is taken away; how many more people are served: 0 or below. */
  removeStop(stop: number): number {
    const gone = this.#stops[stop]
    if (gone === undefined) throw new RangeError(`There is no stop ${stop}: they are 0 to ${this.#stops.length - 1}.`)
    const before = this.#served
    const { edge, offset, begins } = gone
    if (edge < 0) return 0
    const onEdge = this.#stopsOnEdge.get(edge) ?? []
    this.#stopsOnEdge.set(
      edge,
      onEdge.filter((other) => other !== stop),
    )
    gone.edge = -1
    this.#forgetAround(edge, offset, begins)
    this.#walked.run(this.#most)
    this.#refreshTouched(edge)
    return this.#served - before
  }

  /**
   * People newly served if a stop stood at each node.
   *
   *     gain(v) = Σ population of cells not served now, from which v is within the limit
   *
   * Cost     one bounded search from each cell that is not served.
   */
  gainSurface(capacity: StopCapacity): Float64Array {
    const gain = new Float64Array(this.model.graph.nodeCount)
    for (let c = 0; c < this.model.cells.count; c++)
      if (this.remainingMetres[c] === -Infinity) this.#addAround(c, capacity, this.model.cells.population[c] as number, gain)
    return gain
  }

  /**
   * The best sites for new stops, one after the other: each serves the most people whom those before it leave unserved. Of
   * equally good sites the first node is taken. Fewer than `count` when nobody is left whom a stop would serve.
   *
   * Greedy choice serves at least 63 % (1 − 1/e) of the people whom the best possible set of as many sites would.
   *
   * Source   Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing submodular set functions", Mathematical
   *          Programming 14 (1978), 265–294.
   * Cost     the gain surface, and once more the searches of the cells that the sites serve.
   */
  bestSites(count: number, capacity: StopCapacity): StopSite[] {
    const { population } = this.model.cells
    const gain = this.gainSurface(capacity)
    const isServed = this.remainingMetres.map((metres) => (metres >= 0 ? 1 : 0))
    const sites: StopSite[] = []
    while (sites.length < count) {
      let node = 0
      for (let v = 1; v < gain.length; v++) if ((gain[v] as number) > (gain[node] as number)) node = v
      const people = gain[node] ?? 0
      if (people <= 0) break
      sites.push({ node, people })
      for (const c of this.#cellsAround(node, this.#limitOf(capacity))) {
        if (isServed[c] === 1) continue
        isServed[c] = 1
        this.#addAround(c, capacity, -(population[c] as number), gain)
      }
    }
    return sites
  }

  #limitOf(capacity: StopCapacity): number {
    return (capacity & 2) === 2 ? this.#limits.high : this.#limits.low
  }

  #onEdge(place: StopPlace): { edge: number; offset: number } {
    const { first, incident, edgeFrom, edgeMetres, nodeCount, edgeCount } = this.model.graph
    if ('node' in place) {
      const { node } = place
      const edge = node >= 0 && node < nodeCount ? incident[first[node] as number] : undefined
      if (edge === undefined) throw new RangeError(`There is no node ${node}: they are 0 to ${nodeCount - 1}.`)
      return { edge, offset: edgeFrom[edge] === node ? 0 : (edgeMetres[edge] as number) }
    }
    const { edge, offset } = place
    if (!(edge >= 0 && edge < edgeCount)) throw new RangeError(`There is no edge ${edge}: they are 0 to ${edgeCount - 1}.`)
    const length = edgeMetres[edge] as number
    if (!(offset >= 0 && offset <= length)) throw new RangeError(`Edge ${edge} is ${length} m long; ${offset} m is not on it.`)
    return { edge, offset }
  }

  /** Puts a stop into the lists and at the ends of its edge. */
  #enter(stop: number): void {
    const { edge, offset, begins } = this.#stops[stop] as { edge: number; offset: number; begins: number }
    if (edge < 0) return
    const onEdge = this.#stopsOnEdge.get(edge)
    if (onEdge === undefined) this.#stopsOnEdge.set(edge, [stop])
    else onEdge.push(stop)
    startAtEnds(this.#walked, edge, offset, begins)
  }

  #appear(stop: number): number {
    const before = this.#served
    this.#walked.keep()
    this.#enter(stop)
    this.#walked.run(this.#most)
    this.#refreshTouched(this.#stops[stop]?.edge ?? -1)
    return this.#served - before
  }

  /** Forgets the nodes whose best stop was the one at this place, and starts them anew from what is known around them. */
  #forgetAround(edge: number, offset: number, begins: number): void {
    const { first, incident, neighbour, neighbourMetres } = this.model.graph
    const walked = this.#walked
    const fromHere = this.#scratch
    fromHere.clear()
    startAtEnds(fromHere, edge, offset, begins)
    fromHere.run(this.#most)

    walked.keep()
    for (let i = 0; i < fromHere.touchedCount; i++) {
      const v = fromHere.touched[i] as number
      if (walked.metres[v] === fromHere.metres[v]) walked.forget(v)
    }
    for (let i = 0, count = walked.touchedCount; i < count; i++) {
      const v = walked.touched[i] as number
      for (let k = first[v] as number, end = first[v + 1] as number; k < end; k++) {
        walked.start(v, (walked.metres[neighbour[k] as number] as number) + (neighbourMetres[k] as number))
        const around = incident[k] as number
        for (const stop of this.#stopsOnEdge.get(around) ?? []) {
          const { offset: at, begins: from } = this.#stops[stop] as { offset: number; begins: number }
          startAtEnds(walked, around, at, from)
        }
      }
    }
  }

  /** The cells of all edges at nodes that changed, and of the stop's own edge. */
  #refreshTouched(edge: number): void {
    const { first, incident } = this.model.graph
    const { touched, touchedCount } = this.#walked
    for (let i = 0; i < touchedCount; i++) {
      const v = touched[i] as number
      for (let k = first[v] as number, end = first[v + 1] as number; k < end; k++) this.#refreshEdge(incident[k] as number)
    }
    if (edge >= 0) this.#refreshEdge(edge)
  }

  #refreshEdge(edge: number): void {
    for (let i = this.#firstCell[edge] as number, end = this.#firstCell[edge + 1] as number; i < end; i++)
      this.#refreshCell(this.#cell[i] as number)
  }

  #refreshCell(c: number): void {
    const { cells } = this.model
    const edge = cells.edge[c] as number
    if (edge < 0) return
    const offset = cells.offset[c] as number
    let walked = atPoint(this.#walked, edge, offset)
    for (const stop of this.#stopsOnEdge.get(edge) ?? []) {
      const { offset: at, begins } = this.#stops[stop] as { offset: number; begins: number }
      walked = Math.min(walked, begins + Math.abs(at - offset))
    }
    const remaining = walked <= this.#most ? this.#most - walked : -Infinity
    const people = cells.population[c] as number
    const wasServed = (this.remainingMetres[c] as number) >= 0
    if (remaining >= 0 && !wasServed) this.#served += people
    else if (remaining < 0 && wasServed) this.#served -= people
    this.remainingMetres[c] = remaining
  }

  /** Adds `people` at every node from which a stop would serve the cell. */
  #addAround(c: number, capacity: StopCapacity, people: number, gain: Float64Array): void {
    const edge = this.model.cells.edge[c] as number
    if (edge < 0 || people === 0) return
    const limit = this.#limitOf(capacity)
    const search = this.#scratch
    search.clear()
    startAtEnds(search, edge, this.model.cells.offset[c] as number, 0)
    search.run(limit)
    for (let i = 0; i < search.touchedCount; i++) {
      const v = search.touched[i] as number
      if ((search.metres[v] as number) <= limit) gain[v] = (gain[v] as number) + people
    }
  }

  /** Cells within the limit of a node, some of them twice. */
  #cellsAround(node: number, limit: number): number[] {
    const { first, incident } = this.model.graph
    const search = this.#scratch
    search.clear()
    search.start(node, 0)
    search.run(limit)
    const found: number[] = []
    for (let i = 0; i < search.touchedCount; i++) {
      const v = search.touched[i] as number
      for (let k = first[v] as number, end = first[v + 1] as number; k < end; k++) {
        const edge = incident[k] as number
        for (let j = this.#firstCell[edge] as number, last = this.#firstCell[edge + 1] as number; j < last; j++) {
          const c = this.#cell[j] as number
          if (atPoint(search, edge, this.model.cells.offset[c] as number) <= limit) found.push(c)
        }
      }
    }
    return found
  }
}

/** Starts of a search at both ends of an edge, for a point on it at which `metres` have been walked. */
function startAtEnds(search: BoundedSearch, edge: number, offset: number, metres: number): void {
  const { edgeFrom, edgeTo, edgeMetres } = search.graph
  search.start(edgeFrom[edge] as number, metres + offset)
  search.start(edgeTo[edge] as number, metres + (edgeMetres[edge] as number) - offset)
}

/** The distance of a point on an edge by way of its ends. */
function atPoint({ graph, metres }: BoundedSearch, edge: number, offset: number): number {
  return Math.min(
    (metres[graph.edgeFrom[edge] as number] as number) + offset,
    (metres[graph.edgeTo[edge] as number] as number) + (graph.edgeMetres[edge] as number) - offset,
  )
}

function cellsByEdge({ graph, cells }: AccessModel): { firstCell: Uint32Array; cell: Uint32Array } {
  const firstCell = new Uint32Array(graph.edgeCount + 1)
  for (const edge of cells.edge) if (edge >= 0) firstCell[edge + 1] = (firstCell[edge + 1] as number) + 1
  for (let e = 0; e < graph.edgeCount; e++) firstCell[e + 1] = (firstCell[e + 1] as number) + (firstCell[e] as number)
  const next = firstCell.slice(0, graph.edgeCount)
  const cell = new Uint32Array(firstCell[graph.edgeCount] as number)
  for (let c = 0; c < cells.count; c++) {
    const edge = cells.edge[c] as number
    if (edge < 0) continue
    const i = next[edge] as number
    next[edge] = i + 1
    cell[i] = c
  }
  return { firstCell, cell }
}
