import type { FC } from 'hono/jsx'
import type { IndicatorView, LabelledRivalry } from '../../books/indicators/indicator-view.ts'
import { link, type Frame } from '../frame.ts'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Picked } from '../parts/picked.tsx'
import { Rivals, type SeriesMark } from '../parts/rivals.tsx'
import { Section } from '../parts/section.tsx'
import { Warn } from '../parts/warn.tsx'
import { sayNumber } from '../progress-words.ts'
import { placeUnit, shownValue } from './shown-value.ts'
import { figurePath, sourceWords, unitWords } from './series-words.ts'

/** What several sources say of the same thing, side by side, with the reason why they differ as far as it is known. */
export const RivalSection: FC<{ frame: Frame; view: IndicatorView }> = ({ frame, view }) => {
  const { words } = frame
  if (view.rivalries.length === 0) return <></>
  return (
    <Section id="rivals" title={words.t('indicator.rivals')} aside={<p>{words.t('indicator.rivalsAside')}</p>}>
      <div class="contradictions">
        {mostTelling(view.rivalries).map((rivalry) => (
          <OneRivalry frame={frame} view={view} rivalry={rivalry} />
        ))}
      </div>
    </Section>
  )
}

/** The last shared period, and the one where the sources are furthest apart: the others stand in the table. */
function mostTelling(rivalries: readonly LabelledRivalry[]): LabelledRivalry[] {
  const last = rivalries.at(-1)
  const widest = rivalries.toSorted((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0))[0]
  return [...new Set([last, widest])].filter((one) => one !== undefined)
}

const OneRivalry: FC<{ frame: Frame; view: IndicatorView; rivalry: LabelledRivalry }> = ({ frame, view, rivalry }) => {
  const { words } = frame
  const markOf = (id: string): SeriesMark => {
    const charted = [view.shown?.labelled.series.id, ...view.rivalSeries.map((one) => one.labelled.series.id)]
    return ([1, 2, 3, 4] as const)[[...new Set(charted)].indexOf(id)] ?? 4
  }
  const period = rivalry.timePeriod
  const unit = words.pick(rivalry.unitName) || rivalry.unit
  return (
    <div class="stack-s">
      <Rivals
        rivals={rivalry.claims.map(({ labelled, figure, compared }) => {
          const published = figure.value === null ? words.t('indicators.disputed') : words.decimal(figure.value)
          const converted = compared !== null && compared !== figure.obsValue
          return {
            href: link(frame, figurePath(labelled.series.address, figure.timePeriod)),
            value: converted ? sayNumber(words, compared) : figure.value === null ? published : shownValue(words, figure.value),
            source: `${sourceWords(labelled, words)}, ${words.period(figure.timePeriod)}`,
            mark: markOf(labelled.series.id),
            ...(figure.value === null
              ? {}
              : placeUnit(
                  ...(converted ? ([rivalry.unit, unit] as const) : ([labelled.series.unit, unitWords(labelled, words)] as const)),
                )),
            ...(converted ? { note: words.t('indicator.rivalPublished', { value: published, unit: unitWords(labelled, words) }) } : {}),
          }
        })}
      />
      {period === null && <p class="fine">{words.t('indicator.rivalsNoPeriod')}</p>}
      {period !== null && rivalry.ratio === 1 && <p>{words.t('indicator.rivalsAgree')}</p>}
      {period !== null && rivalry.ratio !== null && rivalry.ratio > 1 && (
        <Warn>{words.t('indicator.rivalsRatio', { period: words.period(period), ratio: words.number(rivalry.ratio, 2) })}</Warn>
      )}
      {rivalry.ratio !== 1 && <Reason frame={frame} rivalry={rivalry} />}
    </div>
  )
}

const Reason: FC<{ frame: Frame; rivalry: LabelledRivalry }> = ({ frame: { words }, rivalry: { reason } }) => (
  <>
    <p>
      {reason?.reason ? (
        <>
          {words.t('indicator.reason')} <Picked text={reason.reason} words={words} />
        </>
      ) : (
        words.t('indicator.reasonUnknown')
      )}
    </p>
    {reason && words.picked(reason.known) !== null && (
      <p>
        {words.t('indicator.known')} <Picked text={reason.known} words={words} />
      </p>
    )}
    {reason && reason.citations.length > 0 && (
      <ul class="plain fine">
        {reason.citations.map(({ title, url }) => (
          <li>{url === null ? <Picked text={title} words={words} /> : <OutsideLink href={url}>{words.pick(title) || url}</OutsideLink>}</li>
        ))}
      </ul>
    )}
  </>
)
