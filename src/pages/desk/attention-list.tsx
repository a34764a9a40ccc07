import type { Child, FC } from 'hono/jsx'
import type { Priority } from '../../books/programme/draft/check-draft.ts'
import type { Words } from '../words.ts'

export interface AttentionEntry {
  priority: Priority
  href: string
  text: Child
}

/** What needs attention, the most urgent first: priority in words and by mark, and the way to where it is put right. */
export const AttentionList: FC<{ entries: readonly AttentionEntry[]; words: Words }> = ({ entries, words }) =>
  entries.length === 0 ? (
    <p class="quiet">{words.t('desk.attention_none')}</p>
  ) : (
    <ol>
      {entries.map(({ priority, href, text }) => (
        <li>
          <span class={`prio ${priority}`}>{words.t(`desk.priority_${priority}`)}</span>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  )

/** The list as the margin of a page, with how many there are. */
export const AttentionAside: FC<{ entries: readonly AttentionEntry[]; words: Words; children?: Child }> = ({
  entries,
  words,
  children,
}) => (
  <aside class="att" aria-labelledby="attention">
    <h2 id="attention">
      {words.t('desk.attention')} <span class="num">{entries.length}</span>
    </h2>
    <AttentionList entries={entries} words={words} />
    {children}
  </aside>
)
