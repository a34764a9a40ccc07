import type { FC } from 'hono/jsx'
import type { MultilingualText } from '../books/text.ts'
import { link, type Frame } from './frame.ts'
import { Rivals } from './parts/rivals.tsx'
import { Section } from './parts/section.tsx'

/** One figure of 11.2.1 of a city that is here to be compared with, each with its page. */
export interface AccessFigure {
  value: string
  source: MultilingualText
  sourceId: string
  timePeriod: string
  path: string
}

/** The figures, unless they stand as rivals below, with the way to the map. */
export const Access: FC<{ frame: Frame; figures: readonly AccessFigure[] }> = ({ frame, figures }) => {
  const { words } = frame
  return (
    <Section id="access" title={words.t('home.accessTitle')} aside={<p>{words.t('home.accessAside')}</p>}>
      {figures.length > 0 && (
        <Rivals
          rivals={figures.map(({ value, source, sourceId, timePeriod, path }) => ({
            href: link(frame, path),
            value: words.decimal(value),
            unit: '%',
            source: `${words.pick(source) || sourceId}, ${words.period(timePeriod)}`,
          }))}
        />
      )}
      <p>
        <a href={link(frame, '/map')}>{words.t('spatial.map_crumb')}</a> ·{' '}
        <a href={link(frame, '/methods/11.2.1')}>{words.t('home.accessMethod')}</a>
      </p>
    </Section>
  )
}
