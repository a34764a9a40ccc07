import { assessSeries, progressState, type ProgressState, type SeriesAssessment } from '../indicators/assess-series.ts'
import type { Area, Figure, Series } from '../indicators/figure.ts'
import {
  isYear,
  labelSeries,
  latestFigure,
  referTo,
  type FigureReference,
  type LabelledSeries,
  type Labels,
} from '../indicators/labelled-series.ts'
import { isChosen, programmeTargets, type ProgrammeTarget } from '../indicators/programme-target.ts'
import { compareSiblings, poolOf, siblingSeries } from '../indicators/sibling-series.ts'
import type { MultilingualText } from '../text.ts'
import type { Citation, ProgrammeVersion, TargetIndicator, YearValue } from './programme.ts'

/** A target indicator: what was promised, what was measured, and where that leaves it. */
export interface TargetIndicatorView {
  indicator: TargetIndicator
  unitName: MultilingualText
  /** The last target, by which the programme is judged; null where the sources name none. */
  target: YearValue | null
  /** Promised and measured, year by year, from the baseline on. */
  years: readonly YearRow[]
  actual: ActualView | null
  state: ProgressState
  citations: readonly Citation[]
}

export interface YearRow {
  year: number
  /** The programme's baseline for the year. */
  baseline: string | null
  target: string | null
  actual: FigureReference | null
}

/** The chosen series, where it has figures. */
export interface ActualView {
  labelled: LabelledSeries
  first: FigureReference | null
  latest: FigureReference
  /** One value a year for the small chart; a missing year is null. */
  course: ReadonlyArray<number | null>
  /** What the statistics say for the programme's baseline year. */
  inBaselineYear: FigureReference | null
  assessment: SeriesAssessment
}

/** What the view is made from: the city's series and figures, those of sibling areas included. */
export interface Statistics {
  refArea: string
  areas: readonly Area[]
  labels: Labels
  series: readonly Series[]
  figures: ReadonlyMap<string, readonly Figure[]>
  asOfYear: number
}

/** The series that a version needs: those it has chosen, with their siblings for comparison. */
export function seriesOfVersion(
  version: ProgrammeVersion,
  { refArea, areas, series }: Pick<Statistics, 'refArea' | 'areas' | 'series'>,
): Series[] {
  const choices = programmeTargets([version]).map((target) => target.indicator.actual)
  const chosen = series.filter((one) => one.refArea === refArea && choices.some((choice) => isChosen(one, choice)))
  return [...new Set(chosen.flatMap((one) => siblingSeries(one, series, areas)))]
}

/** All target indicators of a version by id. */
export function viewTargetIndicators(version: ProgrammeVersion, statistics: Statistics): Map<string, TargetIndicatorView> {
  return new Map(programmeTargets([version]).map((target) => [target.indicator.id, viewTargetIndicator(target, version, statistics)]))
}

function viewTargetIndicator(target: ProgrammeTarget, version: ProgrammeVersion, statistics: Statistics): TargetIndicatorView {
  const { indicator } = target
  const chosen = statistics.series.find((one) => one.refArea === statistics.refArea && isChosen(one, indicator.actual)) ?? null
  const figures = chosen === null ? [] : (statistics.figures.get(chosen.id) ?? [])
  const actual = chosen === null ? null : viewActual(target, chosen, figures, statistics)
  return {
    indicator,
    unitName: statistics.labels.code('UNIT_MEASURE', indicator.unit),
    target: indicator.targets.at(-1) ?? null,
    years:
      chosen === null
        ? rowsOf(target, [])
        : rowsOf(
            target,
            figures.map((figure) => referTo(chosen, figure)),
          ),
    actual,
    state: actual === null ? 'none' : progressState(actual.assessment.progress),
    citations: version.sources.filter(({ id }) => indicator.sources.includes(id)),
  }
}

function viewActual(target: ProgrammeTarget, series: Series, figures: readonly Figure[], statistics: Statistics): ActualView | null {
  const { areas, labels, asOfYear } = statistics
  const latest = latestFigure(figures)
  if (latest === null) return null

  const siblings = siblingSeries(series, statistics.series, areas)
  const pool = poolOf(compareSiblings(series, siblings, statistics.figures, areas, target.indicator.desired))
  const assessment = assessSeries({ series, figures, programmeTarget: target, pool, asOfYear })
  const years = figures.filter((figure) => isYear(figure.timePeriod))
  const first = years.find((figure) => figure.value !== null && Number(figure.timePeriod) >= assessment.baselineYear)
  const inBaselineYear = years.find((figure) => Number(figure.timePeriod) === (target.baselineYear ?? assessment.baselineYear))
  return {
    labelled: labelSeries(series, labels),
    first: first === undefined || first === latest ? null : referTo(series, first),
    latest: referTo(series, latest),
    course: courseOf(years),
    inBaselineYear: inBaselineYear === undefined ? null : referTo(series, inBaselineYear),
    assessment,
  }
}

/** Every year that has a baseline, a target or a figure; figures before the baseline year are left to the indicator's own page. */
function rowsOf({ indicator, baselineYear }: ProgrammeTarget, figures: readonly FigureReference[]): YearRow[] {
  const told = figures.filter(({ timePeriod }) => isYear(timePeriod) && Number(timePeriod) >= (baselineYear ?? 0))
  const years = new Set([...indicator.targets.map(({ year }) => year), ...told.map(({ timePeriod }) => Number(timePeriod))])
  if (indicator.baseline) years.add(indicator.baseline.year)
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      year,
      baseline: indicator.baseline?.year === year ? indicator.baseline.value : null,
      target: indicator.targets.find((one) => one.year === year)?.value ?? null,
      actual: told.find(({ timePeriod }) => Number(timePeriod) === year) ?? null,
    }))
}

function courseOf(years: readonly Figure[]): Array<number | null> {
  const values = new Map(years.map((figure) => [Number(figure.timePeriod), figure.obsValue]))
  const [first, last] = [Math.min(...values.keys()), Math.max(...values.keys())]
  return values.size === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => values.get(first + at) ?? null)
}
