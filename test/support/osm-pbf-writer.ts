import { deflateSync } from 'node:zlib'
import { packLz4 } from './pack-lz4.ts'

/**
 * Writes small OSM PBF files for tests: `writeOsmPbf` a whole map, the other functions single parts of a file, right or wrong.
 *
 * Source   https://wiki.openstreetmap.org/wiki/PBF_Format, fileformat.proto and osmformat.proto.
 */
export interface OsmMap {
  nodes: readonly MapNode[]
  ways: readonly MapWay[]
  relations: readonly MapRelation[]
}

type Tags = Readonly<Record<string, string>>

export interface MapNode {
  id: number
  /** Degrees. */
  lon: number
  lat: number
  tags?: Tags
}

export interface MapWay {
  id: number
  nodes: readonly number[]
  tags?: Tags
}

export interface MapRelation {
  id: number
  members: ReadonlyArray<{ type: 'node' | 'way' | 'relation'; id: number; role: string }>
  tags?: Tags
}

export interface PbfOptions {
  packing?: 'raw' | 'zlib' | 'lz4'
  /** Nodes as `DenseNodes` (the rule) or one by one. */
  dense?: boolean
  /** Nanodegrees of one unit, and of the point from which units count. */
  granularity?: number
  latOffset?: number
  lonOffset?: number
  elementsPerBlock?: number
  /** Says in the header that the elements are sorted; they are written as they come. */
  sorted?: boolean
  /** The places of nodes with the ways (LocationsOnWays). */
  locationsOnWays?: boolean
  /** Seconds since 1970. */
  timestamp?: number
  requiredFeatures?: readonly string[]
  /** Blocks of the file in another order. */
  arrange?: (blocks: Uint8Array[]) => Uint8Array[]
}

const coordinateUnits = (degrees: number, granularity: number, offset: number): number =>
  Math.round((Math.round(degrees * 1e9) - offset) / granularity)

export function writeOsmPbf(map: Partial<OsmMap>, options: PbfOptions = {}): Uint8Array {
  const { packing = 'zlib', elementsPerBlock = 8000, arrange = (blocks) => blocks } = options
  const places = new Map((map.nodes ?? []).map((node) => [node.id, node]))
  const blocks = [
    ...piecesOf(map.nodes ?? [], elementsPerBlock).map((nodes) => primitiveBlock({ nodes }, options, places)),
    ...piecesOf(map.ways ?? [], elementsPerBlock).map((ways) => primitiveBlock({ ways }, options, places)),
    ...piecesOf(map.relations ?? [], elementsPerBlock).map((relations) => primitiveBlock({ relations }, options, places)),
  ]
  return concat([
    writeBlob('OSMHeader', headerBlock(options), packing),
    ...arrange(blocks).map((block) => writeBlob('OSMData', block, packing)),
  ])
}

export function headerBlock({ sorted = false, locationsOnWays = false, timestamp, requiredFeatures }: PbfOptions = {}): Uint8Array {
  const features = requiredFeatures ?? ['OsmSchema-V0.6', 'DenseNodes', ...(locationsOnWays ? ['LocationsOnWays'] : [])]
  return concat([
    ...features.map((feature) => bytesField(4, utf8(feature))),
    ...(sorted ? [bytesField(5, utf8('Sort.Type_then_ID'))] : []),
    bytesField(16, utf8('Bagdar tests')),
    ...(timestamp === undefined ? [] : [numberField(32, int(timestamp))]),
  ])
}

/** A blob with its header, as it stands in the file. */
export function writeBlob(type: string, block: Uint8Array, packing: 'raw' | 'zlib' | 'lz4'): Uint8Array {
  const content = packing === 'raw' ? block : packing === 'zlib' ? deflateSync(block) : packLz4(block)
  const field = { raw: 1, zlib: 3, lz4: 6 }[packing]
  return framed(type, concat([...(packing === 'raw' ? [] : [numberField(2, uint(block.length))]), bytesField(field, content)]))
}

/** Any bytes as the content of a blob: for files that are wrong. */
export function framed(type: string, blob: Uint8Array): Uint8Array {
  const header = concat([bytesField(1, utf8(type)), numberField(3, uint(blob.length))])
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, header.length)
  return concat([length, header, blob])
}

