import type { FC } from 'hono/jsx'
import type { Requirement } from '../../books/indicators/sdg-11/access/explain-official.ts'
import { link, type Frame } from '../frame.ts'
import { shownValue } from '../indicators/shown-value.ts'
import { Facts } from '../parts/facts.tsx'
import { Figure } from '../parts/figure.tsx'
import { Section } from '../parts/section.tsx'
import type { Words } from '../words.ts'
import type { ComputedAccess } from './access-method-view.ts'
import { shareSource } from './official-shares.tsx'
import { shareText } from './share-text.ts'
import { spatialWords } from './spatial-words.ts'

/** What would have to be different for our share to be an official one, one thing at a time. Only a city whose streets are kept can tell. */
export const ExplainOfficialSection: FC<{ frame: Frame; explained: ComputedAccess['explained'] }> = ({ frame, explained }) => {
  const { words } = frame
  if (explained.length === 0)
    return (
      <Section id="explain" title={words.t('spatial.explain_title')}>
        <p class="absent">{words.t('spatial.explain_absent')}</p>
      </Section>
    )
  return (
    <Section id="explain" title={words.t('spatial.explain_title')} aside={<p>{words.t('spatial.explain_lede')}</p>}>
      <div class="stack">
        {explained.map(({ of, explained: { ours, requirements } }) => (
          <div class="stack-s">
            <h3>
              {shareSource(of, words)}, {words.period(of.timePeriod)}:{' '}
              <Figure href={link(frame, of.path)} value={shownValue(words, of.value)} unit="%" />
            </h3>
            <p>{words.t('spatial.explain_ours', { ours: shareText(ours, words) })}</p>
            <Facts facts={requirements.map((one) => [spatialWords(words, `explain_${one.cause}`), sayRequirement(one, words)] as const)} />
          </div>
        ))}
      </div>
    </Section>
  )
}

function sayRequirement(requirement: Requirement, words: Words): string {
  if ('cannot' in requirement) return spatialWords(words, `explain_${requirement.cause}_${requirement.cannot}`)
  const share = shareText(requirement.share, words)
  switch (requirement.cause) {
    case 'walk':
      return words.t('spatial.explain_walk_need', { low: words.number(requirement.lowMetres, 0), high: words.number(requirement.highMetres, 0), share }) // prettier-ignore
    case 'headway':
      return words.t('spatial.explain_headway_need', { minutes: words.number(requirement.minutes, 1), share })
    case 'missing_stops':
      return words.t('spatial.explain_missing_stops_need', { percent: words.number(100 * requirement.stopShare, 0), share })
    case 'people_outside':
    case 'people_inside': {
      const details = { people: words.number(requirement.people, 0), percent: words.number(100 * requirement.shareOfAll, 1) }
      return words.t(`spatial.explain_${requirement.cause}_need`, details)
    }
  }
}
