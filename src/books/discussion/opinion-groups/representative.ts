import { benjaminiHochberg } from '../../../kernel/benjamini-hochberg.ts'
import { upperTail } from '../../../kernel/normal-distribution.ts'
import { twoProportionZ } from '../../../kernel/two-proportions.ts'
import type { RepresentativeStatement } from './result.ts'
import { votesOfGroups, type Tallies } from './tallies.ts'

/** Of the statements shown as representative, so many may be so by chance. */
export const falseDiscoveryRate = 0.05

/** Votes on a statement, in the group and among all others: with fewer the test is not to be trusted, and single people would be exposed. */
export const fewestVotes = 10

/**
 * Statements that most of an opinion group agrees (or disagrees) with, more than all others do, for each group, the surest first.
 *
 * Every statement is tested for every group, both ways; of so many tests some succeed by chance, so that a statement only counts while the
 * false-discovery rate stays at 5 %. The groups were found in the same votes: the tests say what tells them apart, not that they exist.
 */
export function representativeStatements(
  tallies: Tallies,
  k: number,
  isRemoved: (statement: number) => boolean,
): RepresentativeStatement[][] {
  const { opinionGroups } = tallies
  const statements = tallies.everybody.length / 3
  const counted = votesOfGroups(tallies)

  const tested: { opinionGroup: number; found: RepresentativeStatement }[] = []
  const p: number[] = []
  for (let opinionGroup = 0; opinionGroup < k; opinionGroup++) {
    for (let statement = 0; statement < statements; statement++) {
      if (isRemoved(statement)) continue
      const own = 3 * (opinionGroup * statements + statement)
      const all = 3 * statement
      const ownVotes = opinionGroups[own]! + opinionGroups[own + 1]! + opinionGroups[own + 2]!
      const otherVotes = counted[all]! + counted[all + 1]! + counted[all + 2]! - ownVotes
      if (ownVotes < fewestVotes || otherVotes < fewestVotes) continue
      for (const side of [0, 2]) {
        const ownCount = opinionGroups[own + side]!
        const otherCount = counted[all + side]! - ownCount
        const z = twoProportionZ(ownCount, ownVotes, otherCount, otherVotes)
        p.push(upperTail(z))
        tested.push({
          opinionGroup,
          found: {
            statement,
            direction: side === 0 ? 'agree' : 'disagree',
            agreeShare: ownCount / ownVotes,
            otherShare: otherCount / otherVotes,
            z,
            q: null,
          },
        })
      }
    }
  }
  const q = benjaminiHochberg(p)
  const lists: RepresentativeStatement[][] = Array.from({ length: k }, () => [])
  for (const [test, { opinionGroup, found }] of tested.entries())
    if (q[test]! <= falseDiscoveryRate && found.agreeShare > 0.5) lists[opinionGroup]!.push({ ...found, q: q[test]! })
  return lists.map((list) => list.toSorted((a, b) => b.z - a.z || a.statement - b.statement))
}
