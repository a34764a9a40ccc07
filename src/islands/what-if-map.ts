/** The map on which stops are tried out. The page is complete without it: its forms and links do the same, one address at a time. */
import { readEdits, writeEdits, type Place } from '../books/indicators/sdg-11/what-if-edits.ts'
import { WhatIfTrial } from '../books/indicators/sdg-11/what-if-trial.ts'
import { readAccessModel } from '../books/indicators/sdg-11/write-access-model.ts'
import './what-if-map/map.css'
import type { LiveMap, MapState, OpenMap, ShownStop } from './what-if-map/map-state.ts'
import { element, Panel } from './what-if-map/panel.ts'
import { openSession, reduce, type Change, type StopRef } from './what-if-map/session.ts'
import { fill, writeNumber } from './what-if-map/words.ts'

const sitesShown = 10
/** Spots of the surface; the rest brings next to nobody. */
const mostSpots = 8000

class WhatIfMap extends HTMLElement {
  readonly #words: Record<string, string> = JSON.parse(this.dataset['words'] ?? '{}')
  readonly #language = this.dataset['language'] ?? 'kk'
  #trial: WhatIfTrial | null = null
  #session = openSession(readEdits(new URLSearchParams(location.search)))
  #panel: Panel | null = null
  #map: LiveMap | null = null
  #selected: StopRef | null = null
  #gain = false
  #spots: MapState['gain'] = null
  readonly #tools = element('div', 'map-tools')
  readonly #chosen = element('p', 'map-chosen')
  /** How the map is used, or what it has to say; read out. */
  readonly #note = element('p', 'map-note')

  connectedCallback(): void {
    void this.#begin()
  }

