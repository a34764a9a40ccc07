import type { ForumInput, Meeting, WishValue } from '../../../books/cooperation/forum/forum.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { isMessageKey } from '../../messages.ts'
import type { Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

/** Address of a forum's schedule inside the city. */
export const forumPath = (event: number, below = ''): string => `/desk/cooperation/forum/${event}${below}`

/** Names behind the codes of the tables; a code that nobody has stands for itself. */
export function namesOf({ participants, projects }: ForumInput): (code: string | null) => string {
  const names = new Map([
    ...participants.map(({ code, organisation }) => [code, organisation] as const),
    ...projects.map(({ code, title }) => [code, title] as const),
  ])
  return (code) => (code === null ? '' : (names.get(code) ?? code))
}

/** Why two meet, in one line. */
export function whyOf({ reasons }: Meeting, words: Words): string {
  const said = reasons.map(({ code, points, value = '' }) => words.t(`forum.reason_${code}`, { points, value }))
  const understand = reasons.some(({ code }) => code === 'language')
  return [...said, ...(understand ? [] : [words.t('forum.no_language')])].join('; ')
}

export const wishInWords = (value: WishValue, words: Words): string => (value === 'must' ? words.t('forum.must') : String(value))

export const forumProblems = (refusals: readonly Refusal[], words: Words): Problem[] =>
  refusals.map(({ code, field = '', details }) => {
    const key = `forum.refused_${code}`
    return { field, text: isMessageKey(key) ? words.t(key, details) : code }
  })
