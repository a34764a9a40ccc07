/**
 * What an OpenStreetMap extract holds of a city, in columns. `formats/osm-city` reads it; the street network, open spaces and the
 * background of the map are made of it. A node that the file lacks is counted, and a way is cut there: nobody walks over a gap.
 */
export interface CityExtract {
  nodes: ExtractNodes
  streets: StreetWays
  areas: ExtractAreas
  /** Stops as OpenStreetMap knows them: used where a city has no timetable file. */
  stops: ExtractStops
  /** Node references of kept ways whose node is not in the file. */
  missingNodes: number
  /** When the extract was made, as its header says (ISO); null when it does not. */
  timestamp: string | null
}

/** Nodes that something kept refers to, by rising id. Degrees × 10⁷, as OpenStreetMap stores them. */
export interface ExtractNodes {
  count: number
  /** Exact to 2⁵³. */
  id: Float64Array
  lonE7: Int32Array
  latE7: Int32Array
}

/** All ways with `highway=…`. Way `w` runs over `node[start[w]]` … `node[start[w + 1] - 1]` (indices into the nodes, at least 2). */
export interface StreetWays {
  count: number
  id: Float64Array
  start: Uint32Array
  node: Uint32Array
  /** Index into `classes`. */
  class: Uint8Array
  /** Values of `highway=…` that occur, in order of first appearance. */
  classes: readonly string[]
  /** 1 where people may walk (`isWalkable`). */
  walkable: Uint8Array
  /** `width=…` in decimetres; 0 when not said. */
  widthDecimetres: Uint16Array
  /** `lanes=…`; 0 when not said. */
  lanes: Uint8Array
  /** Index into `names`; 0 is the empty name. */
  name: Uint32Array
  names: readonly string[]
}

/** Closed ways and multipolygons. Area `a` has rings `ringStart[a]` … ; ring `r` has nodes `nodeStart[r]` … without the repeated last. */
export interface ExtractAreas {
  count: number
  /** OSM id, negative for relations. */
  id: Float64Array
  /** Index into `areaKinds`. */
  kind: Uint8Array
  /** What makes an open area open: index into `openSpaceClasses`, 0 for other kinds. */
  class: Uint8Array
  /** `building:levels=…` of buildings; 0 when not said. */
  levels: Float32Array
  name: Uint32Array
  names: readonly string[]
  ringStart: Uint32Array
  /** 1 for an outer ring, 0 for a hole; per ring. */
  outer: Uint8Array
  nodeStart: Uint32Array
  node: Uint32Array
}

/** What an area can be. `open` may be entered by everybody without paying, as far as the tags tell. */
export const areaKinds = ['building', 'open', 'green', 'water'] as const
export type AreaKind = (typeof areaKinds)[number]

/** What makes an area open: the value of `leisure`, `landuse`, `natural`, `place` or `highway`. 0 is what is not open. */
export const openSpaceClasses = [
  '',
  'park',
  'garden',
  'playground',
  'recreation_ground',
  'nature_reserve',
  'common',
  'dog_park',
  'pitch',
  'beach_resort',
  'village_green',
  'beach',
  'square',
  'pedestrian',
] as const
export type OpenSpaceClass = (typeof openSpaceClasses)[number]

export interface ExtractStops {
  count: number
  id: Float64Array
  lonE7: Int32Array
  latE7: Int32Array
  /** 1 low capacity (500 m), 2 high (1 km), 3 both. */
  capacity: Uint8Array
  name: readonly string[]
}

/** The tags of one OSM element. */
export interface OsmTags {
  get(key: string): string | undefined
}
