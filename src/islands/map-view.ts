/** The live map. It is a script of its own, because it is large: only a page with a map loads it, and only where it can be shown. */
import { addProtocol, Map as GlMap, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type MapTouchEvent } from 'maplibre-gl'
import { Protocol } from 'pmtiles'
import type { Place } from '../books/indicators/sdg-11/access/what-if-edits.ts'
import type { LiveMap, MapEvents, MapOptions, MapState, OpenMap, ShownStop } from './what-if-map/map-state.ts'
import { mapStyle } from './what-if-map/map-style.ts'
import type { StopRef } from './what-if-map/session.ts'
import { readTokens } from './what-if-map/tokens.ts'

/** A finger is wider than a pointer. */
const reach = { mouse: 6, touch: 14 }
/** Pixels around the outermost people. */
const padding = 20
/** Streets can be told apart from here on. */
const nearZoom = 14
const dark = matchMedia('(prefers-color-scheme: dark)')

/** Opens the map in a container; rejected where WebGL or the tiles are missing. */
export const openMap: OpenMap = async (container, { tiles, worker, bounds, label }, events) => {
  setWorkerUrl(new URL(worker, location.href).href)
  addProtocol('pmtiles', new Protocol().tile)
  const address = new URL(tiles, location.href).href
  const map = new GlMap({
    container,
    style: mapStyle(readTokens(container), address),
    bounds,
    fitBoundsOptions: { padding },
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // The page scrolls; the buttons and two fingers zoom.
    scrollZoom: false,
    attributionControl: false,
    locale: { 'Map.Title': label },
    fadeDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  await new Promise<void>((done, failed) => {
    map.once('load', () => done())
    map.once('error', ({ error }) => failed(error))
  }).catch((error: unknown) => {
    map.remove()
    throw error
  })
  const view = new StopsOnMap(map, events, bounds)
  dark.addEventListener('change', () => {
    map.setStyle(mapStyle(readTokens(container), address))
    map.once('idle', () => view.refresh())
  })
  return view
}

class StopsOnMap implements LiveMap {
  readonly #map: GlMap
  readonly #events: MapEvents
  readonly #bounds: MapOptions['bounds']
  #state: MapState | null = null
  #coloured = new Set<number>()

  constructor(map: GlMap, events: MapEvents, bounds: MapOptions['bounds']) {
    this.#map = map
    this.#events = events
    this.#bounds = bounds
    map.on('click', (event) => {
      const stop = this.#stopAt(event, reach.mouse)
      if (stop === null) events.point(placeOf(event))
      else events.select(stop.stop)
    })
    map.on('mousedown', (event) => this.#grab(event, reach.mouse))
    map.on('touchstart', (event) => this.#grab(event, reach.touch))
    map.on('mousemove', (event) => {
      map.getCanvas().style.cursor = this.#stopAt(event, reach.mouse) === null ? 'crosshair' : 'grab'
    })
    map.getCanvas().addEventListener('keydown', ({ key }) => {
      if (key === 'Delete' || key === 'Backspace') events.remove()
      if (key === 'Escape') events.select(null)
    })
  }

  show(state: MapState): void {
    this.#state = state
    this.#fill(
      'stops',
      state.stops.map((stop, index) => point(stop, index, propertiesOf(stop, state.selected))),
    )
    this.#fill(
      'sites',
      state.sites.map((site, index) => point(site, index, { number: String(index + 1) })),
    )
    const most = Math.max(1, ...(state.gain ?? []).map(({ people }) => people))
    this.#fill(
      'gain',
      (state.gain ?? []).map((node, index) => point(node, index, { share: node.people / most })),
    )
    this.#colour(state.cells)
  }

  /** After a change of colours everything is filled in anew. */
  refresh(): void {
    this.#coloured = new Set()
    if (this.#state !== null) this.show(this.#state)
  }

  fit(): void {
    this.#map.resize().fitBounds(this.#bounds, { padding, animate: false })
  }

  lookAt({ lon, lat }: Place): void {
    this.#map.easeTo({ center: [lon, lat], zoom: Math.max(this.#map.getZoom(), nearZoom) })
  }

  zoomIn(): void {
    this.#map.zoomIn()
  }

  zoomOut(): void {
    this.#map.zoomOut()
  }

  picture(): string {
    // Drawn and read in one go: afterwards the browser may have thrown the pixels away.
    this.#map.redraw()
    return this.#map.getCanvas().toDataURL()
  }

  #fill(name: string, features: GeoJSON.Feature[]): void {
    void this.#map.getSource<GeoJSONSource>(name)?.setData({ type: 'FeatureCollection', features })
  }

  /** Tells the cells whose state is not the one in the tiles. */
  #colour(cells: Uint8Array): void {
    const changed = new Set<number>()
    cells.forEach((state, cell) => {
      if (state > 1) changed.add(cell)
    })
    const where = { source: 'city', sourceLayer: 'cells' }
    for (const id of this.#coloured) if (!changed.has(id)) this.#map.removeFeatureState({ ...where, id })
    for (const id of changed) this.#map.setFeatureState({ ...where, id }, { state: cells[id] ?? 0 })
    this.#coloured = changed
  }

  #stopAt({ point: { x, y } }: MapMouseEvent | MapTouchEvent, pixels: number): ShownStop | null {
    const box: [[number, number], [number, number]] = [
      [x - pixels, y - pixels],
      [x + pixels, y + pixels],
    ]
    const [found] = this.#map.queryRenderedFeatures(box, { layers: ['stops'] })
    return found === undefined ? null : (this.#state?.stops[Number(found.id)] ?? null)
  }

  /** A stop follows the pointer until it is let go; one that was hardly moved was only chosen. */
  #grab(event: MapMouseEvent | MapTouchEvent, pixels: number): void {
    const held = this.#stopAt(event, pixels)
    const state = this.#state
    if (held === null || state === null || held.kind === 'removed' || ('points' in event && event.points.length > 1)) return
    event.preventDefault()
    const from = event.point
    let place: Place | null = null
    const follow = (moved: MapMouseEvent | MapTouchEvent): void => {
      if (place === null && moved.point.dist(from) < 4) return
      const now = placeOf(moved)
      place = now
      const stops = state.stops.map((stop) => (stop === held ? { ...stop, ...now } : stop))
      this.#fill(
        'stops',
        stops.map((stop, index) => point(stop, index, propertiesOf(stop, held.stop))),
      )
    }
    const letGo = (): void => {
      for (const one of listening) one.unsubscribe()
      if (place !== null) this.#events.move(held.stop, place)
    }
    const listening = [
      this.#map.on('mousemove', follow),
      this.#map.on('touchmove', follow),
      this.#map.on('mouseup', letGo),
      this.#map.on('touchend', letGo),
    ]
  }
}

const placeOf = ({ lngLat }: MapMouseEvent | MapTouchEvent): Place => ({ lon: lngLat.lng, lat: lngLat.lat })

const point = ({ lon, lat }: Place, id: number, properties: Record<string, string | number | boolean>): GeoJSON.Feature => ({
  type: 'Feature',
  id,
  properties,
  geometry: { type: 'Point', coordinates: [lon, lat] },
})

const propertiesOf = ({ stop, name, kind, isStation }: ShownStop, selected: StopRef | null) => ({
  name,
  kind,
  isStation,
  selected: selected !== null && JSON.stringify(selected) === JSON.stringify(stop),
})
