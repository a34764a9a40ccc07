import type { FC } from 'hono/jsx'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'

/** What a notice is called; its code where nobody has named it. */
export function noticeTitle(code: string, words: Words): string {
  const key = `notices.${code}`
  return isMessageKey(key) ? words.t(key) : code
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
