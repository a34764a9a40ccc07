import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { openBytes } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { readWorkbook } from './open-workbook.ts'
import { isPymrioFolder, readPymrio } from './read-pymrio.ts'
import type { ReadTable, SaidOfTable } from './read-result.ts'
import { isParquet, readTriplesParquet } from './read-triples-parquet.ts'
import { readTriples } from './read-triples.ts'
import { isWiodFolder, readWiodFolder } from './read-wiod-folder.ts'
import { readLines } from './scan-lines.ts'
import { tableOfGrid } from './table-of-grid.ts'

/**
 * An input-output table from a file or folder; which layout it has, it shows itself: a workbook (ADB, WIOD), separated values with labels
 * above and beside (OECD, national tables), a list of flows, a folder of pymrio, or WIOD as bare numbers.
 *
 * @throws {FormatError} what stands there is none of these, is damaged, or is beyond the limits
 */
export async function readInputOutput(place: string, said: SaidOfTable = {}): Promise<ReadTable> {
  if (statSync(place).isDirectory()) {
    if (isPymrioFolder(place)) return readPymrio(place, said)
    if (isWiodFolder(place)) return readWiodFolder(place, said)
    throw new FormatError('io_folder_unknown', `${place} has neither file_parameters.json (pymrio) nor Z_<year>.f64 (WIOD).`, null, {
      file: place,
    })
  }
  const source = openBytes(place, basename(place))
  try {
    const start = Buffer.from(source.read(0, 4096)).toString('latin1')
    if (isParquet(start)) return await readTriplesParquet(source, said)
    if (start.startsWith('PK')) return tableOfGrid(await readWorkbook(source), said)
    const [header = ''] = start.split('\n', 1)
    return /\bfrom_sector\b/.test(header) ? readTriples(source, said) : tableOfGrid(readLines(source), said)
  } finally {
    source.close()
  }
}
