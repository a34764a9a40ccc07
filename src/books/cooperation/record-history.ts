import type { CooperationRecord } from './records.ts'

/** When a record became public, was last changed, and was last taken back: ISO moments. */
export interface RecordHistory {
  number: number
  /** For the first time; null: never. */
  publishedAt: string | null
  withdrawnAt: string | null
  /** At the desk, in whatever way. */
  changedAt: string
}

/** A time during which a record was public, until it was taken back. */
export interface Withdrawal {
  /** ISO moments. */
  from: string
  until: string
  reason: string
}

/** What everybody may know of a record's times. */
export interface PublicTimes {
  number: number
  /** ISO moment at which it first became public. */
  created: string
  modified: string
  /** It was public and is so no more: nothing else is told of it. */
  isWithdrawn: boolean
}

/**
 * The times of every record of a kind that is public or once was; a draft that never was public leaves no trace. What is changed in a
 * record after it was taken back is nobody's business: it stands as it did on that day.
 *
 * @param published  the records that are public now
 * @example
 * publicTimes([], [{ number: 1, publishedAt: null, withdrawnAt: null, changedAt: '2026-01-01T00:00:00.000Z' }]) // => []
 */
export function publicTimes(
  published: ReadonlyArray<Pick<CooperationRecord, 'number' | 'publishedAt'>>,
  history: readonly RecordHistory[],
): PublicTimes[] {
  const told = new Map(history.map((one) => [one.number, one]))
  const shown = published.flatMap(({ number, publishedAt }) => {
    if (publishedAt === null) return []
    const one = told.get(number)
    const modified = one === undefined || one.changedAt < publishedAt ? publishedAt : one.changedAt
    return [{ number, created: one?.publishedAt ?? publishedAt, modified, isWithdrawn: false }]
  })
  const numbers = new Set(shown.map(({ number }) => number))
  const withdrawn = history.flatMap(({ number, publishedAt, withdrawnAt }) =>
    withdrawnAt === null || numbers.has(number)
      ? []
      : [{ number, created: publishedAt ?? withdrawnAt, modified: withdrawnAt, isWithdrawn: true }],
  )
  return [...shown, ...withdrawn].sort((a, b) => a.number - b.number)
}
