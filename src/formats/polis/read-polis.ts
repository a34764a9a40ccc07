import { voteTableOfColumns, type VoteTable } from '../../books/discussion/opinion-groups/vote-table.ts'
import { FormatError } from '../format-error.ts'
import { PolisTable } from './polis-table.ts'
import { readComments, type PolisStatement } from './read-comments.ts'
import { readParticipantsVotes, readVotes } from './read-votes.ts'

/** One conversation as Polis exports it. */
export interface PolisConversation {
  topic: string | null
  description: string | null
  url: string | null
  /** In the order of the columns of `votes`, then those that nobody was asked about. */
  statements: PolisStatement[]
  /** Numbers of the participants in this conversation, in the order of their first vote; rows of `votes`. */
  participants: string[]
  /** Statements that moderation rejected, and those about the conversation itself, are removed. */
  votes: VoteTable
  /** Groups that Polis published, by participant, −1 for none; null when the export has none. */
  publishedGroupOf: Int8Array | null
}

/** Files that are read, by their name; `stats-history.csv` has nothing that is not in them. */
export const polisFiles = ['summary.csv', 'comments.csv', 'participants-votes.csv', 'votes.csv'] as const

/**
 * The CSV files of a Polis export. `participants-votes.csv` is taken where there is one, otherwise `votes.csv`; `summary.csv` may be missing.
 *
 * @param files  by name
 * @throws {FormatError} a file or column is missing, or a cell is wrong: the message says which and where
 */
export function readPolis(files: ReadonlyMap<string, Uint8Array>): PolisConversation {
  const open = (name: string): PolisTable | null => {
    const bytes = files.get(name)
    return bytes === undefined ? null : new PolisTable(name, bytes)
  }
  const comments = open('comments.csv')
  if (comments === null) throw missing('comments.csv')
  const matrix = open('participants-votes.csv')
  const list = matrix === null ? open('votes.csv') : null
  const read = matrix !== null ? readParticipantsVotes(matrix) : list !== null ? readVotes(list) : null
  if (read === null) throw missing('participants-votes.csv')
  const summary = summaryOf(open('summary.csv'))

  const known = readComments(comments)
  const asked = new Set(read.statements)
  const statements = [
    ...read.statements.map((id) => known.get(id) ?? unknownStatement(id)),
    ...[...known.values()].filter(({ id }) => !asked.has(id)),
  ]
  const removed = new Set(read.statements.flatMap((_, at) => (statements[at]!.moderated === -1 || statements[at]!.isMeta ? [at] : [])))
  return {
    topic: summary.get('topic') ?? null,
    description: summary.get('conversation-description') ?? null,
    url: summary.get('url') ?? null,
    statements,
    participants: read.participants,
    votes: voteTableOfColumns(read.votes, read.participants.length, read.statements.length, removed),
    publishedGroupOf: read.publishedGroupOf,
  }
}

const missing = (name: string): FormatError =>
  new FormatError(
    'polis_file_missing',
    `${name} is not there. A Polis export has ${polisFiles.slice(0, 3).join(', ')}; votes.csv can take the place of participants-votes.csv.`,
    null,
    { name },
  )

/** Votes on a statement whose text was not exported. */
const unknownStatement = (id: string): PolisStatement => ({
  ...{ id, text: '', author: null, writtenAt: null },
  ...{ moderated: 0, isMeta: false, isSeed: false },
})

/** The summary has no header: each row is a name and its value. */
function summaryOf(table: PolisTable | null): Map<string, string> {
  if (table === null) return new Map()
  const rows = [table.header, ...[...table.rows].map((row) => row.cells)]
  return new Map(rows.map(([name = '', value = '']) => [name, value]))
}
