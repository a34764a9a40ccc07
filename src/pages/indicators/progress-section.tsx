import type { Child, FC } from 'hono/jsx'
import type { SeriesAssessment } from '../../books/indicators/assess-series.ts'
import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import type { ProgressOver, ProgressUnderWay } from '../../books/indicators/progress/assess-progress.ts'
import { methods } from '../../books/indicators/progress/fold-status.ts'
import { link, type Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Status } from '../parts/status.tsx'
import { Warn } from '../parts/warn.tsx'
import { sayAgreement, sayCaution, sayNumber, saySensitivity } from '../progress-words.ts'
import { explainJudgement, numbersOf, type Numbers } from './explain-judgement.tsx'
import { glyphOf } from './progress-badge.tsx'
import { goalPath } from '../programme/programme-words.ts'
import { RichMessage } from './rich-message.tsx'

/** The same series by four methods, why they differ, and what everything rests on. */
export const ProgressSection: FC<{ frame: Frame; view: IndicatorView; shown: ShownSeries }> = ({ frame, view, shown }) => {
  const { words } = frame
  const { assessment } = shown
  const { progress } = assessment
  const numbers = numbersOf(frame, shown)
  if (shown.years.length === 0) {
    return (
      <Section id="progress" title={words.t('progress.title')}>
        <p class="absent">{words.t('progress.noneJudge')}</p>
      </Section>
    )
  }
  return (
    <Section id="progress" title={words.t('progress.title')} aside={<Grounds frame={frame} assessment={assessment} numbers={numbers} />}>
      <div class="stack">
        <Cautions frame={frame} assessment={assessment} />
        {progress.kind === 'over' ? (
          <Outcome frame={frame} progress={progress} assessment={assessment} numbers={numbers} />
        ) : (
          <Methods frame={frame} progress={progress} numbers={numbers} />
        )}
        {view.promises
          .filter(({ indicator }) => indicator.targets.length === 0 && indicator.id === assessment.programmeTarget?.indicator.id)
          .map((promise) => (
            <p class="absent">
              {words.t('indicator.promisedNoTarget', { goal: `${promise.goal.number} ${words.pick(promise.indicator.name)}`.trim() })}
            </p>
          ))}
      </div>
    </Section>
  )
}

/** Direction, baseline and target, each with who said so. */
const Grounds: FC<{ frame: Frame; assessment: SeriesAssessment; numbers: Numbers }> = ({ frame, assessment, numbers }) => {
  const { words } = frame
  const { desired, desiredOrigin, target, targetOrigin, statedBaseline, baselineYear, programmeTarget } = assessment
  return (
    <>
      <p>
        {words.t(`progress.direction_${desired ?? 'none'}`)}
        {desiredOrigin && ` (${words.t(`progress.directionOrigin_${desiredOrigin}`)})`}.
      </p>
      <p>{words.t('indicator.baselineYear', { year: String(baselineYear) })}</p>
      {target === null ? (
        <p>{words.t('progress.noTarget')}.</p>
      ) : (
        <p>
          <RichMessage
            words={words}
            message="progress.target"
            parts={{ value: numbers.target(target) }}
            plain={{ year: String(target.year) }}
          />
          {targetOrigin && ` — ${words.t(`progress.origin_${targetOrigin}`)}`}.
        </p>
      )}
      {programmeTarget && (
        <p>
          <a href={link(frame, goalPath(programmeTarget.goal))}>
            {programmeTarget.goal.number} <Picked text={programmeTarget.goal.title} words={words} />
          </a>
        </p>
      )}
      {statedBaseline && numbers.differs(statedBaseline) && (
        <p>
          <RichMessage
            words={words}
            message="progress.statedBaselineDiffers"
            parts={{ stated: words.decimal(statedBaseline.value), found: numbers.ofYear(statedBaseline.year) }}
            plain={{ year: String(statedBaseline.year) }}
          />
        </p>
      )}
    </>
  )
}

const Cautions: FC<{ frame: Frame; assessment: SeriesAssessment }> = ({ frame: { words }, assessment: { progress } }) => (
  <>
    {progress.cautions.map((caution) => (
      <Warn>{sayCaution(words, caution)}</Warn>
    ))}
  </>
)

