import { areaKinds, openSpaceClasses, type AreaKind } from '../../books/indicators/sdg-11/city/city-extract.ts'
import {
  areaKindOf,
  buildingLevelsOf,
  isWalkable,
  lanesOf,
  openSpaceClassOf,
  streetWidthDecimetresOf,
} from '../../books/indicators/sdg-11/city/osm-tags.ts'
import { memberTypes, type RelationBlock, type WayBlock } from '../osm-pbf/blocks.ts'
import { BlockTags } from './block-tags.ts'
import { Growing, TextNumbers } from './growing.ts'
import { lowerBound, NodeReferences, sortUnique } from './node-references.ts'

/** Kinds of areas that are kept, as a set of `areaKinds`. */
export type WantedAreas = ReadonlySet<AreaKind>

const wayMember = memberTypes.indexOf('way')

/** What is kept of ways: the columns of `CityExtract`, with references instead of nodes. */
export class CollectedWays {
  readonly streets = {
    id: new Growing(),
    start: new Growing(),
    class: new Growing(),
    walkable: new Growing(),
    widthDecimetres: new Growing(),
    lanes: new Growing(),
    name: new Growing(),
    refs: new NodeReferences(),
  }
  readonly streetNames = new TextNumbers()
  readonly classes: string[] = []
  private readonly classNumbers = new Map<string, number>()

  /** Closed ways that are areas, and ways that are parts of multipolygons: kind −1. */
  readonly outlines = {
    id: new Growing(),
    start: new Growing(),
    kind: new Growing(),
    class: new Growing(),
    levels: new Growing(),
    name: new Growing(),
    refs: new NodeReferences(),
  }
  readonly areaNames = new TextNumbers()
  /** Multipolygons, and by `memberStart` the ways that they are made of. */
  readonly multipolygons = {
    id: new Growing(),
    kind: new Growing(),
    class: new Growing(),
    levels: new Growing(),
    name: new Growing(),
    memberStart: new Growing(),
    memberWay: new Growing(),
    memberIsInner: new Growing(),
  }
  /** Ways that multipolygons are made of, by rising id; made when the first way comes. */
  private memberIds: Float64Array | null = null
  /** By member way: its place in `outlines`, −1 until it is found. */
  private outlineOfMember = new Int32Array(0)
  /** By member way: kind of the multipolygon whose outer ring it is, −1 for none. The way may say the same again, and must not count twice. */
  private kindSaidOfMember = new Int8Array(0)
  private nearMember = 0

  private readonly wanted: WantedAreas
  private readonly tags = new BlockTags()

  constructor(wanted: WantedAreas) {
    this.wanted = wanted
  }

  /** Multipolygons, read before the ways. */
  takeRelations(block: RelationBlock): void {
    const { tags } = this
    tags.begin(block)
    for (let i = 0; i < block.count; i++) {
      tags.turnTo(i)
      if (tags.get('type') !== 'multipolygon') continue
      const kind = areaKindOf(tags)
      if (kind === null || !this.wanted.has(kind)) continue
      const { multipolygons } = this
      multipolygons.id.push(block.id[i] as number)
      multipolygons.kind.push(areaKinds.indexOf(kind))
      multipolygons.class.push(this.classOfArea(kind))
      multipolygons.levels.push(buildingLevelsOf(tags))
      multipolygons.name.push(this.areaNames.numberOf(tags.get('name') ?? ''))
      multipolygons.memberStart.push(multipolygons.memberWay.length)
      for (let member = block.memberStart[i] as number; member < (block.memberStart[i + 1] as number); member++) {
        if (block.memberType[member] !== wayMember) continue
        multipolygons.memberWay.push(block.memberId[member] as number)
        multipolygons.memberIsInner.push(block.strings.text(block.memberRole[member] as number) === 'inner' ? 1 : 0)
      }
    }
  }

