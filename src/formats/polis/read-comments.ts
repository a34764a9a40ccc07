import type { PolisTable } from './polis-table.ts'

export interface PolisStatement {
  id: string
  text: string
  /** Number of the author in this conversation; null when the file does not say. */
  author: string | null
  /** ISO 8601; null when the file does not say. */
  writtenAt: string | null
  /** What moderation decided: 1 accepted, −1 rejected, 0 not looked at. */
  moderated: -1 | 0 | 1
  /** About the conversation or the participants, not about its subject: Polis leaves it out like a rejected one. */
  isMeta: boolean
  isSeed: boolean
}

/**
 * Statements by their id.
 *
 * @throws {FormatError} a column is missing, or a cell is wrong
 */
export function readComments(table: PolisTable): Map<string, PolisStatement> {
  const id = table.require('comment-id')
  const moderated = table.require('moderated')
  const body = table.require('comment-body')
  const [author, timestamp, meta, seed] = ['author-id', 'timestamp', 'is-meta', 'is-seed'].map((name) => table.find(name)) as [
    number,
    number,
    number,
    number,
  ]

  const statements = new Map<string, PolisStatement>()
  for (const row of table.rows) {
    const { cells } = row
    const own = cells[id] ?? ''
    if (!/^\d+$/.test(own)) throw table.wrong(row, id, 'the number of a statement')
    if (statements.has(own)) throw table.wrong(row, id, 'new: the statement stands there twice')
    if (!/^(-1|0|1)$/.test(cells[moderated] ?? '')) throw table.wrong(row, moderated, 'a decision of moderation: 1, -1 or 0')
    const time = timestamp < 0 || cells[timestamp] === '' ? NaN : Number(cells[timestamp])
    if (timestamp >= 0 && cells[timestamp] !== '' && !(Math.abs(time) <= 8.64e15))
      throw table.wrong(row, timestamp, 'a time in milliseconds')
    statements.set(own, {
      id: own,
      text: cells[body] ?? '',
      author: author < 0 || cells[author] === '' ? null : (cells[author] ?? null),
      writtenAt: Number.isNaN(time) ? null : new Date(time).toISOString(),
      moderated: Number(cells[moderated]) as -1 | 0 | 1,
      isMeta: cells[meta] === 'true',
      isSeed: cells[seed] === 'true',
    })
  }
  return statements
}