const Methods: FC<{ frame: Frame; progress: ProgressUnderWay; numbers: Numbers }> = ({ frame, progress, numbers }) => {
  const { words } = frame
  const { judgements, statuses, status, sensitivity } = progress
  const judging = methods.filter((method) => statuses[method] !== 'none').length
  return (
    <>
      <table class="methods stackable">
        <thead>
          <tr>
            <th scope="col">{words.t('progress.method')}</th>
            <th scope="col">{words.t('progress.judgement')}</th>
            <th scope="col">{words.t('progress.why')}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map((method) => {
            const judgement = judgements[method]
            return (
              <tr>
                <th scope="row">
                  <a href={link(frame, `/methods#${method}`)}>{words.t(`progress.method_${method}`)}</a>
                </th>
                <td>
                  <Status
                    kind={glyphOf[statuses[method]]}
                    words={
                      judgement.kind === 'assessed' ? words.t(`progress.category_${judgement.category}`) : words.t('progress.status_none')
                    }
                  />
                </td>
                <td>
                  {judgement.kind === 'not_assessed'
                    ? words.t(`progress.reason_${judgement.reason}`)
                    : explainJudgement(method, judgements, numbers, words)}
                  {method === 'minMax' && <p class="fine">{words.t('progress.minMaxOwn')}</p>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {status === null ? (
        <div class="stack-s">
          <Warn>{words.t('progress.status_disagree')}.</Warn>
          <ul class="plain">
            {sayAgreement(words, progress).map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p>{sayAgreement(words, progress)}</p>
      )}
      {judging > 0 && (
        <div class="stack-s">
          <h3>{words.t('progress.sensitivity')}</h3>
          {sensitivity.length === 0 && <p>{words.t('progress.sensitivityNone')}</p>}
          <ul class="plain">
            {sensitivity.map((one) => (
              <li>{saySensitivity(words, one)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** After the target year nothing is anticipated: the outcome, and what came later. */
const Outcome: FC<{ frame: Frame; progress: ProgressOver; assessment: SeriesAssessment; numbers: Numbers }> = ({
  frame,
  progress,
  assessment,
  numbers,
}) => {
  const { words } = frame
  const { outcome } = progress
  const { target, laterValues } = outcome
  const year = String(target.year)
  const known = { target: numbers.target(target) }
  const kind = outcome.kind === 'reached' ? 'on' : outcome.kind === 'missed' ? 'reverse' : 'none'
  return (
    <>
      <p>
        <Status
          kind={kind}
          words={words.t(`progress.status_${outcome.kind === 'reached' || outcome.kind === 'missed' ? outcome.kind : 'none'}`)}
        />
      </p>
      <p>{sentence()}</p>
      {outcome.kind === 'no_value' && outcome.lastBefore && (
        <p>
          <RichMessage
            words={words}
            message="progress.lastBefore"
            parts={{ value: numbers.ofYear(outcome.lastBefore.year) }}
            plain={{ year: String(outcome.lastBefore.year) }}
          />
        </p>
      )}
      {laterValues.length === 0 ? (
        <p>{words.t('progress.noLaterValues')}</p>
      ) : (
        <p>
          <RichMessage words={words} message="progress.laterValues" parts={{ values: later() }} plain={{ year }} />
        </p>
      )}
      <p class="fine">{words.t('progress.nothingAnticipated')}</p>
    </>
  )

  function sentence(): Child {
    if (outcome.kind === 'no_value') return <RichMessage words={words} message="progress.outcome_no_value" parts={known} plain={{ year }} />
    if (outcome.kind === 'disputed') {
      const values = outcome.values.map((value) => sayNumber(words, value)).join('; ')
      return <RichMessage words={words} message="progress.outcome_disputed" parts={known} plain={{ year, values }} />
    }
    const parts = { ...known, value: numbers.ofYear(target.year) }
    if (outcome.kind !== 'missed')
      return <RichMessage words={words} message={`progress.outcome_${outcome.kind}`} parts={parts} plain={{ year }} />
    const message = assessment.desired === 'decrease' ? 'progress.outcome_missedAbove' : 'progress.outcome_missed'
    return <RichMessage words={words} message={message} parts={parts} plain={{ year, by: sayNumber(words, outcome.by) }} />
  }

  function later(): Child {
    return laterValues.map((point, at) => (
      <>
        {at > 0 && '; '}
        {numbers.ofYear(point.year)} ({point.year})
      </>
    ))
  }
}
