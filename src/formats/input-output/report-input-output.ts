import { closeSync, openSync, writeSync } from 'node:fs'
import { checkTable } from '../../books/economy/check-table.ts'
import { describeTable, type TableDescription } from '../../books/economy/describe-table.ts'
import type { InputOutputTable } from '../../books/economy/input-output-table.ts'
import { countNotices, type Notice } from '../../books/notice.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { FormatError } from '../format-error.ts'
import { readInputOutput } from './read-input-output.ts'
import type { SaidOfTable } from './read-result.ts'
import { writeTriples } from './write-triples.ts'

/** What a file of an input-output table holds, and what of it is not as it should be. */
export interface TableReport {
  /** Null where no table could be made of it: an error among the notices says why. */
  table: TableDescription | null
  /** The first thousand of each code. */
  notices: Notice[]
  noticeCounts: Record<string, number>
}

/**
 * Reads a table and checks it; only what is said of it leaves the reading process, not its cells.
 *
 * Refusals  io_file_exists, and those of the readers
 *
 * @param flows  a new file that takes the table as a list of flows; null for none
 */
export async function reportInputOutput(place: string, said: SaidOfTable, flows: string | null): Promise<Outcome<TableReport>> {
  try {
    const { table, notices } = await readInputOutput(place, said)
    if (table !== null && flows !== null && !writeFlows(flows, table)) return refuse('io_file_exists', undefined, { file: flows })
    const { counts, kept } = countNotices(table === null ? notices : [...notices, ...checkTable(table)])
    return done({ table: table === null ? null : describeTable(table), notices: kept, noticeCounts: counts })
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return refuse(error.code, undefined, error.details)
  }
}

/** False where the file is there already: nothing is overwritten. */
function writeFlows(file: string, table: InputOutputTable): boolean {
  let open: number
  try {
    open = openSync(file, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    let waiting = ''
    for (const line of writeTriples(table)) {
      waiting += line
      if (waiting.length < pieceLength) continue
      writeSync(open, waiting)
      waiting = ''
    }
    writeSync(open, waiting)
  } finally {
    closeSync(open)
  }
  return true
}

/** Characters that are written at once. */
const pieceLength = 2 ** 16
