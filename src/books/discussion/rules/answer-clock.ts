/** When a contribution came and when it was first answered (ISO moments); null: it still waits. */
export interface AnswerTime {
  writtenAt: string
  answeredAt: string | null
}

/** How long the city takes to answer. */
export interface AnswerClock {
  answered: number
  /** Half of the answers came within so many days; null: there is none. */
  medianDays: number | null
  waiting: number
  /** Days that the one waits which waits longest; null: nobody waits. */
  longestWaitDays: number | null
  /** How many wait how long: up to a week, up to a month, longer. */
  waits: { week: number; month: number; longer: number }
}

/**
 * The clock of answers. A correction does not set it back: what counts is the first answer.
 *
 * Units    days, with fractions; a day is 24 hours
 * Missing  a median of nothing and a wait of nobody are null
 *
 * @example
 * answerClock([{ writtenAt: '2026-11-01T00:00:00Z', answeredAt: '2026-11-03T12:00:00Z' }], '2026-11-23T00:00:00Z').medianDays // => 2.5
 */
export function answerClock(times: readonly AnswerTime[], now: string): AnswerClock {
  const answered = times.flatMap(({ writtenAt, answeredAt }) => (answeredAt === null ? [] : [daysFrom(writtenAt, answeredAt)]))
  const waiting = times.flatMap(({ writtenAt, answeredAt }) => (answeredAt === null ? [daysFrom(writtenAt, now)] : []))
  return {
    answered: answered.length,
    medianDays: medianOf(answered),
    waiting: waiting.length,
    longestWaitDays: waiting.length === 0 ? null : waiting.reduce((longest, days) => Math.max(longest, days)),
    waits: {
      week: waiting.filter((days) => days <= 7).length,
      month: waiting.filter((days) => days > 7 && days <= 30).length,
      longer: waiting.filter((days) => days > 30).length,
    },
  }
}

/** Paper bears a day, not a moment: what was written "later" than it was answered took no time. */
const daysFrom = (from: string, to: string): number => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
