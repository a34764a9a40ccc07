import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { openBytes, type ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { openZip } from '../zip/open-zip.ts'

/** The tables of a feed by name (`stops.txt`), each as bytes that come piece by piece. */
export interface GtfsFiles {
  name: string
  tables: ReadonlyMap<string, GtfsTable>
}

export interface GtfsTable {
  /** Path as it stands in the archive. */
  path: string
  size: number
  chunks(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** Tables that are not in an archive, by name. */
export type GtfsFolder = ReadonlyMap<string, ByteSource>

const chunkBytes = 2 ** 18

/** The text files of a folder as a feed. Close each when the feed has been read. */
export function gtfsFolder(path: string): GtfsFolder {
  const names = readdirSync(path).filter((name) => name.endsWith('.txt') && lstatSync(join(path, name)).isFile())
  return new Map(names.map((name) => [name, openBytes(join(path, name), name)]))
}

/**
 * The tables of a zip archive or folder. They may lie in a folder inside the archive, as many publish them; where several folders have
 * a `stops.txt`, the one nearest to the root counts, and of equals the first by name.
 */
export function gtfsFiles(source: ByteSource | GtfsFolder, name: string): GtfsFiles {
  if (!('read' in source)) return { name, tables: new Map([...source].map(([table, bytes]) => [table, tableOfBytes(bytes)])) }
  const { entries } = openZip(source)
  const home = entries
    .filter(({ path }) => path.split('/').at(-1) === 'stops.txt' && !path.startsWith('__MACOSX/'))
    .map(({ path }) => path.slice(0, -'stops.txt'.length))
    .toSorted((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))[0]
  const tables = new Map<string, GtfsTable>()
  for (const entry of entries) {
    const table = entry.path.slice((home ?? '').length)
    if (!entry.path.startsWith(home ?? '') || table.includes('/')) continue
    if (tables.has(table))
      throw new FormatError('gtfs_file_twice', `${name}: ${entry.path} is in the archive twice; keep one.`, null, {
        file: name,
        entry: entry.path,
      })
    tables.set(table, entry)
  }
  return { name, tables }
}

const tableOfBytes = (bytes: ByteSource): GtfsTable => ({
  path: bytes.name,
  size: bytes.size,
  *chunks() {
    for (let at = 0; at < bytes.size; at += chunkBytes) yield bytes.read(at, chunkBytes)
  },
})
