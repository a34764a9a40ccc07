import type { MultilingualText } from '../text.ts'
import type { Figure, Series } from './figure.ts'

/** Why the figures of several sources for one indicator differ, as far as anybody has said so. */
export interface RivalReason {
  indicator: string
  refArea: string
  /** Sources that the reason is about. */
  sources: readonly string[]
  /** The reason as somebody has published it; null where nobody has. */
  reason: MultilingualText | null
  /** What can be seen from the sources themselves: dates, definitions, places of measurement. */
  known: MultilingualText
  citations: readonly { title: MultilingualText; url: string | null }[]
}

/** One source's figure among its rivals. */
export interface Claim {
  series: Series
  figure: Figure
  /** The value in the unit that the rivals are compared in; null for a disputed figure. */
  compared: number | null
}

/** Figures of several sources for the same thing. */
export interface Rivalry {
  indicator: string
  refArea: string
  dimensions: Readonly<Record<string, string>>
  /** The period that all have in common; null when each gives its latest and the periods differ. */
  timePeriod: string | null
  /** The unit of `compared`. */
  unit: string
  claims: readonly Claim[]
  /** Largest over smallest value; null when fewer than two have one, or the smallest is not above 0. */
  ratio: number | null
  /** null: the reason is not known. */
  reason: RivalReason | null
}

/** Units that are the same thing on another scale. */
const scales: Readonly<Record<string, { unit: string; factor: number }>> = {
  MG_CUB_METER: { unit: 'UG_CUB_METER', factor: 1000 },
}

/**
 * Figures that contradict each other: the same indicator, area and dimensions from another source, by another method
 * or on another boundary. Another unit is another thing: KazStat counts passengers and freight under one number.
 *
 * For every period that at least two of them cover there is one rivalry. Where no period is shared, the latest figures
 * stand side by side and the rivalry has no period. Figures that agree are shown too: agreement is news as well.
 *
 * Source   own method; milligrams are compared as micrograms (1 mg = 1000 µg), nothing else is converted.
 * Missing  a gap has no claim; a disputed figure has one without a compared value.
 */
export function findRivals(
  series: readonly Series[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  reasons: readonly RivalReason[],
): Rivalry[] {
  return [...groupBy(series, subjectOf).values()]
    .filter((rivals) => rivals.length > 1)
    .flatMap((rivals) => {
      const [{ indicator, refArea, unit, dimensions }] = rivals as [Series, ...Series[]]
      const said = rivals.flatMap((one) => (figures.get(one.id) ?? []).filter(saysSomething).map((figure) => ({ series: one, figure })))
      const periods = [...groupBy(said, ({ figure }) => figure.timePeriod)]
        .filter(([, claims]) => claims.length > 1)
        .sort(([a], [b]) => (a < b ? -1 : 1))
      const latest = [...groupBy(said, (one) => one.series.id).values()].flatMap((claims) => claims.slice(-1))
      const tables: Array<[string | null, typeof said]> = periods.length > 0 ? periods : latest.length > 1 ? [[null, latest]] : []
      return tables.map(([timePeriod, claims]): Rivalry => {
        const compared = claims.map(({ series: one, figure }) => ({ series: one, figure, compared: onScale(one.unit, figure.obsValue) }))
        const sources = claims.map((claim) => claim.series.source)
        return {
          indicator,
          refArea,
          dimensions,
          timePeriod,
          unit: scales[unit]?.unit ?? unit,
          claims: compared,
          ratio: ratioOf(compared.flatMap((claim) => (claim.compared === null ? [] : [claim.compared]))),
          reason: findReason(reasons, indicator, refArea, sources),
        }
      })
    })
}

/** The most specific reason that speaks of at least two of the sources. */
function findReason(reasons: readonly RivalReason[], indicator: string, refArea: string, sources: readonly string[]): RivalReason | null {
  const shared = (reason: RivalReason) => reason.sources.filter((source) => sources.includes(source)).length
  return (
    reasons
      .filter((reason) => reason.indicator === indicator && reason.refArea === refArea && shared(reason) > 1)
      .sort((a, b) => shared(b) - shared(a) || a.sources.length - b.sources.length)[0] ?? null
  )
}

const onScale = (unit: string, value: number | null): number | null => (value === null ? null : value * (scales[unit]?.factor ?? 1))

function ratioOf(values: readonly number[]): number | null {
  const smallest = Math.min(...values)
  return values.length > 1 && smallest > 0 ? Math.max(...values) / smallest : null
}

const saysSomething = (figure: Figure): boolean => figure.value !== null || figure.disputed

const subjectOf = ({ indicator, refArea, unit, dimensions }: Series): string => {
  const chosen = Object.entries(dimensions).filter(([, code]) => code !== '' && code !== '_T')
  return JSON.stringify([indicator, refArea, scales[unit]?.unit ?? unit, chosen.sort(([a], [b]) => (a < b ? -1 : 1))])
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