  /** The place in `outlines` of a way of a multipolygon; −1 when the file lacks it. */
  outlineOf(way: number): number {
    const member = this.memberOf(way)
    return member < 0 ? -1 : (this.outlineOfMember[member] as number)
  }

  private memberOf(way: number): number {
    const ids = (this.memberIds ??= this.listMembers())
    // Ways mostly come by rising id: the search begins where the last one ended.
    const member = (this.nearMember = lowerBound(ids, way, this.nearMember))
    return ids[member] === way ? member : -1
  }

  private listMembers(): Float64Array {
    const { id, kind, memberStart, memberWay, memberIsInner } = this.multipolygons
    memberStart.push(memberWay.length)
    const ids = sortUnique(memberWay.finished(Float64Array))
    this.outlineOfMember = new Int32Array(ids.length).fill(-1)
    this.kindSaidOfMember = new Int8Array(ids.length).fill(-1)
    for (let area = 0; area < id.length; area++) {
      for (let i = memberStart.at(area); i < memberStart.at(area + 1); i++)
        if (memberIsInner.at(i) === 0) this.kindSaidOfMember[lowerBound(ids, memberWay.at(i), 0)] = kind.at(area)
    }
    return ids
  }

  takeWays(block: WayBlock): void {
    const { tags } = this
    tags.begin(block)
    for (let i = 0; i < block.count; i++) {
      const from = block.refStart[i] as number
      const to = block.refStart[i + 1] as number
      if (to - from < 2) continue
      tags.turnTo(i)
      if (tags.has('highway')) this.takeStreet(block, i, from, to)
      if (this.wanted.size > 0) this.takeOutline(block, i, from, to)
    }
  }

  private takeStreet(block: WayBlock, i: number, from: number, to: number): void {
    const { streets, tags } = this
    streets.id.push(block.id[i] as number)
    streets.start.push(streets.refs.length)
    streets.class.push(this.classOf(tags.get('highway') ?? ''))
    streets.walkable.push(isWalkable(tags) ? 1 : 0)
    streets.widthDecimetres.push(streetWidthDecimetresOf(tags))
    streets.lanes.push(lanesOf(tags))
    streets.name.push(this.streetNames.numberOf(tags.get('name') ?? ''))
    streets.refs.append(block.ref, from, to, block.hasLocations ? block : null)
  }

  private takeOutline(block: WayBlock, i: number, from: number, to: number): void {
    const { outlines, tags } = this
    const id = block.id[i] as number
    const member = this.memberOf(id)
    const isClosed = to - from > 3 && block.ref[from] === block.ref[to - 1]
    const found = isClosed ? areaKindOf(tags) : null
    const kind = found !== null && this.wanted.has(found) ? areaKinds.indexOf(found) : -1
    const own = kind >= 0 && (member < 0 || this.kindSaidOfMember[member] !== kind)
    if (member < 0 && !own) return
    if (member >= 0) this.outlineOfMember[member] = outlines.id.length
    outlines.id.push(id)
    outlines.start.push(outlines.refs.length)
    outlines.kind.push(own ? kind : -1)
    outlines.class.push(own ? this.classOfArea(found) : 0)
    outlines.levels.push(own ? buildingLevelsOf(tags) : 0)
    outlines.name.push(own ? this.areaNames.numberOf(tags.get('name') ?? '') : 0)
    outlines.refs.append(block.ref, from, to, block.hasLocations ? block : null)
  }

  private classOfArea(kind: AreaKind | null): number {
    return kind === 'open' ? openSpaceClasses.indexOf(openSpaceClassOf(this.tags)) : 0
  }

  /** Values of `highway=…` beyond the 255th different one share the last number. */
  private classOf(highway: string): number {
    let number = this.classNumbers.get(highway)
    if (number === undefined) {
      number = Math.min(this.classes.length, 255)
      if (number < 255) this.classes.push(highway)
      else this.classes[255] = 'other'
      this.classNumbers.set(highway, number)
    }
    return number
  }
}
