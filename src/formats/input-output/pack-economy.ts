import type { EconomyContent } from '../../books/economy/economy-content.ts'
import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import type { ProductionMargins } from '../../books/economy/trade/production-margins.ts'
import { FormatError } from '../format-error.ts'

/** Begins every packed file: what it is, and the version of the layout. */
const signature = 'bagdar-economy 1\n'

const marginValues = ['output', 'valueAdded', 'inputs', 'sales', 'salesToIndustriesAtHome', 'salesToFinalDemandAtHome'] as const

/** Everything but the numbers, and how many of them follow in each list. */
type Header =
  | {
      kind: 'table'
      table: Omit<InputOutputTable, 'Z' | 'Y' | 'x' | 'extensions'>
      extensions: { kind: string; name: string; unit: string }[]
    }
  | { kind: 'margins'; margins: Omit<ProductionMargins, (typeof marginValues)[number]>[] }

/**
 * A table or margins as bytes, to be kept or handed to another process: signature, length of the header, header (JSON), and the numbers
 * (float64, little-endian) in the order Z, Y, x, extensions, or the six lists of margins year by year. Every bit of a number comes back.
 */
export function packEconomy(content: EconomyContent): Uint8Array {
  const lists =
    content.kind === 'table' ? listsOfTable(content.table) : content.margins.flatMap((one) => marginValues.map((name) => one[name]))
  const text = JSON.stringify({ ...headerOf(content), lengths: lists.map(({ length }) => length) })
  const start = signature.length + 4 + Buffer.byteLength(text)
  const bytes = new Uint8Array(start + lists.reduce((sum, { byteLength }) => sum + byteLength, 0))
  const buffer = Buffer.from(bytes.buffer)
  buffer.write(signature, 'latin1')
  buffer.writeUInt32LE(Buffer.byteLength(text), signature.length)
  buffer.write(text, signature.length + 4)
  let at = start
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at)
    at += list.byteLength
  }
  return bytes
}

const listsOfTable = ({ Z, Y, x, extensions }: InputOutputTable): Float64Array[] => [Z, Y, x, ...extensions.map(({ values }) => values)]

function headerOf(content: EconomyContent): Header {
  if (content.kind === 'margins') {
    const margins = content.margins.map(({ name, year, unit, regions, sectors }) => ({ name, year, unit, regions, sectors }))
    return { kind: 'margins', margins }
  }
  const { name, year, unit, regions, sectors, finalDemand, extensions } = content.table
  return {
    kind: 'table',
    table: { name, year, unit, regions, sectors, finalDemand },
    extensions: extensions.map((one) => ({ kind: one.kind, name: one.name, unit: one.unit })),
  }
}

/**
 * What `packEconomy` wrote.
 *
 * @throws {FormatError} it did not write this, or part of it is missing
 */
export function unpackEconomy(bytes: Uint8Array): EconomyContent {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = () => new FormatError('economy_not_packed', 'The stored table is damaged: load it again.', null, {})
  if (buffer.subarray(0, signature.length).toString('latin1') !== signature) throw broken()
  const start = signature.length + 4 + (buffer.length < signature.length + 4 ? 0 : buffer.readUInt32LE(signature.length))
  if (start > bytes.length || start === signature.length + 4) throw broken()
  const header = JSON.parse(buffer.subarray(signature.length + 4, start).toString('utf8')) as Header & { lengths: number[] }
  if (start + 8 * header.lengths.reduce((sum, one) => sum + one, 0) !== bytes.length) throw broken()
  let at = start
  const next = (length: number): Float64Array => {
    // Numbers begin at a multiple of eight bytes; what is stored need not.
    const list = new Float64Array(length)
    new Uint8Array(list.buffer).set(bytes.subarray(at, at + 8 * length))
    at += 8 * length
    return list
  }
  const lists = header.lengths.map(next)
  if (header.kind === 'table') {
    const [Z, Y, x, ...values] = lists as [Float64Array, Float64Array, Float64Array, ...Float64Array[]]
    const extensions = header.extensions.map((one, e) => ({ ...one, values: values[e]! })) as InputOutputTable['extensions']
    return { kind: 'table', table: { ...header.table, Z, Y, x, extensions } }
  }
  const margins = header.margins.map((one, m) => ({
    ...one,
    ...(Object.fromEntries(marginValues.map((name, v) => [name, lists[m * marginValues.length + v]!])) as Pick<
      ProductionMargins,
      (typeof marginValues)[number]
    >),
  }))
  return { kind: 'margins', margins }
}
