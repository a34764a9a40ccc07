/**
 * What a file may ask for. The first three are those of the format; the others lie far above any map and far below what would fill the
 * memory. A file beyond them is refused with `osm_pbf_too_large`.
 */
export const osmPbfLimits = {
  blobHeaderBytes: 64 * 1024,
  /** A blob as it stands in the file. */
  blobBytes: 32 * 1024 * 1024,
  /** The same unpacked. */
  blockBytes: 32 * 1024 * 1024,
  blobsPerFile: 10_000_000,
  stringsPerBlock: 4_000_000,
  /** Nodes, ways or relations of one group; the format recommends 8,000. */
  elementsPerGroup: 2_000_000,
  /** Tags, node references of ways or members of relations of one group. */
  referencesPerGroup: 8_000_000,
  /** All blobs unpacked: a file beyond a gigabyte may be this many times as large as it is packed. Maps reach 2 to 10. */
  expansion: 100,
  freeBytes: 2 ** 30,
} as const
