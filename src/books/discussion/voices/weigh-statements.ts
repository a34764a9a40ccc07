import type { Choice } from '../statement.ts'

/** Fewer who agree or disagree make no share that is published; and so many new ones make a share anew. */
export const fewestVotes = 10

export interface WeighedStatement {
  statement: number
  /** How many agree or disagree; who passes stands aside. */
  votes: number
  /** Whole per cent that agree: every voice counts the same, and as the weights have it. */
  agree: number
  weighted: number
}

/**
 * Whether the answer to "do more agree than disagree?" depends on the weights.
 *
 * @example
 * verdictFlips({ statement: 1, votes: 40, agree: 55, weighted: 48 }) // => true
 */
export const verdictFlips = ({ agree, weighted }: WeighedStatement): boolean => agree > 50 !== weighted > 50

/**
 * The share that agrees with each statement, raw and weighted, in whole per cent. A participant without a weight counts once.
 *
 * A share stays as it was published until ten more people have voted on the statement: a vote more or less does not show.
 *
 * @param before  what the batch before says
 */
export function weighStatements(
  votes: ReadonlyArray<{ participant: number; statement: number; choice: Choice }>,
  weights: ReadonlyMap<number, number>,
  before: readonly WeighedStatement[],
): WeighedStatement[] {
  const sums = new Map<number, { votes: number; agree: number; weight: number; agreeWeight: number }>()
  for (const { participant, statement, choice } of votes) {
    if (choice === 0) continue
    const sum = sums.get(statement) ?? { votes: 0, agree: 0, weight: 0, agreeWeight: 0 }
    const weight = weights.get(participant) ?? 1
    sum.votes++
    sum.weight += weight
    if (choice === 1) {
      sum.agree++
      sum.agreeWeight += weight
    }
    sums.set(statement, sum)
  }
  const known = new Map(before.map((one) => [one.statement, one]))
  return [...sums]
    .sort(([a], [b]) => a - b)
    .flatMap(([statement, sum]) => {
      const last = known.get(statement)
      if (last !== undefined && Math.abs(sum.votes - last.votes) < fewestVotes) return [last]
      if (sum.votes < fewestVotes) return []
      const [agree, weighted] = [percent(sum.agree, sum.votes), percent(sum.agreeWeight, sum.weight)]
      return [{ statement, votes: sum.votes, agree, weighted }]
    })
}

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole)
