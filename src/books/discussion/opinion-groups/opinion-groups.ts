import type { OpinionGroupMode, OpinionGroups } from './result.ts'
import type { VoteTable } from './vote-table.ts'
import { bagdarGroups } from './bagdar-groups.ts'
import { polisGroups } from './polis-groups.ts'

export interface OpinionGroupOptions {
  /** `bagdar` unless told. */
  mode?: OpinionGroupMode
  /** How often participants are drawn anew to see which groups come back; 20 unless told; 0 leaves stability out. */
  draws?: number
}

/**
 * Opinion groups of a conversation: people who vote alike, what each group stands for, and what unites them all.
 *
 * Same votes, same result, to the last bit, whatever the order of participants and votes. Groups are not ethnic groups or parties:
 * nothing but votes goes in.
 */
export function opinionGroups(votes: VoteTable, { mode = 'bagdar', draws = 20 }: OpinionGroupOptions = {}): OpinionGroups {
  return mode === 'polis' ? polisGroups(votes, draws) : bagdarGroups(votes, draws)
}
