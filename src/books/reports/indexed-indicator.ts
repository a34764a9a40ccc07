import { directionOf, yearPoints } from '../indicators/assess-series.ts'
import type { CatalogueInput } from '../indicators/catalogue-view.ts'
import { diagnoseSeries, type Diagnosis } from '../indicators/diagnose-series.ts'
import type { Figure, Indicator, Release, Series } from '../indicators/figure.ts'
import { isYear, labelSeries, pickHeadline, type LabelledSeries } from '../indicators/labelled-series.ts'
import { isChosen, type ProgrammeTarget } from '../indicators/programme-target.ts'
import { assessEscap, type EscapAssessed } from '../indicators/progress/escap.ts'
import type { TargetOrigin } from '../indicators/progress/assess-progress.ts'
import { championAreaTarget } from '../indicators/progress/champion-area-target.ts'
import { cautionsBetween, type Caution } from '../indicators/progress/series-flag.ts'
import { notAssessed, settle, type Desired, type NotAssessed, type Point } from '../indicators/progress/trajectory.ts'
import { findReferenceTarget, targetFromRule } from '../indicators/reference-targets.ts'
import { siblingSeries } from '../indicators/sibling-series.ts'
import { reportFigure, type ReportedFigure } from './reported-figure.ts'

/** An indicator with ESCAP's two indices, by the one series that stands for it. */
export interface IndexedIndicator {
  indicator: Pick<Indicator, 'code' | 'name' | 'sdgGoal' | 'globalName'>
  labelled: LabelledSeries
  desired: Desired | null
  /** The figure of the baseline year; null where that year has none and is estimated. */
  baseline: ReportedFigure | null
  latest: ReportedFigure
  target: (Point & { origin: TargetOrigin }) | null
  judgement: EscapAssessed | NotAssessed
  /** Both from −10 to 10; null where the method does not judge. */
  current: number | null
  anticipated: number | null
  /** Breaks and outliers between baseline and latest value. */
  cautions: readonly Caution[]
  /** All its years, oldest first. */
  years: readonly ReportedFigure[]
  /** What looks wrong with the series, for its chart. */
  diagnoses: readonly Diagnosis[]
}

export interface IndexInput extends CatalogueInput {
  releases: readonly Release[]
}

const agenda = { baselineYear: 2015, targetYear: 2030 }

/** An index counts no further than this on either side: one runaway series would carry the mean of a goal. Our own limit. */
export const indexLimit = 10

/**
 * Current Status Index and anticipated index of an indicator, as ESCAP computes them.
 *
 *     current      CS, cut at ±10
 *     anticipated  10 − P / 10, cut at ±10; P the gap in percent expected in the target year
 *
 * The target is the programme's where its year is still to come; else that of the 2030 Agenda; else what the area would reach if it changed
 * like the five best of its siblings; it is always said whose it is.
 *
 * Source   ESCAP, progress assessment methodology (`progress/escap.ts`); the limit of ±10 is ours.
 * Units    10 is the target, 0 the baseline.
 * Missing  null: the city has no yearly value.
 */
export function indexIndicator(indicator: Indicator, input: IndexInput): IndexedIndicator | null {
  const { refArea, figures, labels, targets, releases, asOfYear } = input
  const own = input.series.filter((one) => one.indicator === indicator.code && one.refArea === refArea)
  const promises = targets.filter((one) => one.indicator.actual?.indicator === indicator.code)
  const series = pickHeadline(own, figures, (one) => {
    const place = promises.findIndex((promise) => isChosen(one, promise.indicator.actual))
    return place === -1 ? null : place
  })
  if (series === null) return null
  const years = (figures.get(series.id) ?? []).filter(({ timePeriod }) => isYear(timePeriod) && Number(timePeriod) <= asOfYear)
  const points = yearPoints(years)
  const last = years.findLast(({ obsValue }) => obsValue !== null)
  if (last === undefined) return null

  const promise = promises.find((one) => isChosen(series, one.indicator.actual)) ?? null
  const { desired } = directionOf(series, promise)
  const scale = findReferenceTarget(series)?.scale ?? null
  const { target, baselineYear } = targetOf(series, promise, points, input)
  const judgement = desired === null ? notAssessed('no_direction') : assessEscap({ points, desired, baselineYear, target, scale })
  const flags = diagnoseSeries(points.map(({ year, value }) => ({ timePeriod: String(year), obsValue: value })))
  const told = (figure: Figure | undefined) => (figure === undefined ? null : reportFigure(series, figure, releases))
  return {
    indicator: { code: indicator.code, name: indicator.name, sdgGoal: indicator.sdgGoal, globalName: indicator.globalName },
    labelled: labelSeries(series, labels),
    diagnoses: flags,
    years: years.map((figure) => reportFigure(series, figure, releases)),
    desired,
    baseline: told(years.find(({ timePeriod, obsValue }) => Number(timePeriod) === baselineYear && obsValue !== null)),
    latest: reportFigure(series, last, releases),
    target,
    judgement,
    current: judgement.kind === 'assessed' && judgement.currentStatusIndex !== null ? cut(judgement.currentStatusIndex) : null,
    anticipated: judgement.kind === 'assessed' && judgement.gapPercent !== null ? cut(settle(10 - judgement.gapPercent / 10)) : null,
    cautions: cautionsBetween(
      flags.map(({ kind, timePeriod, unitFactor }) => ({ kind: unitFactor === null ? kind : 'unit_change', timePeriod })),
      baselineYear,
      Number(last.timePeriod),
    ),
  }
}

const cut = (index: number): number => Math.max(-indexLimit, Math.min(indexLimit, index))

function targetOf(
  series: Series,
  promise: ProgrammeTarget | null,
  points: readonly Point[],
  { asOfYear, areas, series: all, figures }: IndexInput,
): { target: IndexedIndicator['target']; baselineYear: number } {
  const promised = promise?.indicator.targets.toSorted((a, b) => a.year - b.year).at(-1)
  if (promised !== undefined && promised.year >= asOfYear)
    return {
      target: { year: promised.year, value: Number(promised.value), origin: 'programme' },
      baselineYear: promise?.baselineYear ?? agenda.baselineYear,
    }
  const { baselineYear } = agenda
  const reference = findReferenceTarget(series)
  const stated = reference === null ? null : targetFromRule(reference.rule, reference.year, points, baselineYear)
  if (reference !== null && stated !== null) return { target: { ...stated, origin: reference.origin }, baselineYear }
  const first = points.find(({ year }) => year >= baselineYear)
  if (first === undefined) return { target: null, baselineYear }
  const changes = siblingSeries(series, all, areas)
    .filter((one) => (areas.find(({ code }) => code === one.refArea)?.validTo ?? '9999') >= String(asOfYear))
    .map((one) => ({ area: one.refArea, points: yearPoints(figures.get(one.id) ?? []) }))
  const { desired } = directionOf(series, promise)
  const champion = championAreaTarget(changes, desired, first, agenda.targetYear, reference?.scale ?? null)
  return { target: champion.kind === 'found' ? { ...champion.target, origin: 'champion_area' } : null, baselineYear }
}
