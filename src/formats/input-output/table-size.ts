import { FormatError } from '../format-error.ts'

/** Sectors of all regions together: their square is what the table holds, here 800 MB. */
const mostSectors = 10_000

/**
 * How many sectors a table has in all its regions. A code that names a region as well makes them many at once, because every sector then
 * stands in every region.
 *
 * @throws {FormatError} more than a table of this size has room for
 */
export function sizeOfTable(file: string, regions: number, sectors: number): number {
  const count = regions * sectors
  if (count > mostSectors)
    throw new FormatError(
      'io_table_too_large',
      `${file}: ${regions} regions with ${sectors} sectors each are ${count} sectors; ${mostSectors} is the most.`,
      null,
      { file, regions, sectors, most: mostSectors },
    )
  return count
}
