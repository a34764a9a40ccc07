import type { ParticipationLevel } from './consultation.ts'

/** Who takes part and how much came, at one moment. Organisations are counted apart from persons. */
export interface Participation {
  /** Persons who wrote for themselves or voted, by how they proved that they are one. */
  people: ReadonlyArray<{ level: ParticipationLevel | 'paper'; count: number }>
  organisations: number
  /** What is shown: comments, suggestions and replies. */
  contributions: number
  suggestions: number
  replies: number
  ofOrganisations: number
  answered: number
  votes: number
  /** Votes that were changed at least once. */
  changedVotes: number
  /** Waits for a moderator. */
  held: number
}

/**
 * @example
 * peopleIn([{ level: 'mail', count: 3 }, { level: 'paper', count: 2 }]) // => 5
 */
export const peopleIn = (people: Participation['people']): number => people.reduce((sum, { count }) => sum + count, 0)
