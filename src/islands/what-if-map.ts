/** The map on which stops are tried out. The page is complete without it: its forms and links do the same, one address at a time. */
import { readEdits, writeEdits, type Place } from '../books/indicators/sdg-11/access/what-if-edits.ts'
import { WhatIfTrial } from '../books/indicators/sdg-11/access/what-if-trial.ts'
import { readAccessModel } from '../books/indicators/sdg-11/access/write-access-model.ts'
import './what-if-map/map.css'
import type { LiveMap, MapState, OpenMap, ShownStop } from './what-if-map/map-state.ts'
import { element, Panel } from './what-if-map/panel.ts'
import { openSession, reduce, type Change, type StopRef } from './what-if-map/session.ts'
import { fill, writeNumber } from './what-if-map/words.ts'

const sitesShown = 10
/** Spots of the surface; the rest brings next to nobody. */
const mostSpots = 8000

/** Metres by which a stop is moved at least, and how often that is tried before there is no street. */
const step = 50
const mostSteps = 20
const metresPerDegree = 111_195
const directions = [
  { word: 'north', arrow: '↑', east: 0, north: 1 },
  { word: 'south', arrow: '↓', east: 0, north: -1 },
  { word: 'west', arrow: '←', east: -1, north: 0 },
  { word: 'east', arrow: '→', east: 1, north: 0 },
] as const

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

  /** The map is heavy: it comes when the page is there and the reader comes near it. */
  connectedCallback(): void {
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        observer.disconnect()
        void pageIsLoaded().then(() => this.#begin())
      },
      { rootMargin: '50%' },
    )
    observer.observe(this)
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
    this.#note.role = 'status'
    this.addEventListener('submit', this)
    this.#show()
    await this.#openMap()
  }

  /** The form that names a stop, answered here: it removes the stop, or chooses it on the map. */
  handleEvent(event: Event): void {
    event.preventDefault()
    const id = new FormData(event.target as HTMLFormElement).get('remove')
    if (typeof id !== 'string') return
    const stop: StopRef = { kind: 'own', id }
    if (!(event as SubmitEvent).submitter?.matches('[data-choose]')) return this.#change({ kind: 'remove', stop })
    this.#select(stop)
    const place = this.#placeOf(stop)
    if (place !== null) this.#map?.lookAt(place)
    this.#chosen.querySelector('button')?.focus()
  }

  #change(change: Change): void {
    this.#session = reduce(this.#session, change)
    // A stop that was moved may be moved on.
    this.#selected = change.kind === 'move' ? change.stop : null
    if (!this.#gain) this.#say('hint')
    history.replaceState(null, '', this.#withEdits(location.href))
    // The same page in another language, or as it stands today, says the same.
    for (const one of document.querySelectorAll<HTMLAnchorElement>('.langs a, .asof a')) one.href = this.#withEdits(one.href)
    this.#show()
  }

  /** An address of this page with what is tried now. */
  #withEdits(address: string): string {
    const url = new URL(address)
    for (const key of ['add', 'remove', 'move', 'tried']) url.searchParams.delete(key)
    for (const [key, value] of writeEdits(this.#session.edits)) url.searchParams.append(key, value)
    return url.href
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

  #placeOf(stop: StopRef): Place | null {
    return (this.#trial && this.#stops(this.#trial).find((one) => isSame(one.stop, stop))) ?? null
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
    if (stop === null) {
      // Whoever stood on a button reads what it did.
      const stood = this.#chosen.contains(document.activeElement)
      this.#chosen.replaceChildren()
      if (stood) this.#panel?.focusOutcome()
      return
    }
    const name = stop.kind === 'own' ? this.#nameOf(stop.id) : `${this.#words['newStop'] ?? ''} ${stop.index + 1}`
    const isGone = stop.kind === 'own' && this.#session.edits.removed.includes(stop.id)
    const key = this.contains(document.activeElement) ? document.activeElement?.getAttribute('data-key') : null
    this.#chosen.replaceChildren(element('span', '', fill(this.#words['selected'] ?? '', { stop: name })))
    this.#chosen.append(
      button('remove', this.#words[isGone ? 'takeBack' : 'remove'], () =>
        this.#change(isGone && stop.kind === 'own' ? { kind: 'restore', id: stop.id } : { kind: 'remove', stop }),
      ),
    )
    if (!isGone)
      for (const { word, arrow, east, north } of directions)
        this.#chosen.append(button(word, arrow, () => this.#step(stop, east, north), this.#words[word]))
    this.#chosen.querySelector<HTMLElement>(`[data-key="${key ?? ''}"]`)?.focus()
  }

  /** Moves a stop to the next crossing in a direction. */
  #step(stop: StopRef, east: number, north: number): void {
    const from = this.#placeOf(stop)
    if (from === null || this.#trial === null) return
    const shrink = Math.cos((from.lat * Math.PI) / 180)
    for (let metres = step; metres <= mostSteps * step; metres += step) {
      const degrees = metres / metresPerDegree
      const crossing = this.#trial.crossingNear({ lon: from.lon + (east * degrees) / shrink, lat: from.lat + north * degrees })
      if (crossing === null) continue
      const way = (crossing.lon - from.lon) * shrink * east + (crossing.lat - from.lat) * north
      if (way * metresPerDegree < step / 2) continue
      return this.#change({ kind: 'move', stop, place: crossing })
    }
    this.#say('noStreet')
  }

  #addTools(frame: HTMLElement): void {
    const gain = button('gain', this.#words['gainShow'], () => {
      this.#gain = !this.#gain
      gain.textContent = this.#words[this.#gain ? 'gainHide' : 'gainShow'] ?? ''
      this.#show()
      const most = this.#spots?.at(-1)?.people ?? 0
      this.#say(this.#gain ? 'gainAbout' : 'hint', { most: writeNumber(most, this.#language) })
    })
    const zoom = element('div', 'map-zoom')
    zoom.append(
      button('in', '+', () => this.#map?.zoomIn(), this.#words['zoomIn']),
      button('out', '−', () => this.#map?.zoomOut(), this.#words['zoomOut']),
    )
    frame.append(zoom)
    this.#tools.append(gain, this.#chosen)
    this.#say('hint')
    frame.parentElement?.append(this.#tools, this.#note)
    const choose = element('button', 'btn', this.#words['choose'])
    choose.dataset['choose'] = ''
    this.querySelector('[data-part=remove] .acts')?.append(choose)
    const printed = element('img', 'map-printed')
    printed.alt = this.#words['label'] ?? ''
    frame.append(printed)
    addEventListener('beforeprint', () => void (printed.src = this.#map?.picture() ?? ''))
  }

  #say(word: string, details: Readonly<Record<string, string>> = {}): void {
    this.#note.textContent = fill(this.#words[word] ?? '', details)
  }
}

const isSame = (one: StopRef, other: StopRef): boolean => JSON.stringify(one) === JSON.stringify(other)

/** `key` finds the button again after its surroundings were made anew; `label` is said where the text is a sign. */
function button(key: string, text: string | undefined, press: () => void, label?: string): HTMLButtonElement {
  const made = element('button', 'btn', text)
  made.type = 'button'
  made.dataset['key'] = key
  if (label !== undefined) made.ariaLabel = label
  made.addEventListener('click', press)
  return made
}

const pageIsLoaded = (): Promise<void> =>
  new Promise((done) => (document.readyState === 'complete' ? done() : addEventListener('load', () => done(), { once: true })))

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
