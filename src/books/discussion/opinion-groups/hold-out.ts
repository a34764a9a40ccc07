import { stream } from '../../../kernel/random.ts'
import { columnMeans, type SparseRows } from '../../../kernel/sparse-rows.ts'
import { canonicalOrder } from './canonical-order.ts'
import { factorsOfVotes } from './factor-map.ts'
import { keptVotes } from './kept-votes.ts'
import { polisMap } from './polis-map.ts'
import type { OpinionGroupMode } from './result.ts'
import type { VoteTable } from './vote-table.ts'

export interface HoldOut {
  /** Votes that were hidden and guessed, passes left out. */
  guessed: number
  /** Share of them guessed right. */
  accuracy: number
  /** The same when nothing is known but what most people said of the statement. */
  accuracyOfMeans: number
}

const hiddenShare = 0.1
const seed = 21

/**
 * How complete the picture is: hides every tenth vote, draws the map from the rest, and guesses from it whether the hidden ones agree or
 * disagree. Near the accuracy of the means, the map says nothing about how people vote.
 *
 * The same votes are hidden in both modes and whatever the order of arrival, so that modes can be compared.
 *
 * Missing  null when no vote was hidden.
 * Cost     `rounds` times a map, without groups.
 *
 * @param rounds  how often, each time with other votes
 */
export function holdOut(votes: VoteTable, mode: OpinionGroupMode, rounds = 3): HoldOut | null {
  const matrix = keptVotes(votes, canonicalOrder(votes))
  let guessed = 0
  let right = 0
  let rightByMeans = 0
  for (let round = 0; round < rounds; round++) {
    const { known, isHidden } = hide(matrix, round)
    const means = columnMeans(known)
    const guess = mode === 'polis' ? polisGuess(known, votes.removed) : factorGuess(known)
    for (let row = 0; row < matrix.rows; row++) {
      for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++) {
        const said = matrix.value[at]!
        if (isHidden[at] === 0 || said === 0) continue
        guessed++
        if (Math.sign(guess(row, matrix.columnOf[at]!)) === said) right++
        if (Math.sign(means[matrix.columnOf[at]!]!) === said) rightByMeans++
      }
    }
  }
  return guessed === 0 ? null : { guessed, accuracy: right / guessed, accuracyOfMeans: rightByMeans / guessed }
}

function hide({ rows, columns, rowStart, columnOf, value }: SparseRows, round: number): { known: SparseRows; isHidden: Uint8Array } {
  const random = stream(seed, round)
  const isHidden = Uint8Array.from(value, () => (random.uniform() < hiddenShare ? 1 : 0))
  const start = new Int32Array(rows + 1)
  for (let row = 0; row < rows; row++) {
    let count = 0
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) count += 1 - isHidden[at]!
    start[row + 1] = start[row]! + count
  }
  const isKnown = (_: number, at: number): boolean => isHidden[at] === 0
  return { known: { rows, columns, rowStart: start, columnOf: columnOf.filter(isKnown), value: value.filter(isKnown) }, isHidden }
}

type Guess = (row: number, statement: number) => number

function factorGuess(known: SparseRows): Guess {
  const { mean, rowTerms: r, columnTerms: c } = factorsOfVotes(known)
  return (row, j) => mean + r[3 * row]! + c[3 * j]! + r[3 * row + 1]! * c[3 * j + 1]! + r[3 * row + 2]! * c[3 * j + 2]!
}

/** The place of Polis, turned back into votes. */
function polisGuess(known: SparseRows, removed: ReadonlySet<number>): Guess {
  const { rows: participants, columns: statements, rowStart, columnOf: statementOf, value: choice } = known
  const { columnMean, components, places } = polisMap({ participants, statements, rowStart, statementOf, choice, removed })
  const [first, second] = components
  return (row, j) => columnMean[j]! + places[2 * row]! * first[j]! + places[2 * row + 1]! * second[j]!
}
