import type { FC } from 'hono/jsx'
import { walkMetres } from '../../books/indicators/sdg-11/transit/transit-stops.ts'
import { link, type Frame } from '../frame.ts'
import { shownValue } from '../indicators/shown-value.ts'
import { Rivals } from '../parts/rivals.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import type { PublishedShare } from './access-method-view.ts'

export const shareSource = ({ source, sourceId }: PublishedShare, words: Words): string => words.pick(source) || sourceId

/** What was published, side by side. */
export const SharesSection: FC<{ frame: Frame; title: string; shares: readonly PublishedShare[] }> = ({ frame, title, shares }) => {
  const { words } = frame
  return (
    <Section id="shares" title={title}>
      {shares.length === 0 ? (
        <p class="absent">{words.t('spatial.map_noneNoOfficial')}</p>
      ) : (
        <Rivals
          rivals={shares.map((one) => ({
            href: link(frame, one.path),
            value: shownValue(words, one.value),
            unit: '%',
            source: `${shareSource(one, words)}, ${words.period(one.timePeriod)}`,
          }))}
        />
      )}
    </Section>
  )
}

/** What must be true of the city for the official figures to be right. Where there are no files, more cannot be said. */
export const RequiredSection: FC<{ frame: Frame; officials: readonly PublishedShare[] }> = ({ frame: { words }, officials }) => {
  if (officials.length === 0) return <></>
  const metres = { low: words.number(walkMetres.low), high: words.number(walkMetres.high) }
  const values = officials.map(({ value }) => Number(value))
  const apart = Math.max(...values) - Math.min(...values)
  return (
    <Section id="required" title={words.t('spatial.access_required')}>
      <div class="stack">
        {officials.map((one) => (
          <p>
            {words.t('spatial.access_requiredText', {
              source: shareSource(one, words),
              period: words.period(one.timePeriod),
              value: shownValue(words, one.value),
              rest: words.number(100 - Number(one.value), 2),
              ...metres,
            })}
          </p>
        ))}
        {apart > 0 && <p>{words.t('spatial.access_requiredApart', { points: words.number(apart) })}</p>}
        <p>{words.t('spatial.access_requiredCauses', metres)}</p>
      </div>
    </Section>
  )
}
