import type { FC } from 'hono/jsx'
import type { Interval } from '../../books/indicators/sdg-11/spatial-result.ts'
import type { InputErrors } from '../../books/indicators/sdg-11/sureness/sureness.ts'
import type { Frame } from '../frame.ts'
import { Section } from '../parts/section.tsx'
import { shareText } from './share-text.ts'

/** How sure the figure is, and what was taken for granted to say so. */
export const SurenessSection: FC<{ frame: Frame; interval: Interval; errors: InputErrors }> = ({ frame: { words }, interval, errors }) => (
  <Section id="sureness" title={words.t('spatial.sureness_title')}>
    <div class="stack">
      <p>
        {words.t('spatial.sureness_text', {
          draws: words.number(interval.draws),
          position: words.number(errors.positionSd),
          missing: words.number(100 * errors.missingShare),
          population: words.number(errors.populationSd, 2),
          level: words.number(100 * interval.level),
          low: shareText(interval.low, words),
          high: shareText(interval.high, words),
        })}
      </p>
      <p>{words.t('spatial.sureness_upper')}</p>
      <p>{words.t('spatial.sureness_limits')}</p>
    </div>
  </Section>
)
