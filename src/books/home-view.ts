import type { Indicator, Release, Series } from './indicators/figure.ts'
import { labelSeries, referTo, type FigureReference, type LabelledSeries } from './indicators/labelled-series.ts'
import type { ListedRelease } from './indicators/release-view.ts'
import { findRivals, type RivalReason, type Rivalry } from './indicators/rivals.ts'
import { weeklyMeans, type YearOfWeeks } from './indicators/weekly-means.ts'
import { seriesOfProgramme, viewProgramme, type ProgrammeView } from './programme/programme-view.ts'
import type { ProgrammeVersion } from './programme/programme.ts'
import type { Statistics } from './programme/target-indicator-view.ts'
import type { MultilingualText } from './text.ts'

/** The first page of a city: its air, its promises, where sources contradict each other, and what is new. */
export interface HomeView {
  air: AirView | null
  programme: ProgrammeView | null
  /** The widest first, each of another indicator. */
  rivalries: readonly HomeRivalry[]
  /** Newest first. */
  releases: readonly ListedRelease[]
}

/** Years of weekly means, oldest first. */
export interface AirView {
  labelled: LabelledSeries
  years: readonly AirYear[]
  days: number
  lastDay: string
}

export interface AirYear extends YearOfWeeks {
  /** What the year opens: its annual mean, else its last measured day. */
  figure: FigureReference
}

export interface HomeRivalry extends Omit<Rivalry, 'claims'> {
  indicatorName: MultilingualText
  unitName: MultilingualText
  claims: ReadonlyArray<{ labelled: LabelledSeries; reference: FigureReference; compared: number | null }>
}

export interface HomeInput extends Statistics {
  versions: readonly ProgrammeVersion[]
  indicators: readonly Indicator[]
  releases: readonly Release[]
  reasons: readonly RivalReason[]
}

const airIndicator = '11.6.2'
const mostReleases = 4
const mostRivalries = 2

/** The series whose figures the first page needs: chosen ones with their siblings, rivals, and daily air. */
export function seriesOfHome(
  series: readonly Series[],
  { refArea, versions, areas }: Pick<HomeInput, 'refArea' | 'versions' | 'areas'>,
): Series[] {
  const own = series.filter((one) => one.refArea === refArea)
  const contested = own.filter((one) => own.some((other) => other.indicator === one.indicator && other.source !== one.source))
  return [...new Set([...seriesOfProgramme(versions, { refArea, areas, series }), ...contested, ...own.filter(isAir)])]
}

/** Puts the first page together. */
export function assembleHomeView(input: HomeInput): HomeView {
  return {
    air: showAir(input),
    programme: viewProgramme(input.versions, input),
    rivalries: showRivalries(input),
    releases: input.releases.slice(0, mostReleases).map((release) => ({
      release,
      sourceName: release.source === null ? {} : input.labels.source(release.source),
    })),
  }
}

/** The widest contradiction of each indicator; of equal ones the one of the latest period. */
function showRivalries({ refArea, series, figures, indicators, labels, reasons }: HomeInput): HomeRivalry[] {
  const own = series.filter((one) => one.refArea === refArea)
  const contested = findRivals(own, figures, reasons).filter(
    (rivalry) => new Set(rivalry.claims.map((claim) => claim.series.source)).size > 1 && rivalry.ratio !== null && rivalry.ratio > 1,
  )
  const widestFirst = contested.sort((a, b) => (b.ratio ?? 0) - (a.ratio ?? 0) || ((a.timePeriod ?? '') < (b.timePeriod ?? '') ? 1 : -1))
  const ofEach = widestFirst.filter((one, at) => widestFirst.findIndex((other) => other.indicator === one.indicator) === at)
  return ofEach.slice(0, mostRivalries).map((rivalry) => ({
    ...rivalry,
    indicatorName: indicators.find((indicator) => indicator.code === rivalry.indicator)?.name ?? {},
    unitName: labels.code('UNIT_MEASURE', rivalry.unit),
    claims: rivalry.claims.map(({ series: one, figure, compared }) => ({
      labelled: labelSeries(one, labels),
      reference: referTo(one, figure),
      compared,
    })),
  }))
}

/** A series of days about the city's fine particles. */
const isAir = ({ indicator, dimensions }: Series): boolean => indicator === airIndicator && dimensions['FREQ'] === 'D'

function showAir({ refArea, series, figures, labels }: HomeInput): AirView | null {
  const daily = series.find((one) => one.refArea === refArea && isAir(one))
  if (daily === undefined) return null
  const days = (figures.get(daily.id) ?? []).filter((figure) => figure.obsValue !== null)
  const last = days.at(-1)
  if (last === undefined) return null
  const annual = series.find((one) => one.refArea === refArea && isAnnualOf(one, daily))
  const years = weeklyMeans(days.map((figure) => ({ date: figure.timePeriod, value: figure.obsValue })))
  return {
    labelled: labelSeries(daily, labels),
    years: years.map((year) => {
      const mean = annual && (figures.get(annual.id) ?? []).find((figure) => figure.timePeriod === year.year && figure.value !== null)
      const day = days.findLast((figure) => figure.timePeriod.startsWith(year.year)) ?? last
      return { ...year, figure: annual && mean ? referTo(annual, mean) : referTo(daily, day) }
    }),
    days: days.length,
    lastDay: last.timePeriod,
  }
}

/** The same source and substance, without a frequency: its years. */
const isAnnualOf = (one: Series, daily: Series): boolean =>
  one.indicator === daily.indicator &&
  one.source === daily.source &&
  one.unit === daily.unit &&
  one.dimensions['FREQ'] === undefined &&
  one.dimensions['SERIES'] === daily.dimensions['SERIES']
