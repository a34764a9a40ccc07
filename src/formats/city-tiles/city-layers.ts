import type { CityExtract } from '../../books/indicators/sdg-11/city/city-extract.ts'
import type { PopulationCells } from '../../books/indicators/sdg-11/people/population-cells.ts'
import type { TransitStops } from '../../books/indicators/sdg-11/transit/transit-stops.ts'
import { polygonsOf } from './area-polygons.ts'
import type { MapFeature, MapLayer, Position } from './cut-tiles.ts'

/** Outline of the city or of a district: rings as pairs lon, lat. */
export interface Outline {
  kind: 'city' | 'district'
  name: string
  rings: readonly Float64Array[]
}

/** How near the next stop is to each cell. */
export interface CellAccess {
  /** 1 where a stop is near enough. */
  served: Uint8Array
  /** Along streets to the nearest stop, Infinity where none was found; null when only the answer is known. */
  metres: Float32Array | null
}

/** The four ranks in which a map draws streets, and from which zoom level on. */
const streetRanks = { main: 9, medium: 11, minor: 13, path: 14 } as const
export type StreetRank = keyof typeof streetRanks

const rankOf = (highway: string): StreetRank => {
  if (/^(motorway|trunk|primary)(_link)?$/.test(highway)) return 'main'
  if (/^(secondary|tertiary)(_link)?$/.test(highway)) return 'medium'
  return /^(residential|unclassified|living_street|pedestrian|road|busway)$/.test(highway) ? 'minor' : 'path'
}

/** Streets below this are drawn without their names. */
const namesFrom = 14
const stopsFrom = 12

/** Streets by rank, with their names where there is room for them. */
export function streetLayer({ nodes, streets }: CityExtract): MapLayer {
  const ranks = streets.classes.map(rankOf)
  const features: MapFeature[] = []
  for (let way = 0; way < streets.count; way++) {
    const coordinates: Position[] = []
    for (let at = streets.start[way] ?? 0; at < (streets.start[way + 1] ?? 0); at++) {
      const node = streets.node[at] ?? 0
      coordinates.push([(nodes.lonE7[node] ?? 0) / 1e7, (nodes.latE7[node] ?? 0) / 1e7])
    }
    const rank = ranks[streets.class[way] ?? 0] ?? 'path'
    const name = streets.names[streets.name[way] ?? 0] ?? ''
    features.push({ type: 'Feature', properties: name === '' ? { rank } : { rank, name }, geometry: { type: 'LineString', coordinates } })
  }
  return {
    id: 'streets',
    fields: { rank: 'String', name: 'String' },
    features,
    minZoom: streetRanks.main,
    at: (properties, zoom) => {
      const rank = properties['rank'] as StreetRank
      if (zoom < streetRanks[rank]) return null
      return zoom < namesFrom ? { rank } : properties
    },
  }
}

/** Areas of one kind: water, open spaces and green, buildings. */
export function areaLayer(id: string, extract: CityExtract, kinds: readonly number[], minZoom: number): MapLayer {
  const features: MapFeature[] = []
  for (let area = 0; area < extract.areas.count; area++) {
    if (!kinds.includes(extract.areas.kind[area] ?? -1)) continue
    const coordinates = polygonsOf(extract, area)
    if (coordinates.length > 0) features.push({ type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates } })
  }
  return { id, fields: {}, features, minZoom }
}

/** Outlines as lines: a polygon would be drawn along the edges of tiles too. */
export function outlineLayer(outlines: readonly Outline[]): MapLayer {
  const features = outlines.flatMap(({ kind, name, rings }) =>
    rings.map((ring): MapFeature => {
      const coordinates: Position[] = []
      for (let at = 0; at + 1 < ring.length; at += 2) coordinates.push([ring[at] ?? 0, ring[at + 1] ?? 0])
      return { type: 'Feature', properties: { kind, name }, geometry: { type: 'LineString', coordinates } }
    }),
  )
  return { id: 'outlines', fields: { kind: 'String', name: 'String' }, features, minZoom: 0 }
}

/** Where people live: a point for each cell with anybody in it, found again by its index. */
export function cellLayer(cells: PopulationCells, { served, metres }: CellAccess): MapLayer {
  const features: MapFeature[] = []
  for (let cell = 0; cell < cells.count; cell++) {
    const people = cells.population[cell] ?? 0
    if (people <= 0) continue
    const walk = metres?.[cell] ?? Infinity
    const properties = { people: Math.round(people * 10) / 10, served: served[cell] === 1 }
    features.push({
      type: 'Feature',
      id: cell,
      properties: Number.isFinite(walk) ? { ...properties, metres: Math.round(walk) } : properties,
      geometry: { type: 'Point', coordinates: [cells.lon[cell] ?? 0, cells.lat[cell] ?? 0] },
    })
  }
  return { id: 'cells', fields: { people: 'Number', served: 'Boolean', metres: 'Number' }, features, minZoom: 0 }
}

/** Stops, found again by their index; from far off those of trains and ferries alone. */
export function stopLayer(stops: TransitStops): MapLayer {
  const features = stops.id.map((id, stop): MapFeature => ({
    type: 'Feature',
    id: stop,
    properties: { stop: id, name: stops.name[stop] ?? '', capacity: stops.capacity[stop] ?? 1 },
    geometry: { type: 'Point', coordinates: [stops.lon[stop] ?? 0, stops.lat[stop] ?? 0] },
  }))
  return {
    id: 'stops',
    fields: { stop: 'String', name: 'String', capacity: 'Number' },
    features,
    minZoom: 0,
    at: (properties, zoom) => (zoom >= stopsFrom || Number(properties['capacity']) > 1 ? properties : null),
  }
}
