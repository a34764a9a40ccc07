import { compareAreas, siblingAreas, siblingKeyText, type AreaComparison, type AreaValue } from './compare-areas.ts'
import { diagnoseSeries } from './diagnose-series.ts'
import type { Area, Figure, Series } from './figure.ts'
import { isYear, referTo, type FigureReference } from './labelled-series.ts'
import type { PoolMember } from './progress/min-max.ts'
import type { Desired } from './progress/trajectory.ts'

/** Sibling areas side by side in the last year of the series, with what opens each figure. */
export interface SiblingComparison extends AreaComparison {
  /** By area code. */
  figures: Readonly<Record<string, FigureReference>>
  /** Areas whose figure contradicts itself: told, not ranked. */
  disputed: readonly string[]
}

/** The same series for the area itself and for all its siblings, the area itself included. */
export function siblingSeries(own: Series, series: readonly Series[], areas: readonly Area[]): Series[] {
  const key = siblingKeyText(own)
  const siblings = new Set(siblingsOf(own, areas).map((area) => area.code))
  return series.filter((one) => (one.refArea === own.refArea || siblings.has(one.refArea)) && siblingKeyText(one) === key)
}

/** Series of one area and the same series for all its siblings: `siblingSeries` of each, found in one pass. */
export function withSiblings(own: readonly Series[], series: readonly Series[], areas: readonly Area[]): Series[] {
  const [first] = own
  if (first === undefined) return []
  const keys = new Set(own.map(siblingKeyText))
  const places = new Set([first.refArea, ...siblingsOf(first, areas).map((area) => area.code)])
  return series.filter((one) => places.has(one.refArea) && keys.has(siblingKeyText(one)))
}

/**
 * The comparison for the last year that the area itself has a value for.
 *
 * Missing  null when the area has no yearly value, or when no sibling has one for that year.
 */
export function compareSiblings(
  own: Series,
  siblings: readonly Series[],
  figures: ReadonlyMap<string, readonly Figure[]>,
  areas: readonly Area[],
  desired: Desired | null,
): SiblingComparison | null {
  const year = (figures.get(own.id) ?? []).findLast((figure) => isYear(figure.timePeriod) && figure.obsValue !== null)?.timePeriod
  if (year === undefined) return null
  const found = siblings.flatMap((series) => {
    const figure = (figures.get(series.id) ?? []).find((one) => one.timePeriod === year)
    return figure === undefined || (figure.value === null && !figure.disputed) ? [] : [{ series, figure }]
  })
  if (found.length < 2) return null

  const values = new Map<string, AreaValue>()
  for (const { series, figure } of found) {
    if (figure.obsValue !== null)
      values.set(series.refArea, { value: figure.obsValue, suspect: isOutlier(figures.get(series.id) ?? [], year) })
  }
  const disputed = found.filter(({ figure }) => figure.disputed).map(({ series }) => series.refArea)
  const comparison = compareAreas(siblingsOf(own, areas), values, year, desired)
  return {
    ...comparison,
    missing: comparison.missing.filter((area) => !disputed.includes(area)),
    figures: Object.fromEntries(found.map(({ series, figure }) => [series.refArea, referTo(series, figure)])),
    disputed,
  }
}

/** The areas against which min-max scores. */
export const poolOf = (comparison: SiblingComparison | null): PoolMember[] =>
  comparison?.compared.map(({ area, value }) => ({ area, value })) ?? []

function siblingsOf({ refArea }: Series, areas: readonly Area[]): readonly Area[] {
  const own = areas.find((area) => area.code === refArea)
  return own === undefined ? [] : siblingAreas(own, areas)
}

function isOutlier(figures: readonly Figure[], year: string): boolean {
  const points = figures.flatMap(({ timePeriod, obsValue }) => (isYear(timePeriod) && obsValue !== null ? [{ timePeriod, obsValue }] : []))
  return diagnoseSeries(points).some((one) => one.kind === 'outlier' && one.timePeriod === year)
}
