import type { Candidate, ConsensusStatement, OpinionGroup, OpinionGroupMode, OpinionMap, StatementResult } from './opinion-groups/result.ts'

/** Opinion groups as they were published: sums and shares, nothing about one participant. */
export interface OpinionBatch {
  number: number
  madeAt: string
  votes: number
  /** Participants with at least one vote. */
  participants: number
  result: PublishedOpinions
  /** HMAC-SHA256 of the whole result, each participant's opinion group included, with a salt that stays inside. */
  hash: string
}

export interface PublishedOpinions {
  mode: OpinionGroupMode
  participantsCounted: number
  /** 0: no clear groups. */
  k: number
  candidates: readonly Candidate[]
  groups: readonly OpinionGroup[]
  /** Statement `number` stands at `number - 1`. */
  statements: readonly StatementResult[]
  consensus: readonly ConsensusStatement[]
  /** How far apart people are about each statement, 1 the usual: it decides how soon the statement is shown. */
  extremities: readonly number[]
  /** Where people stand, in cells of at least ten. */
  cells: readonly MapCell[]
  map: KeptMap
}

/** A rectangle of the map of opinions and how many people stand in it. */
export interface MapCell {
  x: number
  y: number
  width: number
  height: number
  people: number
  /** The opinion group of most of them; null: no groups. */
  group: number | null
}

/** `OpinionMap` as JSON. */
export type KeptMap = {
  [Name in keyof OpinionMap]: OpinionMap[Name] extends ReadonlySet<number> | Float64Array | Int8Array ? readonly number[] : unknown
}

/** A batch needs so many votes that are new or changed since the one before, so that no single vote shows in the difference. */
export const newVotesForABatch = 10

/** And so much time. */
export const minutesBetweenBatches = 60

/**
 * Whether it is time to publish opinion groups again.
 *
 * @example
 * isBatchDue({ newVotes: 10, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T10:00:00Z') }) // => true
 * isBatchDue({ newVotes: 9, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T10:00:00Z') }) // => false
 * isBatchDue({ newVotes: 500, before: '2026-11-23T09:00:00Z', now: new Date('2026-11-23T09:59:59Z') }) // => false
 */
export function isBatchDue({ newVotes, before, now }: { newVotes: number; before: string | null; now: Date }): boolean {
  if (newVotes < newVotesForABatch) return false
  return before === null || now.getTime() - Date.parse(before) >= minutesBetweenBatches * 60_000
}
