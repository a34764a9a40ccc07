import type { FC } from 'hono/jsx'
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

/** Why it matters and what to do. */
export const NoticeExplanation: FC<{ code: string; words: Words }> = ({ code, words }) => (
  <>
    {['why', 'do'].map((part) => {
      const key = `notices.${code}_${part}`
      return isMessageKey(key) && <p>{words.t(key)}</p>
    })}
  </>
)
