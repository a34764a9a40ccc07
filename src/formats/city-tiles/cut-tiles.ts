import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { VectorTile } from '../pmtiles/write-pmtiles.ts'

export type Properties = Readonly<Record<string, string | number | boolean>>
export type Position = [lon: number, lat: number]

/** A feature of GeoJSON, as far as a city's map needs it. */
export interface MapFeature {
  type: 'Feature'
  /** A whole number by which a page finds the feature again. */
  id?: number
  properties: Properties
  geometry:
    | { type: 'Point'; coordinates: Position }
    | { type: 'LineString'; coordinates: Position[] }
    | { type: 'MultiPolygon'; coordinates: Position[][][] }
}

export interface MapLayer {
  id: string
  fields: Readonly<Record<string, 'Number' | 'String' | 'Boolean'>>
  features: MapFeature[]
  /** From this zoom level on the layer is there. */
  minZoom: number
  /** What a feature says at a zoom level; null where it is left out. Without it all features are there with all they say. */
  at?: (properties: Properties, zoom: number) => Properties | null
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Units across a tile; at zoom level 14 one of them is about half a metre. */
const extent = 4096

/**
 * Layers as vector tiles: all that touch the bounds, from `minZoom` to `maxZoom`. A browser enlarges the last ones for what is beyond.
 *
 * Shape    the layers of a tile stand in the order given; a tile without any feature is not made.
 * Cost     a layer is cut and forgotten before the next one, so that memory holds one of them.
 */
export function cutTiles(
  layers: readonly MapLayer[],
  bounds: Bounds,
  { minZoom, maxZoom }: { minZoom: number; maxZoom: number },
): VectorTile[] {
  const tiles = new Map<string, { z: number; x: number; y: number; parts: Uint8Array[] }>()
  for (const layer of layers) {
    const index = new GeoJSONVT({ type: 'FeatureCollection', features: layer.features }, { maxZoom, indexMaxZoom: 0, extent, wrap: false })
    for (let z = Math.max(minZoom, layer.minZoom); z <= maxZoom; z++) {
      for (const { x, y } of tilesIn(bounds, z)) {
        const cut = cutOne(index, layer, z, x, y)
        if (cut === null) continue
        const key = `${z}/${x}/${y}`
        const tile = tiles.get(key) ?? { z, x, y, parts: [] }
        tile.parts.push(cut)
        tiles.set(key, tile)
      }
    }
  }
  // A tile is a list of layers, and lists of protocol buffers may be joined end to end.
  return [...tiles.values()].map(({ z, x, y, parts }) => ({ z, x, y, data: Buffer.concat(parts) }))
}

function cutOne(index: GeoJSONVT, layer: MapLayer, z: number, x: number, y: number): Uint8Array | null {
  const tile = index.getTile(z, x, y)
  if (tile === null) return null
  const { at } = layer
  const all: readonly GeoJSONVTFeature[] = tile.features
  const features =
    at === undefined
      ? [...all]
      : all.flatMap((feature) => {
          const tags = at((feature.tags ?? {}) as Properties, z)
          return tags === null ? [] : [{ ...feature, tags }]
        })
  if (features.length === 0) return null
  return fromGeojsonVt({ [layer.id]: { ...tile, features } as GeoJSONVTTile }, { version: 2, extent })
}

/** Tiles of a zoom level that touch the bounds. */
function* tilesIn([west, south, east, north]: Bounds, z: number): Generator<{ x: number; y: number }> {
  const side = 2 ** z
  const column = (lon: number) => clamp(Math.floor(((lon + 180) / 360) * side), side)
  const row = (lat: number) => {
    const sine = Math.sin((lat * Math.PI) / 180)
    return clamp(Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side), side)
  }
  for (let y = row(north); y <= row(south); y++) {
    for (let x = column(west); x <= column(east); x++) yield { x, y }
  }
}

const clamp = (index: number, side: number): number => Math.max(0, Math.min(side - 1, index))
