import { smoothedTwoProportionZ, smoothedMajorityZ } from '../../../kernel/two-proportions.ts'
import type { ConsensusStatement, Direction, RepresentativeStatement } from './result.ts'
import { tallyAt, votesOfGroups, type Tallies } from './tallies.ts'

/** One-sided 90 %. */
const significant = 1.2816
const mostShown = 5

/** One statement for one opinion group: how likely agreement is, how much likelier than elsewhere, and how sure both are. */
interface Measured {
  statement: number
  agrees: number
  disagrees: number
  agree: Side
  disagree: Side
}

interface Side {
  /** Smoothed share in the group and among all others. */
  p: number
  other: number
  /** z of the share against one half. */
  pt: number
  /** Ratio of the shares, and z of their difference. */
  r: number
  rt: number
}

/**
 * Statements that represent an opinion group, as Polis picks them: best-agree first, then by r · rt · p · pt, five in all, those it agrees
 * with before those it does not. Tests are not corrected for their number (a quirk of Polis, kept here): of shuffled groups, too, many
 * statements pass.
 *
 * Source   compdemocracy/polis, `math/src/polismath/math/repness.clj`, October 2024.
 */
export function polisRepresentative(
  tallies: Tallies,
  opinionGroup: number,
  isRemoved: (statement: number) => boolean,
): RepresentativeStatement[] {
  const all = measureAll(tallies, votesOfGroups(tallies), opinionGroup, isRemoved)
  const bestAgree = findBestAgree(all)
  const sufficient = all
    .filter(({ agree, disagree }) => isSufficient(agree) || isSufficient(disagree))
    .toSorted((a, b) => metricOf(b) - metricOf(a))
  if (sufficient.length === 0) {
    const instead = bestAgree ?? all.toSorted((a, b) => Math.max(b.agree.rt, b.disagree.rt) - Math.max(a.agree.rt, a.disagree.rt))[0]
    return instead === undefined ? [] : [shown(instead, bestAgree === null ? directionOf(instead) : 'agree')]
  }
  const rest = sufficient.filter((one) => one !== bestAgree).map((one) => shown(one, directionOf(one)))
  const first = bestAgree === null ? [] : [shown(bestAgree, 'agree')]
  const picked = [...first, ...rest].slice(0, mostShown)
  return [...picked.filter((one) => one.direction === 'agree'), ...picked.filter((one) => one.direction === 'disagree')]
}

/** Every kept statement for one group; `counted` are the votes of all groups together. */
function measureAll(
  { opinionGroups }: Tallies,
  counted: Int32Array,
  opinionGroup: number,
  isRemoved: (statement: number) => boolean,
): Measured[] {
  const all: Measured[] = []
  for (let statement = 0; statement < counted.length / 3; statement++) {
    if (isRemoved(statement)) continue
    const own = opinionGroup * counted.length + 3 * statement
    const everyone = 3 * statement
    const agrees = opinionGroups[own]!
    const disagrees = opinionGroups[own + 2]!
    const votes = agrees + disagrees + opinionGroups[own + 1]!
    const otherVotes = counted[everyone]! + counted[everyone + 1]! + counted[everyone + 2]! - votes
    all.push({
      ...{ statement, agrees, disagrees },
      agree: sideOf(agrees, votes, counted[everyone]! - agrees, otherVotes),
      disagree: sideOf(disagrees, votes, counted[everyone + 2]! - disagrees, otherVotes),
    })
  }
  return all
}

function sideOf(count: number, votes: number, otherCount: number, otherVotes: number): Side {
  const p = (count + 1) / (votes + 2)
  const other = (otherCount + 1) / (otherVotes + 2)
  return { p, other, pt: smoothedMajorityZ(count, votes), r: p / other, rt: smoothedTwoProportionZ(count, votes, otherCount, otherVotes) }
}

const isSufficient = ({ rt, pt }: Side): boolean => rt > significant && pt > significant
const directionOf = ({ agree, disagree }: Measured): Direction => (agree.rt > disagree.rt ? 'agree' : 'disagree')
const product = ({ r, rt, p, pt }: Side): number => r * rt * p * pt
const metricOf = (one: Measured): number => product(one[directionOf(one)])

/** The statement that the group agrees with most, even where others agree too. */
function findBestAgree(all: readonly Measured[]): Measured | null {
  let best: Measured | null = null
  for (const one of all) {
    if (one.agrees === 0 && one.disagrees === 0) continue
    const { agree } = one
    if (best === null) {
      if (agree.pt > significant || (agree.r > 1 && agree.p > 0.5)) best = one
    } else if (best.agree.r > 1 ? product(agree) > product(best.agree) : agree.p * agree.pt > best.agree.p * best.agree.pt) best = one
  }
  return best
}

function shown(one: Measured, direction: Direction): RepresentativeStatement {
  const { p, other, rt } = one[direction]
  return { statement: one.statement, direction, agreeShare: p, otherShare: other, z: rt, q: null }
}

/** What everybody agrees with, and what nobody does: five of each, by smoothed share and how sure it is above one half. */
export function polisConsensus({ everybody }: Tallies, isRemoved: (statement: number) => boolean): ConsensusStatement[] {
  return (['agree', 'disagree'] as const).flatMap((direction) =>
    Array.from({ length: everybody.length / 3 }, (_, statement) => statement)
      .filter((statement) => !isRemoved(statement))
      .map((statement) => {
        const tally = tallyAt(everybody, statement)
        const votes = tally.agree + tally.disagree + tally.pass
        const share = (tally[direction] + 1) / (votes + 2)
        const z = smoothedMajorityZ(tally[direction], votes)
        return { statement, direction, share, score: share * z, z }
      })
      .filter(({ share, z }) => share > 0.5 && z > significant)
      .toSorted((a, b) => b.score - a.score)
      .slice(0, mostShown)
      .map(({ statement, share, score }) => ({ statement, direction, share, score })),
  )
}
