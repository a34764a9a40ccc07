import { lengthUnit, personUnit, type AccessModel, type OnStreets } from './access-model.ts'
import { ByteReader, ByteWriter } from './packed-bytes.ts'
import { buildGraph } from '../../../../kernel/graph.ts'
import { languages, type MultilingualText } from '../../../text.ts'
import { serviceWindows, type ServiceWindowName } from '../transit/transit-stops.ts'

/** `BGAM` and the version of the packing. */
const mark = [0x42, 0x47, 0x41, 0x4d]
const version = 1

const windowNames = Object.keys(serviceWindows) as ServiceWindowName[]

/**
 * A model as bytes for the browser: about 8 bytes per street and 12 per cell.
 *
 * Everything is a whole number of a small unit: lengths of 1/128 m, coordinates of 10⁻⁷ degrees, people of 2⁻²⁰ persons, written as the
 * difference to the one before. `buildAccessModel` rounds to these units, so that nothing is lost here and a browser counts the
 * same people as the server; headways are kept as they are. Adjacency is not written: it follows from the edges.
 *
 * Shape    `BGAM`, version, sections in the order of `AccessModel`, and a checksum (FNV-1a, 32 bits, little-endian).
 * Cost     linear.
 */
export function writeAccessModel({ graph, lon, lat, cells, stops }: AccessModel): Uint8Array {
  const out = new ByteWriter()
  for (const byte of [...mark, version]) out.byte(byte)

  out.count(graph.nodeCount)
  writeDegrees(out, lon)
  writeDegrees(out, lat)
  out.count(graph.edgeCount)
  let before = 0
  for (let e = 0; e < graph.edgeCount; e++) {
    const from = graph.edgeFrom[e] as number
    const to = graph.edgeTo[e] as number
    // Pieces of one street follow one another.
    out.signed(from - before)
    out.signed(to - from)
    out.count(units(graph.edgeMetres[e] as number, lengthUnit))
    before = to
  }

  writePoints(out, cells)
  for (const people of cells.population) out.count(units(people, personUnit))
  out.count(cells.populationGroups.length)
  for (const { code, values } of cells.populationGroups) {
    out.text(code)
    for (const people of values) out.count(units(people, personUnit))
  }
  out.count(cells.districts.length)
  for (const { code, name } of cells.districts) {
    out.text(code)
    writeName(out, name)
  }
  for (const district of cells.district) out.count(district + 1)

  writePoints(out, stops)
  for (const capacity of stops.capacity) out.byte(capacity)
  for (const id of stops.id) out.text(id)
  for (const name of stops.name) out.text(name)
  const windows = windowNames.filter((name) => stops.headwayMinutes[name] !== undefined)
  out.count(windows.length)
  for (const name of windows) {
    out.count(windowNames.indexOf(name))
    for (const minutes of stops.headwayMinutes[name] ?? []) out.double(minutes)
  }
  return out.finishWithChecksum()
}

/**
 * The model that `writeAccessModel` packed.
 *
 * Cost     linear; a count of more things than there are bytes left is refused before anything is made for them.
 *
 * @throws {Error} bytes that are not a model, of another version, cut off or damaged
 */
