import type { AreaKind, CityExtract, ExtractNodes } from '../../books/indicators/sdg-11/city/city-extract.ts'
import { notice, type Notice } from '../../books/notice.ts'
import type { ByteSource } from '../byte-source.ts'
import { noCoordinate } from '../osm-pbf/blocks.ts'
import { openOsmPbf } from '../osm-pbf/open-osm-pbf.ts'
import { buildAreas } from './build-areas.ts'
import { buildStreets } from './build-streets.ts'
import { CollectedStops, NodePlaces } from './collect-nodes.ts'
import { CollectedWays } from './collect-ways.ts'
import { missingNode, sortUnique } from './node-references.ts'

export interface CityExtractOptions {
  /** Buildings and open public space. */
  areas: boolean
  /** Stops as OpenStreetMap knows them. */
  stops: boolean
  /** Other green and water, for the background of the map. */
  background: boolean
}

/**
 * Reads of an OpenStreetMap extract what a city's indicators need: streets always, the rest as asked for.
 *
 * The file is passed over three times — relations, ways, nodes — and in each pass only the blobs that may hold them are unpacked. So only
 * nodes that something refers to are ever kept.
 *
 * Shape    see `CityExtract`; nodes by rising id.
 * Missing  a node that the file lacks cuts the street there (`osm_missing_nodes`); an area without its whole outline is left out
 *          (`osm_area_not_closed`); no street at all is an error (`osm_no_streets`).
 * Cost     linear, with one sort of the references; about 30 bytes per reference and 20 per node that is kept.
 *
 * @throws {FormatError} where the file cannot be read: see `readOsmPbf`
 */
export function readCityExtract(source: ByteSource, options: CityExtractOptions): { extract: CityExtract; notices: Notice[] } {
  const file = openOsmPbf(source)
  const wanted = new Set<AreaKind>([
    ...(options.areas ? (['building', 'open'] as const) : []),
    ...(options.background ? (['green', 'water'] as const) : []),
  ])
  const ways = new CollectedWays(wanted)
  if (wanted.size > 0) file.read({ relations: (block) => ways.takeRelations(block) })
  file.read({ ways: (block) => ways.takeWays(block) })

  const { streets, outlines } = ways
  const allIds = new Float64Array(streets.refs.length + outlines.refs.length)
  streets.refs.copyIdsTo(allIds, 0)
  outlines.refs.copyIdsTo(allIds, streets.refs.length)
  const id = sortUnique(allIds)
  const noPlaces = () => new Int32Array(id.length).fill(noCoordinate)
  const wantedNodes: ExtractNodes = { count: id.length, id, lonE7: noPlaces(), latE7: noPlaces() }
  const streetNode = streets.refs.takeIndices(wantedNodes)
  const outlineNode = outlines.refs.takeIndices(wantedNodes)

  const places = new NodePlaces(wantedNodes)
  const stops = new CollectedStops()
  file.read({
    nodes(block) {
      places.takeNodes(block)
      if (options.stops) stops.takeNodes(block)
    },
  })
  const { nodes, missingNodes } = dropMissingNodes(wantedNodes, [streetNode, outlineNode])
  const { areas, notClosed } = buildAreas(ways, outlineNode)
  const extract: CityExtract = {
    nodes,
    streets: buildStreets(ways, streetNode),
    areas,
    stops: stops.finished(),
    missingNodes,
    timestamp: file.header.timestamp,
  }
  return { extract, notices: noticesOf(extract, notClosed, source.name) }
}

/** Only the nodes that have a place. References to them are numbered anew, those to the others become `missingNode` and are counted. */
function dropMissingNodes(nodes: ExtractNodes, references: readonly Uint32Array[]): { nodes: ExtractNodes; missingNodes: number } {
  const { id, lonE7, latE7 } = nodes
  const newNumber = new Uint32Array(nodes.count)
  let count = 0
  for (let node = 0; node < nodes.count; node++) {
    if (lonE7[node] === noCoordinate || latE7[node] === noCoordinate) {
      newNumber[node] = missingNode
      continue
    }
    id[count] = id[node] as number
    lonE7[count] = lonE7[node] as number
    latE7[count] = latE7[node] as number
    newNumber[node] = count++
  }
  let missingNodes = 0
  if (count < nodes.count) {
    for (const list of references) {
      for (let i = 0; i < list.length; i++) {
        const node = newNumber[list[i] as number] as number
        if (node === missingNode) missingNodes++
        list[i] = node
      }
    }
  }
  return { nodes: { count, id: id.slice(0, count), lonE7: lonE7.slice(0, count), latE7: latE7.slice(0, count) }, missingNodes }
}

function noticesOf(extract: CityExtract, notClosed: number, file: string): Notice[] {
  const notices: Notice[] = []
  const { missingNodes } = extract
  if (extract.streets.count === 0) notices.push(notice('osm_no_streets', 'error', { file }))
  if (missingNodes > 0) notices.push(notice('osm_missing_nodes', 'warning', { file, details: { count: missingNodes } }))
  if (notClosed > 0) notices.push(notice('osm_area_not_closed', 'info', { file, details: { count: notClosed } }))
  return notices
}
