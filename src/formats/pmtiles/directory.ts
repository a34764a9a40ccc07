import { gzip } from './gzip.ts'

/** Where tiles lie: `runLength` tiles from `tileId` on have the same content. A run of 0 points to a leaf directory. */
export interface DirectoryEntry {
  tileId: number
  offset: number
  length: number
  runLength: number
}

/** A reader fetches the first 16 KiB at once: header and root directory have to fit. */
const headerBytes = 127
const rootBytes = 16_384 - headerBytes
const firstLeafEntries = 4096

/**
 * The root directory, and the leaf directories when one is too small for all entries.
 *
 * @param entries by rising tile id
 */
export function writeDirectories(entries: readonly DirectoryEntry[]): { root: Uint8Array; leaves: Uint8Array } {
  const whole = writeDirectory(entries)
  if (whole.length <= rootBytes) return { root: whole, leaves: new Uint8Array(0) }
  for (let perLeaf = firstLeafEntries; ; perLeaf *= 2) {
    const { root, leaves } = withLeaves(entries, perLeaf)
    if (root.length <= rootBytes) return { root, leaves }
  }
}

function withLeaves(entries: readonly DirectoryEntry[], perLeaf: number) {
  const rootEntries: DirectoryEntry[] = []
  const leaves: Uint8Array[] = []
  let offset = 0
  for (let from = 0; from < entries.length; from += perLeaf) {
    const own = entries.slice(from, from + perLeaf)
    const leaf = writeDirectory(own)
    rootEntries.push({ tileId: own[0]?.tileId ?? 0, offset, length: leaf.length, runLength: 0 })
    leaves.push(leaf)
    offset += leaf.length
  }
  return { root: writeDirectory(rootEntries), leaves: Buffer.concat(leaves) }
}

/** Columns of variable-length numbers: count, tile ids as differences, runs, lengths, offsets (0: right after the one before). */
function writeDirectory(entries: readonly DirectoryEntry[]): Uint8Array {
  const bytes: number[] = []
  pushVarint(bytes, entries.length)
  let lastId = 0
  for (const { tileId } of entries) {
    pushVarint(bytes, tileId - lastId)
    lastId = tileId
  }
  for (const { runLength } of entries) pushVarint(bytes, runLength)
  for (const { length } of entries) pushVarint(bytes, length)
  let next = -1
  for (const { offset, length } of entries) {
    pushVarint(bytes, offset === next ? 0 : offset + 1)
    next = offset + length
  }
  return gzip(Uint8Array.from(bytes))
}

function pushVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) | 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
