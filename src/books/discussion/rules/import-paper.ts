import type { PaperVote } from './read-paper-votes.ts'

/** Forms that one table may bring. */
export const mostFormsAtOnce = 500

/** What a row of a table was said to hold; `paper-forms-csv.ts` reads it. */
export interface PaperRow {
  line: number
  receipt: string
  writtenOn: string
  place: string
  language: string
  sentence: string | null
  text: string
  suggestedWording: string | null
  votes: readonly PaperVote[]
  /** The participation code on the form; '' where there is none. */
  code: string
}

/** Why a row of a table was not taken, by line and field: words are those of the form. */
export interface RefusedRow {
  line: number
  code: string
  field: string
}

/**
 * Rows as the browser gives them back after somebody has looked at them; null: that is not what was shown to her.
 *
 * @example
 * readRows('[]') // => []
 * readRows('{"receipt": 1}') // => null
 */
export function readRows(text: string): PaperRow[] | null {
  let rows: unknown
  try {
    rows = JSON.parse(text)
  } catch {
    return null
  }
  return Array.isArray(rows) && rows.length <= mostFormsAtOnce && rows.every(isRow) ? rows : null
}

function isRow(row: unknown): row is PaperRow {
  if (typeof row !== 'object' || row === null) return false
  const of = (name: string): unknown => (row as Record<string, unknown>)[name]
  const votes = of('votes')
  return (
    Number.isSafeInteger(of('line')) &&
    ['receipt', 'writtenOn', 'place', 'language', 'text', 'code'].every((name) => typeof of(name) === 'string') &&
    ['sentence', 'suggestedWording'].every((name) => of(name) === null || typeof of(name) === 'string') &&
    Array.isArray(votes) &&
    votes.every(isVote)
  )
}

const isVote = (vote: unknown): boolean =>
  typeof vote === 'object' &&
  vote !== null &&
  Number.isSafeInteger((vote as Record<string, unknown>)['statement']) &&
  ['agree', 'disagree', 'pass'].includes(String((vote as Record<string, unknown>)['vote']))
