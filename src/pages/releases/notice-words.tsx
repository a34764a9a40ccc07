import type { FC } from 'hono/jsx'
import type { Notice } from '../../books/notice.ts'
import { catalogues, isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** Notices of a programme begin with `programme_`; their words stand with the programme's. */
const keyOf = (code: string): string =>
  code.startsWith('programme_') ? `programme.problem_${code.slice('programme_'.length)}` : `notices.${code}`

/** What a notice is called; its code where nobody has named it, or where the words speak of one place only. */
export function noticeTitle(code: string, words: Words): string {
  const key = keyOf(code)
  return isMessageKey(key) && !catalogues.en[key]?.includes('{') ? words.t(key) : code
}

/**
 * Why it matters and what to do. Words that need a number or a name take it from the first notice of the code; where that has none,
 * they are left out.
 */
export const NoticeExplanation: FC<{ code: string; first: Notice | undefined; words: Words }> = ({ code, first, words }) => (
  <>
    {['why', 'do'].map((part) => {
      const key = `notices.${code}_${part}`
      const details = first?.details ?? {}
      return isMessageKey(key) && needsOf(key).every((name) => name in details) && <p>{words.t(key, details)}</p>
    })}
  </>
)

/** The variables of a message. */
const needsOf = (key: string): string[] => [...(catalogues.en[key] ?? '').matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '')
