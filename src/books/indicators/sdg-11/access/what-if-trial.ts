import type { AccessModel } from './access-model.ts'
import { noEdits, roundPlace, type Place, type WhatIfEdits } from './what-if-edits.ts'
import { WhatIf, type StopPlace, type WhatIfOptions } from './what-if.ts'

/** What a change means for a cell. `lost`: it had a stop near enough and has none any more. */
export const cellStates = ['unserved', 'served', 'gained', 'lost'] as const

/** A site for a new stop, and the people whom those before it leave unserved. */
export interface Site extends Place {
  people: number
}

/** New stops are those of buses: 500 m. */
const newStopCapacity = 1
/** Who points further than this from every crossing points at no street. */
const mostMetresToCrossing = 500
const metresPerDegree = 111_195

/**
 * A city on trial: the edits of an address applied to its stops. The next edits are reached from the last ones, stop by stop, so that
 * one edit more costs one search; undoing is an edit like others. The page on the server and the map in the browser both ask this.
 *
 * A new or moved stop stands at the crossing next to the place that was pointed at.
 */
export class WhatIfTrial {
  readonly model: AccessModel
  /** People served before any edit, and all people. */
  readonly servedBefore: number
  readonly population: number
  readonly #whatIf: WhatIf
  readonly #wasServed: Uint8Array
  readonly #stopOfId: ReadonlyMap<string, number>
  #shown: WhatIfEdits = noEdits
  /** Numbers of the added stops; null for one that stands on no street. */
  readonly #added: (number | null)[] = []

  constructor(model: AccessModel, options: WhatIfOptions = {}) {
    this.model = model
    this.#whatIf = new WhatIf(model, options)
    this.servedBefore = this.#whatIf.served
    this.population = this.#whatIf.population
    this.#wasServed = Uint8Array.from(this.#whatIf.remainingMetres, (metres) => (metres >= 0 ? 1 : 0))
    this.#stopOfId = new Map(model.stops.id.map((id, stop) => [id, stop]))
  }

  /** People served now. */
  get served(): number {
    return this.#whatIf.served
  }

  /** Number of the stop with this id in the timetable; null where there is none. */
  stopOf(id: string): number | null {
    return this.#stopOfId.get(id) ?? null
  }

  /** Brings the city to these edits. Stops that the city does not have, and places without a street, change nothing. */
  show(edits: WhatIfEdits): void {
    for (const id of idsOf(this.#shown, edits)) {
      const stop = this.#stopOfId.get(id)
      if (stop === undefined || placeKey(this.#shown, id) === placeKey(edits, id)) continue
      this.#put(stop, this.#placeOfOwn(edits, id, stop))
    }
    for (let at = 0; at < Math.max(this.#shown.added.length, edits.added.length); at++) {
      const [before, after] = [this.#shown.added[at], edits.added[at]]
      if (before?.lon === after?.lon && before?.lat === after?.lat) continue
      const place = after === undefined ? null : this.#placeAt(after)
      const stop = this.#added[at] ?? null
      if (stop !== null) this.#put(stop, place)
      else this.#added[at] = place === null ? null : this.#whatIf.addStop(place, newStopCapacity).stop
    }
    this.#shown = edits
  }

  /** For each cell an index into `cellStates`. */
  cellStates(): Uint8Array {
    return this.#wasServed.map((before, cell) => {
      const now = (this.#whatIf.remainingMetres[cell] ?? -1) >= 0
      return now ? (before === 1 ? 1 : 2) : before === 1 ? 3 : 0
    })
  }

  /** People newly served by one more stop, for each crossing of the streets. */
  gainSurface(): Float64Array {
    return this.#whatIf.gainSurface(newStopCapacity)
  }

  /** Where to put further stops, the best first; each counts whom those before it leave. */
  bestSites(count: number): Site[] {
    const { lon, lat } = this.model
    return this.#whatIf
      .bestSites(count, newStopCapacity)
      .map(({ node, people }) => ({ ...roundPlace({ lon: lon[node] ?? 0, lat: lat[node] ?? 0 }), people }))
  }

  /** The crossing next to a place, where a stop would stand; null where no street is near. */
  crossingNear(place: Place): Place | null {
    const node = this.#nodeNear(place)
    return node === null ? null : roundPlace({ lon: this.model.lon[node] ?? 0, lat: this.model.lat[node] ?? 0 })
  }

  #nodeNear({ lon, lat }: Place): number | null {
    const shrink = Math.cos((lat * Math.PI) / 180)
    let nearest: number | null = null
    let least = (mostMetresToCrossing / metresPerDegree) ** 2
    const { lon: lons, lat: lats } = this.model
    for (let node = 0; node < lons.length; node++) {
      const distance = (((lons[node] as number) - lon) * shrink) ** 2 + ((lats[node] as number) - lat) ** 2
      if (distance <= least) [nearest, least] = [node, distance]
    }
    return nearest
  }

  #placeAt(place: Place): StopPlace | null {
    const node = this.#nodeNear(place)
    return node === null ? null : { node }
  }

  #placeOfOwn(edits: WhatIfEdits, id: string, stop: number): StopPlace | null {
    const moved = edits.moved.get(id)
    if (edits.removed.includes(id)) return null
    const { edge, offset } = this.model.stops
    const own = (edge[stop] ?? -1) < 0 ? null : { edge: edge[stop] as number, offset: offset[stop] as number }
    return moved === undefined ? own : (this.#placeAt(moved) ?? own)
  }

  #put(stop: number, place: StopPlace | null): void {
    if (place === null) this.#whatIf.removeStop(stop)
    else this.#whatIf.moveStop(stop, place)
  }
}

const idsOf = (...all: readonly WhatIfEdits[]): Set<string> => new Set(all.flatMap(({ removed, moved }) => [...removed, ...moved.keys()]))

/** Where edits put a stop of the timetable, as a word to compare. */
function placeKey({ removed, moved }: WhatIfEdits, id: string): string {
  const place = moved.get(id)
  return removed.includes(id) ? 'removed' : place === undefined ? 'own' : `${place.lon},${place.lat}`
}