export function readAccessModel(bytes: Uint8Array): AccessModel {
  if (mark.some((byte, i) => bytes[i] !== byte)) throw new Error('These bytes are no access model: they do not begin with BGAM.')
  if (bytes[mark.length] !== version)
    throw new Error(`This access model is of version ${bytes[mark.length]}, and only version ${version} can be read: compute it again.`)
  const from = new ByteReader(bytes, mark.length + 1)

  const nodeCount = from.count()
  const lon = readDegrees(from, nodeCount)
  const lat = readDegrees(from, nodeCount)
  const edgeCount = from.count()
  const edgeFrom = new Uint32Array(edgeCount)
  const edgeTo = new Uint32Array(edgeCount)
  const edgeMetres = new Float32Array(edgeCount)
  let before = 0
  for (let e = 0; e < edgeCount; e++) {
    const start = before + from.signed()
    before = start + from.signed()
    edgeFrom[e] = from.checked(start, nodeCount)
    edgeTo[e] = from.checked(before, nodeCount)
    edgeMetres[e] = from.whole() * lengthUnit
  }

  const cellPoints = readPoints(from, edgeCount)
  const people = () => Float64Array.from({ length: cellPoints.count }, () => from.whole() * personUnit)
  const population = people()
  const populationGroups = Array.from({ length: from.count() }, () => ({ code: from.text(), values: people() }))
  const districts = Array.from({ length: from.count() }, () => ({ code: from.text(), name: readName(from) }))
  const district = Int32Array.from({ length: cellPoints.count }, () => from.checked(from.whole(), districts.length + 1) - 1)

  const stopPoints = readPoints(from, edgeCount)
  const stopCount = stopPoints.count
  const capacity = Uint8Array.from({ length: stopCount }, () => from.byte())
  const id = Array.from({ length: stopCount }, () => from.text())
  const name = Array.from({ length: stopCount }, () => from.text())
  const headwayMinutes: Partial<Record<ServiceWindowName, Float64Array>> = {}
  for (let windows = from.count(); windows > 0; windows--) {
    const window = windowNames[from.checked(from.whole(), windowNames.length)] as ServiceWindowName
    headwayMinutes[window] = Float64Array.from({ length: stopCount }, () => from.double())
  }
  from.finish()

  return {
    graph: buildGraph(nodeCount, edgeFrom, edgeTo, edgeMetres),
    lon,
    lat,
    cells: { ...cellPoints, population, populationGroups, district, districts },
    stops: { ...stopPoints, id, name, capacity, headwayMinutes },
  }
}

const units = (value: number, unit: number): number => Math.round(value / unit)

function writeDegrees(out: ByteWriter, degrees: Float64Array): void {
  let before = 0
  for (const value of degrees) {
    const whole = Math.round(value * 1e7)
    out.signed(whole - before)
    before = whole
  }
}

function readDegrees(from: ByteReader, count: number): Float64Array {
  let whole = 0
  return Float64Array.from({ length: count }, () => (whole += from.signed()) / 1e7)
}

/** Snap distance and offset only where there is an edge. */
function writePoints(out: ByteWriter, points: OnStreets): void {
  out.count(points.count)
  writeDegrees(out, points.lon)
  writeDegrees(out, points.lat)
  let before = 0
  for (let p = 0; p < points.count; p++) {
    const edge = points.edge[p] as number
    out.signed(edge - before)
    before = edge
    if (edge < 0) continue
    out.count(units(points.offset[p] as number, lengthUnit))
    out.count(units(points.snapMetres[p] as number, lengthUnit))
  }
}

function readPoints(from: ByteReader, edgeCount: number): OnStreets {
  const count = from.count()
  const lon = readDegrees(from, count)
  const lat = readDegrees(from, count)
  const edge = new Int32Array(count)
  const offset = new Float32Array(count)
  const snapMetres = new Float32Array(count).fill(Infinity)
  let before = 0
  for (let p = 0; p < count; p++) {
    before += from.signed()
    edge[p] = from.checked(before + 1, edgeCount + 1) - 1
    if (before < 0) continue
    offset[p] = from.whole() * lengthUnit
    snapMetres[p] = from.whole() * lengthUnit
  }
  return { count, lon, lat, edge, offset, snapMetres }
}

/** A name in each language in turn: 0 where there is none, else 1 and the words. */
function writeName(out: ByteWriter, name: MultilingualText): void {
  for (const language of languages) {
    const words = name[language]
    out.byte(words === undefined ? 0 : 1)
    if (words !== undefined) out.text(words)
  }
}

function readName(from: ByteReader): MultilingualText {
  return Object.fromEntries(languages.flatMap((language) => (from.byte() === 1 ? [[language, from.text()]] : [])))
}
