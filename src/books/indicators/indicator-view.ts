import type { MultilingualText } from '../text.ts'
import { assessSeries, directionOf, yearPoints, type SeriesAssessment } from './assess-series.ts'
import type { Area, Figure, Indicator, Release, Series } from './figure.ts'
import {
  isYear,
  labelSeries,
  latestFigure,
  pickHeadline,
  referTo,
  type FigureReference,
  type LabelledSeries,
  type Labels,
} from './labelled-series.ts'
import { isChosen, type ProgrammeTarget } from './programme-target.ts'
import { championAreaTarget, type ChampionTarget } from './progress/champion-area-target.ts'
import { findReferenceTarget } from './reference-targets.ts'
import type { ListedRelease } from './release-view.ts'
import { findRivals, type RivalReason, type Rivalry } from './rivals.ts'
import { compareSiblings, poolOf, siblingSeries, type SiblingComparison } from './sibling-series.ts'

/** An indicator of the city: one series in full, and everything that stands beside it. */
export interface IndicatorView {
  indicator: Indicator
  areaName: MultilingualText
  /** null when there is no figure for the city. */
  shown: ShownSeries | null
  /** All series of the city for this indicator, the total first. */
  breakdown: readonly BreakdownRow[]
  /** What other sources say of the same thing. */
  rivalries: readonly LabelledRivalry[]
  /** The rivals' own figures by year, in the unit of the rivalry. */
  rivalSeries: readonly RivalSeries[]
  /** The sibling areas in the year of the last value; null when there is nothing to compare with. */
  comparison: SiblingComparison | null
  /** Where the area would stand if it changed like the five best of its siblings; null without a comparison. */
  champion: ChampionTarget | null
  /** Names of the areas in the comparison, by code. */
  areaNames: Readonly<Record<string, MultilingualText>>
  /** The goals of the programme that use the indicator. */
  promises: readonly ProgrammeTarget[]
  /** The releases that brought what is shown, newest first. */
  releases: readonly ListedRelease[]
}

export interface ShownSeries {
  labelled: LabelledSeries
  /** Whole years, for table and chart. */
  years: readonly Figure[]
  /** Months, quarters and days, apart. */
  parts: readonly Figure[]
  latest: FigureReference | null
  assessment: SeriesAssessment
}

export interface BreakdownRow {
  labelled: LabelledSeries
  latest: FigureReference | null
  count: number
  shown: boolean
  /** Whether a target indicator of the programme has picked it. */
  chosen: boolean
}

export interface LabelledRivalry extends Omit<Rivalry, 'claims'> {
  unitName: MultilingualText
  claims: ReadonlyArray<{ labelled: LabelledSeries; figure: Figure; compared: number | null }>
}

export interface RivalSeries {
  labelled: LabelledSeries
  /** By this the values are multiplied to be comparable: 1000 from mg to µg; 1 for the shown series' own unit. */
  factor: number
  years: readonly Figure[]
}

export interface IndicatorViewInput {
  indicator: Indicator
  /** The city's own area. */
  refArea: string
  /** Address of the series to show; null: the headline. */
  address: string | null
  /** All series of the indicator, whatever the area, and their figures. */
  series: readonly Series[]
  figures: ReadonlyMap<string, readonly Figure[]>
  areas: readonly Area[]
  labels: Labels
  targets: readonly ProgrammeTarget[]
  releases: readonly Release[]
  reasons: readonly RivalReason[]
  asOfYear: number
}

/** Puts an indicator's page together; null when the asked series is not one of the city's. */
export function assembleIndicatorView(input: IndicatorViewInput): IndicatorView | null {
  const { indicator, refArea, address, series, figures, labels, targets } = input
  const own = series.filter((one) => one.refArea === refArea)
  const promises = targets.filter((target) => target.indicator.actual?.indicator === indicator.code)
  const promiseFor = (one: Series) => promises.find((target) => isChosen(one, target.indicator.actual)) ?? null
  const headline = pickHeadline(own, figures, (one) => {
    const place = promises.findIndex((target) => isChosen(one, target.indicator.actual))
    return place === -1 ? null : place
  })
  const shown = address === null ? headline : (own.find((one) => one.address === address) ?? null)
  if (address !== null && shown === null) return null

  const drawn = shown === null ? null : showSeries(shown, promiseFor(shown), input)
  const rivalries =
    shown === null
      ? []
      : findRivals(rivalsOf(shown, own), figures, input.reasons).filter(({ claims }) =>
          claims.some(({ series: one }) => one.id === shown.id),
        )
  return {
    indicator,
    areaName: labels.area(refArea),
    shown: drawn?.shown ?? null,
    breakdown: own
      .map((one): BreakdownRow => {
        const latest = latestFigure(figures.get(one.id) ?? [])
        return {
          labelled: labelSeries(one, labels),
          latest: latest && referTo(one, latest),
          count: figures.get(one.id)?.length ?? 0,
          shown: one.id === shown?.id,
          chosen: promiseFor(one) !== null,
        }
      })
      .sort((a, b) => a.labelled.dimensions.length - b.labelled.dimensions.length),
    rivalries: rivalries.map((rivalry) => ({
      ...rivalry,
      unitName: labels.code('UNIT_MEASURE', rivalry.unit),
      claims: rivalry.claims.map((claim) => ({
        labelled: labelSeries(claim.series, labels),
        figure: claim.figure,
        compared: claim.compared,
      })),
    })),
    rivalSeries: shown === null ? [] : rivalsByYear(rivalsOf(shown, own), rivalries, input),
    comparison: drawn?.comparison ?? null,
    champion: drawn?.champion ?? null,
    areaNames: namesOf(drawn?.comparison ?? null, labels),
    promises,
    releases: shown === null ? [] : broughtBy(figures.get(shown.id) ?? [], input),
  }
}