/** One block with a group for each kind that there is. */
export function primitiveBlock(
  map: Partial<OsmMap>,
  options: PbfOptions = {},
  places: ReadonlyMap<number, MapNode> = new Map(),
): Uint8Array {
  const { granularity = 100, latOffset = 0, lonOffset = 0, dense = true, locationsOnWays = false } = options
  // The string 0 ends the tags of a dense node and is no key: an empty key has a number of its own.
  const strings = ['']
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? strings.push(text) - 1
    numbers.set(text, number)
    return number
  }
  const lat = (node: MapNode | undefined): number => coordinateUnits(node?.lat ?? 214.7, granularity, latOffset)
  const lon = (node: MapNode | undefined): number => coordinateUnits(node?.lon ?? 214.7, granularity, lonOffset)
  const tagFields = (tags: Tags = {}): Uint8Array[] => {
    const entries = Object.entries(tags)
    if (entries.length === 0) return []
    return [
      bytesField(2, concat(entries.map(([key]) => uint(numberOf(key))))),
      bytesField(3, concat(entries.map(([, value]) => uint(numberOf(value))))),
    ]
  }
  const groups: Uint8Array[] = []
  if (map.nodes && dense) {
    const tags = map.nodes.map((node) =>
      concat([...Object.entries(node.tags ?? {}).flatMap(([key, value]) => [uint(numberOf(key)), uint(numberOf(value))]), uint(0)]),
    )
    const hasTags = map.nodes.some((node) => Object.keys(node.tags ?? {}).length > 0)
    groups.push(
      bytesField(
        2,
        concat([
          bytesField(1, deltas(map.nodes.map((node) => node.id))),
          bytesField(8, deltas(map.nodes.map(lat))),
          bytesField(9, deltas(map.nodes.map(lon))),
          ...(hasTags ? [bytesField(10, concat(tags))] : []),
        ]),
      ),
    )
  } else if (map.nodes) {
    groups.push(
      concat(
        map.nodes.map((node) =>
          bytesField(
            1,
            concat([
              numberField(1, sint(node.id)),
              ...tagFields(node.tags),
              numberField(8, sint(lat(node))),
              numberField(9, sint(lon(node))),
            ]),
          ),
        ),
      ),
    )
  }
  if (map.ways) {
    const wayFields = ({ id, nodes, tags }: MapWay): Uint8Array[] => [
      numberField(1, int(id)),
      ...tagFields(tags),
      bytesField(8, deltas(nodes)),
      ...(locationsOnWays
        ? [
            bytesField(9, deltas(nodes.map((node) => lat(places.get(node))))),
            bytesField(10, deltas(nodes.map((node) => lon(places.get(node))))),
          ]
        : []),
    ]
    groups.push(concat(map.ways.map((way) => bytesField(3, concat(wayFields(way))))))
  }
  if (map.relations) {
    const relationFields = ({ id, members, tags }: MapRelation): Uint8Array[] => [
      numberField(1, int(id)),
      ...tagFields(tags),
      bytesField(8, concat(members.map((member) => uint(numberOf(member.role))))),
      bytesField(9, deltas(members.map((member) => member.id))),
      bytesField(10, concat(members.map((member) => uint(['node', 'way', 'relation'].indexOf(member.type))))),
    ]
    groups.push(concat(map.relations.map((relation) => bytesField(4, concat(relationFields(relation))))))
  }
  return concat([
    bytesField(1, concat(strings.map((text) => bytesField(1, utf8(text))))),
    ...groups.map((group) => bytesField(2, group)),
    ...(granularity === 100 ? [] : [numberField(17, int(granularity))]),
    ...(latOffset === 0 ? [] : [numberField(19, int(latOffset))]),
    ...(lonOffset === 0 ? [] : [numberField(20, int(lonOffset))]),
  ])
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const piecesOf = <T>(list: readonly T[], length: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / length) }, (_, i) => list.slice(i * length, (i + 1) * length))

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const numberField = (number: number, value: Uint8Array): Uint8Array => concat([uint(number * 8), value])
export const bytesField = (number: number, value: Uint8Array): Uint8Array => concat([uint(number * 8 + 2), uint(value.length), value])

/** Seven bits a byte, the lowest first. */
export function uint(value: number | bigint): Uint8Array {
  const bytes: number[] = []
  let rest = BigInt(value)
  while (rest >= 128n) {
    bytes.push(Number(rest & 127n) | 128)
    rest >>= 7n
  }
  return Uint8Array.of(...bytes, Number(rest))
}

/** Negative numbers as 2⁶⁴ − n. */
export const int = (value: number): Uint8Array => uint(BigInt.asUintN(64, BigInt(value)))

/** The sign in the lowest bit. */
export const sint = (value: number): Uint8Array => uint(value < 0 ? -2n * BigInt(value) - 1n : 2n * BigInt(value))

export const deltas = (values: readonly number[]): Uint8Array => concat(values.map((value, i) => sint(value - (values[i - 1] ?? 0))))
