import type { ExtractAreas } from '../../books/indicators/sdg-11/city/city-extract.ts'
import { grown } from '../osm-pbf/columns.ts'
import { assembleRings, type WayPart } from './assemble-rings.ts'
import type { CollectedWays } from './collect-ways.ts'
import { Growing } from './growing.ts'
import { missingNode } from './node-references.ts'

/**
 * Closed ways and multipolygons as areas.
 *
 * Missing  an area whose outline is not wholly in the file is left out, and so is a ring that does not close; both are counted.
 */
export function buildAreas(ways: CollectedWays, node: Uint32Array): { areas: ExtractAreas; notClosed: number } {
  const { outlines, multipolygons, areaNames } = ways
  const id = new Growing()
  const kind = new Growing()
  const openClass = new Growing()
  const levels = new Growing()
  const name = new Growing()
  const ringStart = new Growing()
  const outer = new Growing()
  const nodeStart = new Growing()
  /** Closed ways lose their last node, so this is enough where no way is part of two areas. */
  let nodes = new Uint32Array(node.length)
  let nodeCount = 0
  let notClosed = 0

  const beginArea = (areaId: number, from: typeof multipolygons | typeof outlines, i: number) => {
    id.push(areaId)
    kind.push(from.kind.at(i))
    openClass.push(from.class.at(i))
    levels.push(from.levels.at(i))
    name.push(from.name.at(i))
    ringStart.push(outer.length)
  }
  const addRing = (isOuter: boolean, ring: ArrayLike<number>) => {
    outer.push(isOuter ? 1 : 0)
    nodeStart.push(nodeCount)
    nodes = grown(nodes, nodeCount + ring.length)
    nodes.set(ring, nodeCount)
    nodeCount += ring.length
  }
  outlines.start.push(node.length)
  const partOf = (outline: number): WayPart => ({ from: outlines.start.at(outline), to: outlines.start.at(outline + 1) })
  const isComplete = ({ from, to }: WayPart): boolean => {
    for (let i = from; i < to; i++) if (node[i] === missingNode) return false
    return true
  }

  for (let outline = 0; outline < outlines.id.length; outline++) {
    if (outlines.kind.at(outline) < 0) continue
    const part = partOf(outline)
    if (!isComplete(part)) {
      notClosed++
      continue
    }
    beginArea(outlines.id.at(outline), outlines, outline)
    addRing(true, node.subarray(part.from, part.to - 1))
  }

  for (let area = 0; area < multipolygons.id.length; area++) {
    const outerParts: WayPart[] = []
    const innerParts: WayPart[] = []
    let isWhole = true
    for (let i = multipolygons.memberStart.at(area); i < multipolygons.memberStart.at(area + 1); i++) {
      const outline = ways.outlineOf(multipolygons.memberWay.at(i))
      const part = outline < 0 ? null : partOf(outline)
      if (part === null || !isComplete(part)) isWhole = false
      else (multipolygons.memberIsInner.at(i) === 1 ? innerParts : outerParts).push(part)
    }
    const outerRings = assembleRings(node, outerParts)
    const innerRings = assembleRings(node, innerParts)
    if (!isWhole || outerRings.notClosed + innerRings.notClosed > 0 || outerRings.rings.length === 0) notClosed++
    if (outerRings.rings.length === 0) continue
    beginArea(-multipolygons.id.at(area), multipolygons, area)
    for (const ring of outerRings.rings) addRing(true, ring)
    for (const ring of innerRings.rings) addRing(false, ring)
  }
  const count = id.length
  ringStart.push(outer.length)
  nodeStart.push(nodeCount)
  return {
    areas: {
      count,
      id: id.finished(Float64Array),
      kind: kind.finished(Uint8Array),
      class: openClass.finished(Uint8Array),
      levels: levels.finished(Float32Array),
      name: name.finished(Uint32Array),
      names: areaNames.texts,
      ringStart: ringStart.finished(Uint32Array),
      outer: outer.finished(Uint8Array),
      nodeStart: nodeStart.finished(Uint32Array),
      node: nodes.slice(0, nodeCount),
    },
    notClosed,
  }
}
