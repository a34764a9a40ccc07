import type { Figure, Release, Series } from '../indicators/figure.ts'
import { isYear } from '../indicators/labelled-series.ts'
import type { MultilingualText } from '../text.ts'
import type { IndexedIndicator, IndexInput } from './indexed-indicator.ts'
import { reportFigure, type ReportedFigure } from './reported-figure.ts'

/** The part of the people for whom an indicator is worst, against everybody. */
export interface LeftBehind {
  one: IndexedIndicator
  /** The dimension that cuts, and the code of the part: `SEX`, `F`. */
  dimension: string
  code: string
  /** What the list of codes calls it. */
  name: MultilingualText
  part: ReportedFigure
  total: ReportedFigure
  /** How many times worse the part is than the whole; above 1. */
  ratio: number
}

/** What people differ by; a district or a product is nobody who is left behind. */
const peoplesDimensions = ['SEX', 'AGE', 'URBANISATION', 'INCOME_WEALTH_QUANTILE', 'EDUCATION_LEV', 'OCCUPATION', 'DISABILITY_STATUS']

/**
 * Who is left behind: for each indicator with a desired direction the worst part of the people, furthest first.
 *
 *     ratio = part / whole       where less is better
 *     ratio = whole / part       where more is better
 *
 * Source   2030 Agenda, "leave no one behind"; the ratio is our own simple measure.
 * Shape    series that differ from the headline by one dimension of people; the last year that both have.
 * Missing  indicators without such a series, without a direction, or with a value that is not above 0 are left out.
 */
export function findLeftBehind(all: readonly IndexedIndicator[], input: IndexInput): LeftBehind[] {
  return all.flatMap((one) => worstPart(one, input) ?? []).toSorted((a, b) => b.ratio - a.ratio)
}

function worstPart(one: IndexedIndicator, { series, figures, releases, labels }: IndexInput): LeftBehind | null {
  if (one.desired === null) return null
  const headline = one.labelled.series
  const whole = yearsOf(figures.get(headline.id) ?? [])
  const parts = series.flatMap((part): LeftBehind[] => {
    const cut = cutOf(part, headline)
    if (cut === null) return []
    const years = yearsOf(figures.get(part.id) ?? [])
    const year = [...years.keys()].filter((period) => whole.has(period)).at(-1)
    const [figure, total] = [years.get(year ?? ''), whole.get(year ?? '')]
    if (figure === undefined || total === undefined) return []
    return [comparedWith(one, part, { ...cut, name: labels.code(cut.dimension, cut.code) }, figure, total, releases)]
  })
  return parts.filter(({ ratio }) => ratio > 1).toSorted((a, b) => b.ratio - a.ratio || (a.code < b.code ? -1 : 1))[0] ?? null
}

function comparedWith(
  one: IndexedIndicator,
  part: Series,
  cut: Pick<LeftBehind, 'dimension' | 'code' | 'name'>,
  figure: Figure,
  total: Figure,
  releases: readonly Release[],
): LeftBehind {
  const [value, all] = [figure.obsValue ?? 0, total.obsValue ?? 0]
  return {
    ...{ one, ...cut },
    part: reportFigure(part, figure, releases),
    total: reportFigure(one.labelled.series, total, releases),
    ratio: one.desired === 'decrease' ? value / all : all / value,
  }
}

/** The one dimension by which a series is a part of another; null: it is none. */
function cutOf(part: Series, whole: Series): { dimension: string; code: string } | null {
  const isAlike = (['indicator', 'refArea', 'source', 'method', 'boundary', 'unit'] as const).every((key) => part[key] === whole[key])
  const more = Object.entries(part.dimensions).filter(([dimension, code]) => whole.dimensions[dimension] !== code)
  const [cut] = more
  const isOneMore = more.length === 1 && Object.keys(part.dimensions).length === Object.keys(whole.dimensions).length + 1
  return isAlike && isOneMore && cut !== undefined && peoplesDimensions.includes(cut[0]) ? { dimension: cut[0], code: cut[1] } : null
}

/** Values above 0 by year, in order. */
const yearsOf = (figures: readonly Figure[]): Map<string, Figure> =>
  new Map(
    figures.flatMap((figure): Array<[string, Figure]> =>
      isYear(figure.timePeriod) && (figure.obsValue ?? 0) > 0 ? [[figure.timePeriod, figure]] : [],
    ),
  )