function showSeries(
  series: Series,
  promise: ProgrammeTarget | null,
  input: IndicatorViewInput,
): { shown: ShownSeries; comparison: SiblingComparison | null; champion: ChampionTarget | null } {
  const { figures, areas, asOfYear } = input
  const all = figures.get(series.id) ?? []
  const latest = latestFigure(all)
  const { desired } = directionOf(series, promise)
  const siblings = siblingSeries(series, input.series, areas)
  const comparison = compareSiblings(series, siblings, figures, areas, desired)
  const shown = {
    labelled: labelSeries(series, input.labels),
    years: all.filter((figure) => isYear(figure.timePeriod)),
    parts: all.filter((figure) => !isYear(figure.timePeriod)),
    latest: latest && referTo(series, latest),
    assessment: assessSeries({ series, figures: all, programmeTarget: promise, pool: poolOf(comparison), asOfYear }),
  }
  return { shown, comparison, champion: comparison === null ? null : championOf(shown, siblings, input) }
}

/** After areas that still exist. The target year is the series' own where it lies ahead, else that of the 2030 Agenda. */
function championOf(
  { labelled: { series }, assessment }: ShownSeries,
  siblings: readonly Series[],
  { figures, areas, asOfYear }: IndicatorViewInput,
): ChampionTarget | null {
  const pointsOf = (one: Series) => yearPoints(figures.get(one.id) ?? [])
  const baseline = pointsOf(series).find((point) => point.year >= assessment.baselineYear)
  if (baseline === undefined) return null
  const targetYear = assessment.target !== null && assessment.target.year > asOfYear ? assessment.target.year : agendaYear
  const existing = siblings.filter((one) => (areas.find(({ code }) => code === one.refArea)?.validTo ?? '9999') >= String(asOfYear))
  const changes = existing.map((one) => ({ area: one.refArea, points: pointsOf(one) }))
  return championAreaTarget(changes, assessment.desired, baseline, targetYear, findReferenceTarget(series)?.scale ?? null)
}

const agendaYear = 2030

function namesOf(comparison: SiblingComparison | null, labels: Labels): Record<string, MultilingualText> {
  const codes = comparison === null ? [] : [...Object.keys(comparison.figures), ...comparison.missing]
  return Object.fromEntries(codes.map((code) => [code, labels.area(code)]))
}

/** Series of the same place about the same thing, the shown one first. */
const rivalsOf = (shown: Series, own: readonly Series[]): Series[] => {
  const subject = JSON.stringify(Object.entries(shown.dimensions).sort())
  return [shown, ...own.filter((one) => one.id !== shown.id && JSON.stringify(Object.entries(one.dimensions).sort()) === subject)]
}

/** The rivals by year, those that can be brought to one unit. Series without a claim have nothing to compare. */
function rivalsByYear(rivals: readonly Series[], rivalries: readonly Rivalry[], { figures, labels }: IndicatorViewInput): RivalSeries[] {
  const claims = rivalries.flatMap((rivalry) => rivalry.claims)
  return rivals.flatMap((one): RivalSeries[] => {
    const claim = claims.find(({ series, figure, compared }) => series.id === one.id && compared !== null && figure.obsValue)
    if (claim?.compared == null || !claim.figure.obsValue) return []
    const years = (figures.get(one.id) ?? []).filter((figure) => isYear(figure.timePeriod))
    return [{ labelled: labelSeries(one, labels), factor: claim.compared / claim.figure.obsValue, years }]
  })
}

function broughtBy(figures: readonly Figure[], { releases, labels }: IndicatorViewInput): ListedRelease[] {
  const ids = new Set(figures.map((figure) => figure.releaseId))
  return releases
    .filter((release) => ids.has(release.id))
    .map((release) => ({ release, sourceName: release.source === null ? {} : labels.source(release.source) }))
}
