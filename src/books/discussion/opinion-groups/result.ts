import type { BiasedFactors } from '../../../kernel/biased-factors.ts'

/**
 * `bagdar`: depends on nothing but the votes, controls false discoveries, may find no groups.
 * `polis`: what Polis publishes, with its quirks, for conversations that come from there.
 */
export type OpinionGroupMode = 'bagdar' | 'polis'

export type Direction = 'agree' | 'disagree'

/** Votes on one statement. */
export interface Tally {
  agree: number
  disagree: number
  pass: number
}

/** One way to divide the participants: how many opinion groups, and how well they are apart. */
export interface Candidate {
  k: number
  /** −1 to 1: how much nearer people are to their own group than to the next. */
  silhouette: number
  /** The same for people who form one cloud without gaps; groups are clear only above it. Null in mode `polis`. */
  silhouetteOfOneCloud: number | null
  /** People, largest group first. */
  sizes: number[]
  /** The least stable of its groups, 0 to 1; null when stability was not asked for. */
  stability: number | null
  chosen: boolean
}

/** A statement on which an opinion group differs from all others. */
export interface RepresentativeStatement {
  statement: number
  direction: Direction
  /** Share of the group's votes on the statement, passes included, that agree (or disagree, by `direction`). */
  agreeShare: number
  /** The same share among all others. */
  otherShare: number
  z: number
  /** False-discovery rate at which it still counts (Benjamini and Hochberg); null in mode `polis`, which has no such control. */
  q: number | null
}

export interface OpinionGroup {
  size: number
  /** 0 to 1: how much of it is found again among people drawn anew; below .6 not to be trusted, from .75 stable. */
  stability: number | null
  representative: RepresentativeStatement[]
}

export interface StatementResult extends Tally {
  /** By opinion group; of the participants who are counted. */
  perGroup: Tally[]
  /** Agreement that does not depend on where people stand on the map: −1 to 1 or so. Null when removed, without votes, or in mode `polis`. */
  commonGround: number | null
  /** 0 to 1: agreement in all groups at once. Null when removed or there are no groups. */
  groupAwareConsensus: number | null
  /** 0 to 1: largest less smallest agree share of the groups. Null when removed or there are no groups. */
  divisive: number | null
}

/** A statement that unites: most of everybody, and most of each group. */
export interface ConsensusStatement {
  statement: number
  direction: Direction
  share: number
  score: number
}

export interface OpinionGroups {
  mode: OpinionGroupMode
  /** Participants with enough votes to have a place. */
  participantsCounted: number
  /** How many opinion groups there are; 0: no clear groups. */
  k: number
  candidates: Candidate[]
  /** By participant: number of the opinion group, largest first; −1 not counted, or no groups. */
  groupOf: Int8Array
  groups: OpinionGroup[]
  statements: StatementResult[]
  consensus: ConsensusStatement[]
  /** By participant: x, y on the map of opinions; 0, 0 for those not counted. */
  places: Float32Array
  /** What is needed to place one person without computing everything again. */
  map: OpinionMap
}

/** Either way from somebody's votes to a place. */
export interface OpinionMap {
  /** Votes that a place needs. */
  votesNeeded: number
  removed: ReadonlySet<number>
  /** x, y of each opinion group, or of each small cluster where groups are made of those. */
  centres: Float64Array
  /** The opinion group that a centre belongs to. */
  groupOfCentre: Int8Array
  how: { kind: 'factors'; factors: Pick<BiasedFactors, 'mean' | 'columnBias' | 'columnFactors'> } | { kind: 'polis'; columnMean: Float64Array; components: readonly [Float64Array, Float64Array] }
}