  async #begin(): Promise<void> {
    try {
      const response = await fetch(this.dataset['model'] ?? '')
      if (!response.ok) return
      const model = readAccessModel(new Uint8Array(await response.arrayBuffer()))
      this.#trial = new WhatIfTrial(model)
    } catch (cause) {
      console.warn('The page goes on without its script.', cause)
      return
    }
    this.#panel = new Panel(this, this.#words, this.#language, (change) => this.#change(change))
    this.addEventListener('submit', this)
    this.#show()
    await this.#openMap()
  }

  /** The form that removes a stop, answered here. */
  handleEvent(event: Event): void {
    event.preventDefault()
    const id = new FormData(event.target as HTMLFormElement).get('remove')
    if (typeof id === 'string') this.#change({ kind: 'remove', stop: { kind: 'own', id } })
  }

  #change(change: Change): void {
    this.#session = reduce(this.#session, change)
    this.#selected = null
    const query = new URLSearchParams(location.search)
    for (const key of ['add', 'remove', 'move', 'tried']) query.delete(key)
    for (const [key, value] of writeEdits(this.#session.edits)) query.append(key, value)
    const search = query.toString()
    if (!this.#gain) this.#say('hint')
    history.replaceState(null, '', `${location.pathname}${search === '' ? '' : `?${search}`}${location.hash}`)
    this.#show()
  }

  #show(): void {
    const trial = this.#trial
    if (trial === null) return
    const { edits, before } = this.#session
    trial.show(edits)
    const sites = trial.bestSites(sitesShown)
    this.#spots = this.#gain ? spotsOf(trial) : null
    this.#panel?.show({
      edits,
      canUndo: before.length > 0,
      served: trial.served,
      servedBefore: trial.servedBefore,
      population: trial.population,
      sites,
      nameOf: (id) => this.#nameOf(id),
    })
    this.#map?.show({ stops: this.#stops(trial), selected: this.#selected, cells: trial.cellStates(), sites, gain: this.#spots })
    this.#showChosen()
  }

  #nameOf(id: string): string {
    const stop = this.#trial?.stopOf(id) ?? null
    return (stop === null ? '' : (this.#trial?.model.stops.name[stop] ?? '')) || id
  }

  #stops({ model }: WhatIfTrial): ShownStop[] {
    const { edits } = this.#session
    const { stops } = model
    const own = stops.id.map((id, index): ShownStop => {
      const moved = edits.moved.get(id)
      const place = moved ?? { lon: stops.lon[index] ?? 0, lat: stops.lat[index] ?? 0 }
      const kind = edits.removed.includes(id) ? 'removed' : moved === undefined ? 'own' : 'moved'
      return { ...place, stop: { kind: 'own', id }, name: stops.name[index] ?? '', kind, isStation: (stops.capacity[index] ?? 1) > 1 }
    })
    const added = edits.added.map((place, index): ShownStop => ({
      ...place,
      stop: { kind: 'added', index },
      name: `${this.#words['newStop'] ?? ''} ${index + 1}`,
      kind: 'added',
      isStation: false,
    }))
    return [...own, ...added]
  }

  async #openMap(): Promise<void> {
    const frame = this.querySelector<HTMLElement>('[data-part=frame]')
    const { view, worker, tiles } = this.dataset
    if (frame === null || view === undefined || worker === undefined || tiles === undefined || this.#trial === null) return
    const container = element('div', 'map-live')
    frame.append(container)
    try {
      if (document.createElement('canvas').getContext('webgl2') === null) throw new Error('This browser has no WebGL 2.')
      const { openMap } = (await import(view)) as { openMap: OpenMap }
      const options = { tiles, worker, bounds: boundsOf(this.#trial), label: this.#words['label'] ?? '' }
      this.#map = await openMap(container, options, {
        point: (place) => this.#add(place),
        select: (stop) => this.#select(stop),
        move: (stop, place) => this.#move(stop, place),
        remove: () => this.#selected && this.#change({ kind: 'remove', stop: this.#selected }),
      })
    } catch (cause) {
      console.warn(cause)
      container.remove()
      this.#say('failed')
      frame.parentElement?.append(this.#note)
      return
    }
    this.classList.add('is-live')
    this.#addTools(frame)
    this.#map.fit()
    this.#show()
  }

  #add(place: Place): void {
    const crossing = this.#trial?.crossingNear(place) ?? null
    if (crossing === null) this.#say('noStreet')
    else this.#change({ kind: 'add', place: crossing })
  }

  #move(stop: StopRef, place: Place): void {
    const crossing = this.#trial?.crossingNear(place) ?? null
    if (crossing !== null) return this.#change({ kind: 'move', stop, place: crossing })
    this.#show()
    this.#say('noStreet')
  }

  #select(stop: StopRef | null): void {
    this.#selected = stop
    this.#show()
  }

  /** Which stop is chosen, and the button that removes it. */
  #showChosen(): void {
    const stop = this.#selected
    this.#chosen.replaceChildren()
    if (stop === null) return
    const name = stop.kind === 'own' ? this.#nameOf(stop.id) : `${this.#words['newStop'] ?? ''} ${stop.index + 1}`
    const isGone = stop.kind === 'own' && this.#session.edits.removed.includes(stop.id)
    const button = element('button', 'btn', this.#words[isGone ? 'takeBack' : 'remove'])
    button.type = 'button'
    button.addEventListener('click', () =>
      this.#change(isGone && stop.kind === 'own' ? { kind: 'restore', id: stop.id } : { kind: 'remove', stop }),
    )
    this.#chosen.append(element('span', '', fill(this.#words['selected'] ?? '', { stop: name })), button)
  }

  #addTools(frame: HTMLElement): void {
    const tool = (text: string, label: string | undefined, press: () => void): HTMLButtonElement => {
      const button = element('button', 'btn', text)
      button.type = 'button'
      if (label !== undefined) button.ariaLabel = label
      button.addEventListener('click', press)
      return button
    }
    const gain = tool(this.#words['gainShow'] ?? '', undefined, () => {
      this.#gain = !this.#gain
      gain.textContent = this.#words[this.#gain ? 'gainHide' : 'gainShow'] ?? ''
      this.#show()
      const most = this.#spots?.at(-1)?.people ?? 0
      this.#say(this.#gain ? 'gainAbout' : 'hint', { most: writeNumber(most, this.#language) })
    })
    const zoom = element('div', 'map-zoom')
    zoom.append(
      tool('+', this.#words['zoomIn'], () => this.#map?.zoomIn()),
      tool('−', this.#words['zoomOut'], () => this.#map?.zoomOut()),
    )
    frame.append(zoom)
    this.#tools.append(gain, this.#chosen)
    this.#note.role = 'status'
    this.#say('hint')
    frame.parentElement?.append(this.#tools, this.#note)
  }

  #say(word: string, details: Readonly<Record<string, string>> = {}): void {
    this.#note.textContent = fill(this.#words[word] ?? '', details)
  }
}

/** What a stop would bring at each crossing where it brings anything, the most last. */
function spotsOf(trial: WhatIfTrial): NonNullable<MapState['gain']> {
  const { lon, lat } = trial.model
  return Array.from(trial.gainSurface(), (people, node) => ({ lon: lon[node] ?? 0, lat: lat[node] ?? 0, people }))
    .filter(({ people }) => people > 0)
    .sort((a, b) => a.people - b.people)
    .slice(-mostSpots)
}

/** The box around everybody. */
function boundsOf({ model: { cells } }: WhatIfTrial): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (let cell = 0; cell < cells.count; cell++) {
    if ((cells.population[cell] ?? 0) <= 0) continue
    west = Math.min(west, cells.lon[cell] ?? west)
    east = Math.max(east, cells.lon[cell] ?? east)
    south = Math.min(south, cells.lat[cell] ?? south)
    north = Math.max(north, cells.lat[cell] ?? north)
  }
  return [west, south, east, north]
}

customElements.define('bagdar-what-if', WhatIfMap)
