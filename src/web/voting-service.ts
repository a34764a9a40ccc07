import type { Ballot } from '../actions/discussion/votes/ballot.ts'
import type { NewVote, Shown, VoteOutcome } from '../books/discussion/vote.ts'
import type { ComputedOpinions, StoredVotes } from '../books/discussion/compute-opinions.ts'
import type { Consultation } from '../books/discussion/consultation.ts'
import type { RoutedStatement } from '../books/discussion/routing.ts'
import type { StatementTally } from '../books/discussion/statement.ts'
import type { City } from '../books/indicators/figure.ts'

/** As much as a vote needs to know of whoever is signed in. */
export interface Voter {
  personId: string
  sessionId: string
}

/**
 * The short way of a vote: `serve.ts` hands it in. What is looked up for each vote is kept in memory for a second or two, and votes of many
 * people are stored together. A session that ends in this process ends here at once; one that another process ends, within two seconds.
 */
export interface VotingService {
  findVoter(token: string): Promise<Voter | null>
  /** As it stood at most a second ago. */
  findBallot(city: string, number: number): Promise<Ballot | null>
  /** Somebody's number in a consultation; null: she has not joined. */
  findNumber(ballot: Ballot, personId: string): Promise<number | null>
  /** Stored when it answers. */
  cast(vote: NewVote): Promise<VoteOutcome>
  addShown(shown: Shown): Promise<void>
  /** As they stood at most five seconds ago. */
  findTallies(city: City, consultation: Consultation): Promise<ReadonlyArray<StatementTally & { changed: number }>>
  findRouting(city: City, consultation: Consultation): Promise<readonly RoutedStatement[]>
  /** Evenly between 0 and 1, 1 excluded. */
  draw(): number
  /** Opinion groups, computed in a thread of its own. */
  compute(votes: StoredVotes): Promise<ComputedOpinions>
  saltedHash(salt: Uint8Array, bytes: Uint8Array): string
}
