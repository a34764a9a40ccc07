import type { Figure, Indicator, Observation, Release } from './figure.ts'
import { isYear, referTo, type FigureReference, type LabelledSeries } from './labelled-series.ts'

/** One figure opened: down to the release, the file and the row that brought it. */
export interface FigureView {
  indicator: Indicator
  labelled: LabelledSeries
  timePeriod: string
  /** What is in force; null when all that was ever said about the period has been withdrawn. */
  figure: Figure | null
  /** Every value in force with its evidence; more than one when they contradict each other. */
  claims: readonly Claim[]
  /** Everything any release said about this figure, newest first. */
  history: readonly HistoryEntry[]
  /** The neighbouring periods of the same series: years beside years, months beside months. */
  before: FigureReference | null
  after: FigureReference | null
}

/** A value with the release that brought it and the fingerprint of the file it stood in. */
export interface Claim {
  observation: Observation
  release: Release
  /** SHA-256 of the file; null when the value came from no file. */
  sha256: string | null
}

export interface HistoryEntry {
  claim: Claim
  standing: 'in_force' | 'superseded' | 'withdrawn'
  /** Number of the release that took its place; null when in force or withdrawn. */
  replacedBy: number | null
}

export interface FigureViewInput {
  indicator: Indicator
  labelled: LabelledSeries
  timePeriod: string
  figures: readonly Figure[]
  /** As the record gives it: oldest release first, withdrawn ones too. */
  history: readonly { observation: Observation; release: Release }[]
  asOf: Date
}

/** Puts together what a figure's page says. null when nobody ever said anything about the period. */
export function openFigure({ indicator, labelled, timePeriod, figures, history, asOf }: FigureViewInput): FigureView | null {
  const alike = figures.filter((figure) => isYear(figure.timePeriod) === isYear(timePeriod))
  const index = alike.findIndex((figure) => figure.timePeriod === timePeriod)
  const figure = alike[index] ?? null
  const known = history.filter(({ release }) => happened(release.publishedAt, asOf))
  if (known.length === 0) return null

  const neighbour = (at: number) => {
    const other = index < 0 ? undefined : alike[at]
    return other === undefined ? null : referTo(labelled.series, other)
  }
  const entries = known.map(({ observation, release }, at): HistoryEntry => {
    const standing = happened(release.withdrawnAt, asOf) ? 'withdrawn' : release.id === figure?.releaseId ? 'in_force' : 'superseded'
    const next = known.slice(at).find((later) => later.release.id !== release.id && !happened(later.release.withdrawnAt, asOf))
    return {
      claim: { observation, release, sha256: hashOf(release, observation) },
      standing,
      replacedBy: standing === 'superseded' ? (next?.release.number ?? null) : null,
    }
  })
  return {
    indicator,
    labelled,
    timePeriod,
    figure,
    claims: entries.filter((entry) => entry.standing === 'in_force').map((entry) => entry.claim),
    history: entries.reverse(),
    before: neighbour(index - 1),
    after: neighbour(index + 1),
  }
}

const happened = (moment: string | null, asOf: Date): boolean => moment !== null && Date.parse(moment) <= asOf.getTime()

const hashOf = (release: Release, observation: Observation): string | null =>
  release.files.find((file) => file.path === observation.origin?.file)?.sha256 ?? null
