import { bytesInMemory, type ByteSource } from '../../src/formats/byte-source.ts'
import { memberTypes, noCoordinate, type TagColumns } from '../../src/formats/osm-pbf/blocks.ts'
import { openOsmPbf } from '../../src/formats/osm-pbf/open-osm-pbf.ts'
import type { MapNode, MapRelation, MapWay } from './osm-pbf-writer.ts'

export interface ReadMap {
  nodes: MapNode[]
  ways: Array<MapWay & { places?: Array<{ lon: number; lat: number }> }>
  relations: MapRelation[]
}

/** A whole file as objects, for comparisons; slow and obvious. Places that are not on Earth are NaN. */
export function readOsmMap(file: Uint8Array | ByteSource, range?: { from: number; to: number }): ReadMap {
  const map: ReadMap = { nodes: [], ways: [], relations: [] }
  openOsmPbf(file instanceof Uint8Array ? bytesInMemory('made.osm.pbf', file) : file).read(
    {
      nodes(block) {
        for (let i = 0; i < block.count; i++) map.nodes.push({ id: at(block.id, i), ...placeOf(block, i), ...tagsOf(block, i) })
      },
      ways(block) {
        for (let i = 0; i < block.count; i++) {
          const references = placesOf(block.refStart, i)
          const places = block.hasLocations ? { places: references.map((reference) => placeOf(block, reference)) } : {}
          map.ways.push({
            id: at(block.id, i),
            nodes: references.map((reference) => at(block.ref, reference)),
            ...places,
            ...tagsOf(block, i),
          })
        }
      },
      relations(block) {
        for (let i = 0; i < block.count; i++) {
          const members = placesOf(block.memberStart, i).map((member) => ({
            type: memberTypes[at(block.memberType, member)] ?? 'node',
            id: at(block.memberId, member),
            role: block.strings.text(at(block.memberRole, member)),
          }))
          map.relations.push({ id: at(block.id, i), members, ...tagsOf(block, i) })
        }
      },
    },
    range,
  )
  return map
}

const at = (column: ArrayLike<number>, i: number): number => column[i] as number

const placesOf = (start: Uint32Array, i: number): number[] =>
  Array.from({ length: at(start, i + 1) - at(start, i) }, (_, k) => at(start, i) + k)

function placeOf({ lonE7, latE7 }: { lonE7: Int32Array; latE7: Int32Array }, i: number): { lon: number; lat: number } {
  const [lon, lat] = [at(lonE7, i), at(latE7, i)]
  return { lon: lon === noCoordinate ? NaN : lon / 1e7, lat: lat === noCoordinate ? NaN : lat / 1e7 }
}

function tagsOf(block: TagColumns, i: number): { tags?: Record<string, string> } {
  const tags = placesOf(block.tagStart, i).map((tag) => [block.strings.text(at(block.key, tag)), block.strings.text(at(block.value, tag))])
  return tags.length === 0 ? {} : { tags: Object.fromEntries(tags) as Record<string, string> }
}
