import { opinionGroups } from './opinion-groups/opinion-groups.ts'
import { resultBytes } from './opinion-groups/result-bytes.ts'
import { voteTableOfColumns, type VoteColumns } from './opinion-groups/vote-table.ts'
import { publishedOpinions, type PublishedOpinions } from './published-opinions.ts'

/** All votes of a consultation: participants and statements counted from 0. */
export interface StoredVotes {
  participants: number
  statements: number
  /** Statements that moderation holds or rejected. */
  removed: ReadonlySet<number>
  columns: VoteColumns
}

export interface ComputedOpinions {
  result: PublishedOpinions
  /** Everything that the result says, each participant's opinion group included: only a salted hash of it leaves the system. */
  bytes: Uint8Array
}

/** Opinion groups of all votes, as they are published. The same votes give the same bytes, in any order. */
export function computeOpinions({ columns, participants, statements, removed }: StoredVotes): ComputedOpinions {
  const votes = voteTableOfColumns(columns, participants, statements, removed)
  const result = opinionGroups(votes)
  return { result: publishedOpinions(result), bytes: resultBytes(votes, result) }
}
