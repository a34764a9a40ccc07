import type { TagColumns } from './blocks.ts'
import { beyondLimit, DamagedBlock } from './damaged-block.ts'
import { osmPbfLimits } from './limits.ts'
import { readUints, type Cursor } from './protobuf.ts'
import type { StringTable } from './string-table.ts'

export type Column = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Uint8Array

/** The column, or a wider one with the same beginning where it is shorter than `length`. */
export function grown<T extends Column>(column: T, length: number): T {
  if (length <= column.length) return column
  const wider = new (column.constructor as new (length: number) => T)(Math.max(length, 2 * column.length))
  wider.set(column)
  return wider
}

/**
 * How long a column may have to become for a list of so many bytes behind `at`: each number has at least one byte. Beyond the limit
 * nothing is kept, and `within` says so.
 */
export const roomFor = (at: number, bytes: number): number => Math.min(at + bytes, osmPbfLimits.referencesPerGroup)

/** The end of a list, if it is within the limit. */
export function within(end: number): number {
  if (end > osmPbfLimits.referencesPerGroup) throw beyondLimit('tags, references or members in a group', osmPbfLimits.referencesPerGroup)
  return end
}

export const tagColumns = (strings: StringTable): TagColumns => ({
  count: 0,
  id: new Float64Array(256),
  tagStart: new Uint32Array(256),
  key: new Uint32Array(256),
  value: new Uint32Array(256),
  strings,
})

/** Makes room for one more element. */
export function addElement(columns: TagColumns, id: number): void {
  const { elementsPerGroup } = osmPbfLimits
  const count = columns.count + 1
  if (count > elementsPerGroup) throw beyondLimit('elements in a group', elementsPerGroup)
  columns.id = grown(columns.id, count)
  columns.tagStart = grown(columns.tagStart, count + 1)
  columns.id[count - 1] = id
  columns.count = count
}

/** Keys or values of the element that is being read, up to `end`; where they end in their column. */
export function readTagPart(cursor: Cursor, part: 'key' | 'value', columns: TagColumns, at: number): number {
  const end = cursor.length()
  const column = (columns[part] = grown(columns[part], roomFor(at, end - cursor.at)))
  const tagEnd = within(readUints(cursor.bytes, cursor.at, end, columns.strings.count, column, at))
  cursor.at = end
  return tagEnd
}

export function assertPairs(keyEnd: number, valueEnd: number): void {
  if (keyEnd !== valueEnd) throw new DamagedBlock('an element has more keys than values, or fewer')
}
