/** Far above any message of a statistical office, far below what would fill a memory. */
export const sdmxLimits = {
  /** Files of one import. */
  files: 2000,
  /** SDMX-ML and SDMX-CSV are read piece by piece and may be this large. */
  streamedBytes: 4_000_000_000,
  /** SDMX-JSON is held in memory as a whole. */
  jsonBytes: 200_000_000,
  /** Elements or brackets within each other; real messages have twelve. */
  depth: 64,
  /** XML attributes of one element, or columns of a table. */
  components: 1000,
  /** Characters of one element's start, of one text, of one row. */
  textCharacters: 1_000_000,
  /** Attributes that are said for a part of the key and wait for the series that they belong to. */
  groups: 1_000_000,
}
