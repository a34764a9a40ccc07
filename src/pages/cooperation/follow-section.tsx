import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'
import { Section } from '../parts/section.tsx'
import { cooperationPath } from './cooperation-words.ts'

/** Where a reader's own programs find what is new. */
export const FollowSection: FC<{ frame: Frame }> = ({ frame }) => {
  const { words, city } = frame
  const today = { ...frame, asOf: null }
  return (
    <Section id="follow" title={words.t('cooperationApi.follow')} aside={<p>{words.t('cooperationApi.followAside')}</p>}>
      <ul class="plain stack-s">
        <li>
          <a href={link(today, `${cooperationPath()}/feed.atom`)}>{words.t('cooperationApi.feed')}</a>
        </li>
        <li>
          <a href={link(today, `${cooperationPath()}/calendar.ics`)}>{words.t('cooperationApi.calendar')}</a>
        </li>
        <li>
          <a href={`/api/v1/${city?.slug ?? ''}/commitments.csv`}>{words.t('cooperationApi.table')}</a>
        </li>
      </ul>
    </Section>
  )
}
