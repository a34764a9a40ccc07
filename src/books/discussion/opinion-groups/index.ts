/** What `bagdar/opinion-groups` offers to other programs: votes to opinion groups, alone. */
export { densityCells, type DensityCell, type DensityMap } from './density-cells.ts'
export { holdOut, type HoldOut } from './hold-out.ts'
export { opinionGroups, type OpinionGroupOptions } from './opinion-groups.ts'
export { placeOf, type Place } from './place-of.ts'
export type {
  Candidate,
  ConsensusStatement,
  Direction,
  OpinionGroup,
  OpinionGroupMode,
  OpinionGroups,
  RepresentativeStatement,
  StatementResult,
  Tally,
} from './result.ts'
export { resultBytes } from './result-bytes.ts'
export { voteTable, voteTableOfColumns, VoteList, type Choice, type Vote, type VoteColumns, type VoteTable } from './vote-table.ts'
export { adjustedRandIndex } from '../../../kernel/adjusted-rand-index.ts'
