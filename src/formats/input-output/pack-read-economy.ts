import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { type EconomyOutline, outlineOf } from '../../books/economy/economy-content.ts'
import { countNotices, type Notice } from '../../books/notice.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { FormatError } from '../format-error.ts'
import { packEconomy } from './pack-economy.ts'
import { readEconomy } from './read-economy.ts'
import type { SaidOfTable } from './read-result.ts'

/** What was read and packed, without its numbers. */
export interface PackedEconomy {
  /** Null where an error among the notices leaves nothing. */
  outline: EconomyOutline | null
  /** Of the packed bytes: the same table has the same, whatever file it came in. */
  sha256: string
  notices: Notice[]
  noticeCounts: Record<string, number>
}

/**
 * Reads a table or margins, checks them, and puts them packed into a file, for a process that may keep them.
 *
 * Refusals  those of the readers
 */
export async function packReadEconomy(place: string, said: SaidOfTable, packed: string): Promise<Outcome<PackedEconomy>> {
  try {
    const { content, notices } = await readEconomy(place, said)
    const { counts, kept } = countNotices(notices)
    if (content === null) return done({ outline: null, sha256: '', notices: kept, noticeCounts: counts })
    const bytes = packEconomy(content)
    writeFileSync(packed, bytes)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return done({ outline: outlineOf(content), sha256, notices: kept, noticeCounts: counts })
  } catch (error) {
    if (!(error instanceof FormatError)) throw error
    return refuse(error.code, undefined, error.details)
  }
}
