import type { FC } from 'hono/jsx'
import type { Notice } from '../../books/notice.ts'
import { NoticeExplanation, noticeTitle } from '../releases/notice-words.tsx'
import type { Words } from '../words.ts'

/** What is to be looked at before figures are published: by code, with the first places. */
export const NoticeQuestions: FC<{ words: Words; notices: readonly Notice[]; counts: Readonly<Record<string, number>> }> = (props) => {
  const { words, notices, counts } = props
  if (Object.keys(counts).length === 0) return <p>{words.t('entry.noNotices')}</p>
  return (
    <ol class="notices">
      {Object.entries(counts).map(([code, count]) => {
        const own = notices.filter((one) => one.code === code)
        return (
          <li>
            <h3>
              {noticeTitle(code, words)} <span class="fine">{words.number(count)}</span>
            </h3>
            {own[0] && <p class="fine">{words.t(`releases.severity_${own[0].severity}`)}</p>}
            <NoticeExplanation code={code} first={own[0]} words={words} />
            <ul class="stack-s">
              {own.map((one) => (
                <li class="fine">
                  <Place notice={one} words={words} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}

/** Where it is: line and column of a file, or figure and period; and what stands there. */
const Place: FC<{ notice: Notice; words: Words }> = ({ notice: { line, column, value, details }, words }) => {
  const period = details['timePeriod']
  return (
    <>
      {line !== null && `${words.t('figure.line', { line: String(line) })}. `}
      {column !== null && `${column}: `}
      {value !== null && <code>{value.length > 200 ? `${value.slice(0, 200)}…` : value}</code>}{' '}
      {[details['indicator'], details['refArea'], typeof period === 'string' ? words.period(period) : undefined]
        .filter((one) => one !== undefined)
        .join(', ')}
    </>
  )
}
