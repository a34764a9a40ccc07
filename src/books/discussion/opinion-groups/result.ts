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
  /** What people who form one cloud without gaps would rarely reach; groups are clear only above it. Null in mode `polis`. */
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
  /** −1 to 1: the vote expected of somebody halfway between the groups, each group counted once. Null when removed, without votes, or in mode `polis`. */
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
  /** By participant: x, y on the map of opinions; NaN for those not counted. */
  places: Float32Array
  /** What is needed to place one person without computing everything again. */
  map: OpinionMap
}

/** The way from somebody's votes to a place, and from the place to an opinion group. */
export interface OpinionMap {
  /** Votes that a place needs. */
  votesNeeded: number
  removed: ReadonlySet<number>
  /** x, y of each opinion group; in mode `polis` of each of the small clusters that groups are made of. */
  centres: Float64Array
  /** The opinion group that a centre belongs to. */
  groupOfCentre: Int8Array
  how: FactorPlace | PolisPlace
}

export interface FactorPlace {
  kind: 'factors'
  mean: number
  /** Three for each statement: agreement that it finds, and its two factors. */
  statementTerms: Float64Array
  /** From two factors of a person to x, y: 2 × 2, row-major. */
  transform: Float64Array
}

export interface PolisPlace {
  kind: 'polis'
  columnMean: Float64Array
  components: readonly [Float64Array, Float64Array]
}
