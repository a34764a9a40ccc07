import { weightedLine } from '../../../kernel/regression.ts'
import type { Desired, Point } from './trajectory.ts'

export interface ChampionParameters {
  name: 'champion_area'
  /** ESCAP reads changes since 2000. */
  since: number
  champions: number
  /** Our own limits: fewer years give no slope worth the name, fewer areas no pool. */
  minimumYears: number
  minimumAreas: number
  /** A change further from the quartiles than so many times their distance is an outlier (Tukey's fence; ours). */
  fence: number
}

export const championParameters: ChampionParameters = {
  name: 'champion_area',
  since: 2000,
  champions: 5,
  minimumYears: 5,
  minimumAreas: 10,
  fence: 1.5,
}

export interface AreaChange {
  area: string
  /** Yearly change: a share of the value (`rate`), or units of it (`units`). */
  change: number
}

export type ChampionTarget =
  | {
      kind: 'found'
      target: Point
      form: 'rate' | 'units'
      /** The mean yearly change of the champions. */
      change: number
      champions: readonly AreaChange[]
      areas: number
      outliers: readonly AreaChange[]
      /** The extrapolated value went over the end of the scale and stands at its end. */
      capped: boolean
      parameters: ChampionParameters
    }
  | { kind: 'not_found'; reason: 'no_direction' | 'too_few_areas' | 'no_champion' | 'out_of_range' }

/**
 * Champion-area target: what the baseline would become if the area changed like the five best of its siblings.
 *
 *     r_a = slope of ln x (or of x, where some value is not above 0) on the year, for each area since 2000
 *     r   = mean of the five best r_a in the desired direction, outliers left out
 *     TV  = x_base · e^(r · (T − b))        or  x_base + r · (T − b)
 *
 * Source   ESCAP's champion-area approach to targets that the 2030 Agenda leaves open (unchecked: known from a
 *          description; the outlier rule and the minimum numbers are ours). ESCAP's pool are countries; here the pool is
 *          the sibling areas handed in.
 * Missing  `no_champion` when fewer than five areas move in the desired direction.
 */
export function championAreaTarget(
  areas: readonly { area: string; points: readonly Point[] }[],
  desired: Desired | null,
  baseline: Point,
  targetYear: number,
  scale: number | null,
  parameters = championParameters,
): ChampionTarget {
  if (desired === null) return { kind: 'not_found', reason: 'no_direction' }
  const usable = areas
    .map(({ area, points }) => ({ area, points: points.filter((point) => point.year >= parameters.since && Number.isFinite(point.value)) }))
    .filter(({ points }) => points.length >= parameters.minimumYears)
  const form = baseline.value > 0 && usable.every(({ points }) => points.every((point) => point.value > 0)) ? 'rate' : 'units'

  const changes = usable.flatMap(({ area, points }) => {
    const line = weightedLine(points.map(({ year, value }) => ({ x: year, y: form === 'rate' ? Math.log(value) : value, weight: 1 })))
    return line === null ? [] : [{ area, change: form === 'rate' ? Math.exp(line.slope) - 1 : line.slope }]
  })
  if (changes.length < parameters.minimumAreas) return { kind: 'not_found', reason: 'too_few_areas' }

  const { inside, outliers } = separateOutliers(changes, parameters.fence)
  const sign = desired === 'increase' ? 1 : -1
  const champions = inside.toSorted((a, b) => sign * (b.change - a.change) || (a.area < b.area ? -1 : 1)).slice(0, parameters.champions)
  const change = champions.reduce((sum, one) => sum + one.change, 0) / champions.length
  if (champions.some((one) => !(sign * one.change > 0))) return { kind: 'not_found', reason: 'no_champion' }

  const years = targetYear - baseline.year
  const free = form === 'rate' ? baseline.value * (1 + change) ** years : baseline.value + change * years
  if (!Number.isFinite(free)) return { kind: 'not_found', reason: 'out_of_range' }
  const lowest = usable.some(({ points }) => points.some((point) => point.value < 0)) ? -Infinity : 0
  const value = Math.min(scale ?? Infinity, Math.max(lowest, free))
  return {
    kind: 'found',
    target: { year: targetYear, value },
    form,
    change,
    champions,
    areas: changes.length,
    outliers,
    capped: value !== free,
    parameters,
  }
}

function separateOutliers(
  changes: readonly AreaChange[],
  fence: number,
): { inside: readonly AreaChange[]; outliers: readonly AreaChange[] } {
  const ordered = changes.map((one) => one.change).toSorted((a, b) => a - b)
  const quartile = (share: number) => {
    const position = (ordered.length - 1) * share
    const below = ordered[Math.floor(position)]!
    return below + (ordered[Math.ceil(position)]! - below) * (position - Math.floor(position))
  }
  const margin = fence * (quartile(0.75) - quartile(0.25))
  const isInside = ({ change }: AreaChange) => change >= quartile(0.25) - margin && change <= quartile(0.75) + margin
  return { inside: changes.filter(isInside), outliers: changes.filter((one) => !isInside(one)) }
}
