import type { DataAction, DataSeries, DataStructure, Header, MessageStructure, Names } from './model.ts'

/** One set of data that is written while it is read: series come in batches, so that none is kept. */
export interface WritableSet {
  structure: MessageStructure
  names: Names
  /** Its attributes are those that are written: fewer than the structure has, where fewer were asked for. */
  definition: DataStructure
  action: DataAction
  /** From when on this was the record; null where it is said as of now. */
  validFrom: string | null
  series: AsyncIterable<readonly DataSeries[]>
}

/** A message of data on its way out. */
export interface WritableData {
  header: Header
  sets: readonly WritableSet[]
  /** What goes out of each series: observations with their values, without them (no measure was asked for), or only the keys. */
  shows: 'values' | 'no_values' | 'series'
  /** Series with their observations, or each observation with its whole key. */
  isFlat: boolean
  /** Languages in the order in which the reader wants them. */
  languages: readonly string[]
  /** Name of a code of a component; empty where no list names it. */
  codeNames(set: WritableSet, component: string, code: string): Names
  /** Name of a component. */
  componentNames(set: WritableSet, component: string): Names
}

/** The name in the language that is wanted most of those that there are; the text given where there is none. */
export const nameIn = (names: Names, languages: readonly string[], otherwise: string): string =>
  languages.map((language) => names[language]).find((name) => name) ?? otherwise

/**
 * Text in chunks of a size that is worth sending.
 *
 * @param chunks  whatever a writer yields, however small
 */
export async function* inLargerChunks(chunks: AsyncIterable<string>, characters = 64 * 1024): AsyncGenerator<string> {
  let waiting: string[] = []
  let length = 0
  for await (const chunk of chunks) {
    waiting.push(chunk)
    length += chunk.length
    if (length < characters) continue
    yield waiting.join('')
    waiting = []
    length = 0
  }
  if (length > 0) yield waiting.join('')
}
