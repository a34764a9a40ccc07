import type { Child } from 'hono/jsx'
import type { ShownSeries } from '../../books/indicators/indicator-view.ts'
import { referTo } from '../../books/indicators/labelled-series.ts'
import type { Judgements, Method } from '../../books/indicators/progress/fold-status.ts'
import type { Point } from '../../books/indicators/progress/trajectory.ts'
import { link, type Frame } from '../frame.ts'
import { Figure } from '../parts/figure.tsx'
import { sayNumber } from '../progress-words.ts'
import type { MessageArguments, MessageKey, Words } from '../words.ts'
import { FigureLink } from './figure-link.tsx'
import { goalPath } from '../programme/programme-words.ts'
import { RichMessage } from './rich-message.tsx'

/** How the numbers of a judgement are shown: published ones open to their page, computed ones to their method. */
export interface Numbers {
  /** The published value of a year; "no value" when there is none. */
  ofYear(year: number): Child
  /** A value of the series that a method used: published, or estimated by the method. */
  point(point: Point, method: Method): Child
  target(target: Point): Child
  /** Four significant digits unless told how many decimals. */
  computed(value: number, method: Method, digits?: number): Child
  /** Whether the programme's baseline is another number than the published one of its year. */
  differs(stated: { year: number; value: string }): boolean
}

export function numbersOf(frame: Frame, { labelled, years, assessment }: ShownSeries): Numbers {
  const { words } = frame
  const figureOf = (year: number) => years.find((figure) => figure.timePeriod === String(year))
  const numbers: Numbers = {
    ofYear(year) {
      const figure = figureOf(year)
      return figure === undefined ? words.t('common.noValue') : <FigureLink frame={frame} figure={referTo(labelled.series, figure)} />
    },
    point: ({ year, value }, method) => (figureOf(year)?.obsValue === value ? numbers.ofYear(year) : numbers.computed(value, method)),
    target({ value }) {
      const { programmeTarget, targetText } = assessment
      const text = targetText === null ? sayNumber(words, value) : words.decimal(targetText)
      const path = programmeTarget === null || targetText === null ? '/methods#targets' : goalPath(programmeTarget.goal)
      return <Figure href={link(frame, path)} value={text} />
    },
    computed: (value, method, digits) => (
      <Figure
        href={link(frame, `/methods#${method}`)}
        value={digits === undefined ? sayNumber(words, value) : words.number(value, digits)}
      />
    ),
    differs(stated) {
      const figure = figureOf(stated.year)
      return figure?.obsValue != null && figure.obsValue !== Number(stated.value)
    },
  }
  return numbers
}

type Elements = Readonly<Record<string, Child>>

/** One or two sentences: from what to what, and how that compares with what is needed. */
export function explainJudgement(method: Method, judgements: Judgements, numbers: Numbers, words: Words): Child {
  const judgement = judgements[method]
  if (judgement.kind === 'not_assessed') return words.t(`progress.reason_${judgement.reason}`)
  const { latest, metNow } = judgement
  const target = 'target' in judgement ? judgement.target : null
  const say = (message: MessageKey, parts: Elements, plain: MessageArguments = {}) => (
    <RichMessage words={words} message={message} parts={parts} plain={plain} />
  )
  const latestParts = { latest: numbers.point(latest, method) }
  const latestPlain = { latestYear: String(latest.year) }

  if (method !== 'minMax' && metNow && target !== null)
    return say('progress.explain_metNow', { ...latestParts, target: numbers.target(target) }, latestPlain)
  if (method === 'minMax' && judgements.minMax.kind === 'assessed') {
    const { score, areas, worst, best, pace } = judgements.minMax
    const computed = (value: number) => numbers.computed(value, method)
    return (
      <>
        {say(
          'progress.explain_minMax',
          { score: numbers.computed(score, method, 0), worst: computed(worst), best: computed(best) },
          { areas },
        )}
        {pace !== null && <> {say('progress.explain_pace', { pace: numbers.computed(pace * 100, method, 0) })}</>}
      </>
    )
  }
  const { baseline } = judgement
  if (baseline === null)
    return say('progress.explain_metNow', { ...latestParts, target: target ? numbers.target(target) : '' }, latestPlain)
  const parts = { ...latestParts, baseline: numbers.point(baseline, method) }
  const plain = { ...latestPlain, baselineYear: String(baseline.year) }

  if (method === 'escap' && judgements.escap.kind === 'assessed') {
    const { anticipated, gapPercent, currentStatusIndex, baselineEstimated } = judgements.escap
    if (anticipated === null || gapPercent === null || currentStatusIndex === null) return say('progress.explain_lost', parts, plain)
    return (
      <>
        {say(
          'progress.explain_escap',
          {
            ...parts,
            index: numbers.computed(currentStatusIndex, method, 1),
            expected: numbers.computed(anticipated.value, method),
            gap: numbers.computed(gapPercent, method, 0),
          },
          { ...plain, targetYear: String(anticipated.year) },
        )}
        {baselineEstimated && <> {words.t('progress.baselineEstimated', { year: String(baseline.year) })}</>}
      </>
    )
  }
  if (method === 'openSdg' && judgements.openSdg.kind === 'assessed') {
    const { observedGrowth, requiredGrowth, zeroReplaced } = judgements.openSdg
    const growth = (share: number) => numbers.computed(share * 100, method, 2)
    return (
      <>
        {requiredGrowth === null
          ? say('progress.explain_growth', { ...parts, observed: growth(observedGrowth ?? 0) }, plain)
          : say(
              'progress.explain_growthNeeded',
              { ...parts, observed: growth(observedGrowth ?? 0), required: growth(requiredGrowth) },
              plain,
            )}
        {zeroReplaced && <> {words.t('progress.zeroReplaced')}</>}
      </>
    )
  }
  if (judgements.unsd.kind !== 'assessed') return null
  const { nearlyMet, observedGrowth, expected, share } = judgements.unsd
  if (nearlyMet && target !== null)
    return say('progress.explain_nearlyMet', { ...latestParts, target: numbers.target(target) }, latestPlain)
  const observed = numbers.computed((observedGrowth ?? 0) * 100, method, 2)
  if (expected === null || share === null) return say('progress.explain_growth', { ...parts, observed }, plain)
  return say(
    'progress.explain_share',
    {
      observed,
      expected: numbers.computed(expected.value, method),
      share: numbers.computed(share * 100, method, 0),
    },
    { targetYear: String(expected.year) },
  )
}
