import { median, medianAbsoluteDeviation } from '../../kernel/statistics.ts'

/** What looks wrong with a series. A diagnosis is a question to the statistician, never a judgement on the city. */
export interface Diagnosis {
  /** `break`: the level moves and stays (new method, new boundary, new unit, or a real shock). `outlier`: one period leaves and returns. */
  kind: 'break' | 'outlier'
  timePeriod: string
  /** The level before the break, or that of the neighbours of the outlier. */
  usual: number
  /** The level after the break, or the outlier itself. */
  found: number
  /** How many robust standard deviations of an ordinary change it is; null when the series otherwise never changes. */
  deviations: number | null
  /** 10, 100, 1000 … when a break divides or multiplies the level by about that much: a change of unit is likely. */
  unitFactor: number | null
}

export interface Point {
  timePeriod: string
  obsValue: number
}

/**
 * Beyond 3.5 robust standard deviations: the cut-off for modified z-scores recommended in Iglewicz and Hoaglin,
 * "How to Detect and Handle Outliers", ASQC (1993).
 */
const leastDeviations = 3.5
/** Our own choice: an outlier lies a third of the level away or more, however quiet the series, e.g. 100, 100, 99.3 is none. */
const outlierShare = 1 / 3
/** Our own choice: a break halves or doubles the level, or more. */
const breakShare = 1 / 2
/** Our own choice: a difference of up to so many units of the last published decimal may be rounding. */
const roundingUnits = 3
/** Our own choice: with fewer values nobody can say what is usual. */
const leastPoints = 5
/** Levels are medians of up to so many periods on each side. */
const reach = 3

/**
 * Breaks and outliers of one series.
 *
 * Changes are measured between neighbouring periods, on logarithms where all values are above 0 (a tenth is as far
 * below as tenfold is above), else on the values. What is usual is the median change and its robust spread, computed
 * without the change in question.
 *
 *     outlier   a period far from its neighbours (two on each side), all on one side of it and near each other:
 *               more than 3.5 robust standard deviations and a third of the level away from their median
 *     break     a jump of more than 3.5 robust standard deviations, after which the level (median of up to 3 periods)
 *               is half or double, and none of those periods comes back to the range of the 3 before; jumps in the same
 *               direction in neighbouring periods are one break, dated at the largest
 *
 * Outliers are taken out before breaks are sought. A break needs two periods on either side, and the ends cannot be
 * outliers: nothing shows that they return.
 *
 * Source   robust scale: Hampel (1974); cut-off: Iglewicz and Hoaglin (1993); the rest is our own and stated above.
 * Missing  an empty list for fewer than 5 points.
 *
 * @example
 * diagnoseSeries([89, 100, 100, 54.3, 100].map((obsValue, i) => ({ timePeriod: String(2019 + i), obsValue })))[0]?.timePeriod // => '2022'
 */
export function diagnoseSeries(points: readonly Point[]): Diagnosis[] {
  if (points.length < leastPoints) return []
  const sorted = [...points].sort((a, b) => (a.timePeriod < b.timePeriod ? -1 : 1))
  const logarithmic = sorted.every((point) => point.obsValue > 0)
  // No two of its values lie a third apart: there is nothing to find.
  if (logarithmic && lowest(sorted) > (1 - outlierShare) * highest(sorted)) return []
  const scale = (value: number) => (logarithmic ? Math.log(value) : value)
  const least = sorted.some((point) => point.obsValue !== Math.round(point.obsValue)) ? roundingUnits * resolutionOf(sorted) : 0
  const outliers = findOutliers(sorted, scale, least)
  const rest = sorted.filter((point) => !outliers.some((outlier) => outlier.timePeriod === point.timePeriod))
  return [...outliers, ...findBreaks(rest, scale, least)].sort((a, b) => (a.timePeriod < b.timePeriod ? -1 : 1))
}

function findOutliers(points: readonly Point[], scale: (value: number) => number, least: number): Diagnosis[] {
  const found: Diagnosis[] = []
  for (let at = 1; at < points.length - 1; at++) {
    const point = points[at]
    if (point === undefined) continue
    const before = points.slice(Math.max(0, at - 2), at)
    const after = points.slice(at + 1, at + 3)
    const neighbours = [...before, ...after]
    if (point.obsValue >= lowest(neighbours) && point.obsValue <= highest(neighbours)) continue
    const usual = levelOf(neighbours)
    const distanceTo = (value: number) => Math.abs(scale(point.obsValue) - scale(value))
    const distance = distanceTo(usual)
    const stepBack = Math.abs(scale(levelOf(before)) - scale(levelOf(after)))
    const alone = neighbours.every(({ obsValue }) => distanceTo(obsValue) >= distance / 2)
    if (!alone || stepBack >= distance / 2 || !differ(usual, point.obsValue, outlierShare, least)) continue
    const spread = spreadOf(changesOf([...points.slice(0, at), ...points.slice(at + 1)], scale))
    if (distance <= leastDeviations * spread) continue
    const deviations = spread === 0 ? null : distance / spread
    found.push({ kind: 'outlier', timePeriod: point.timePeriod, usual, found: point.obsValue, deviations, unitFactor: null })
  }
  return found
}

function findBreaks(points: readonly Point[], scale: (value: number) => number, least: number): Diagnosis[] {
  const changes = changesOf(points, scale)
  const found: Array<Diagnosis & { at: number; jump: number }> = []
  for (let at = 2; at < points.length - 1; at++) {
    const before = points.slice(Math.max(0, at - reach), at)
    const after = points.slice(at, at + reach)
    const rises = highest(before) < lowest(after)
    const falls = lowest(before) > highest(after)
    if (!rises && !falls) continue
    const usual = levelOf(before)
    const level = levelOf(after)
    if (!differ(usual, level, breakShare, least)) continue
    const others = changes.filter((_, index) => index !== at - 1)
    const spread = spreadOf(others)
    const jump = (changes[at - 1] ?? 0) - (median(others) ?? 0)
    if (jump > 0 !== rises || Math.abs(jump) <= leastDeviations * spread) continue
    const deviations = spread === 0 ? null : Math.abs(jump) / spread
    const timePeriod = points[at]?.timePeriod ?? ''
    const one = { kind: 'break' as const, timePeriod, usual, found: level, deviations, unitFactor: powerOfTen(usual, level), at, jump }
    const previous = found.at(-1)
    const sameMove = previous !== undefined && previous.at === at - 1 && previous.jump * jump > 0
    if (!sameMove) found.push(one)
    else if (Math.abs(jump) > Math.abs(previous.jump)) found[found.length - 1] = one
  }
  return found.map(({ at: _at, jump: _jump, ...diagnosis }) => diagnosis)
}

const levelOf = (points: readonly Point[]): number => median(points.map((point) => point.obsValue)) ?? 0
const highest = (points: readonly Point[]): number => Math.max(...points.map((point) => point.obsValue))
const lowest = (points: readonly Point[]): number => Math.min(...points.map((point) => point.obsValue))

const changesOf = (points: readonly Point[], scale: (value: number) => number): number[] =>
  points.slice(1).map((point, index) => scale(point.obsValue) - scale(points[index]?.obsValue ?? 0))

const spreadOf = (changes: readonly number[]): number => medianAbsoluteDeviation(changes) ?? 0

const differ = (a: number, b: number, share: number, least: number): boolean =>
  Math.abs(a - b) >= share * Math.max(Math.abs(a), Math.abs(b)) && Math.abs(a - b) > least

/** One unit of the last decimal that any value of the series has. */
function resolutionOf(points: readonly Point[]): number {
  const decimals = points.map(({ obsValue }) => /\.(\d+)$/.exec(String(obsValue))?.[1]?.length ?? 0)
  return 10 ** -Math.max(...decimals)
}

/** 10, 100 or 1000 … when one level is that many times the other, give or take an eighth; else null. */
function powerOfTen(a: number, b: number): number | null {
  if (a <= 0 || b <= 0) return null
  const ratio = Math.max(a, b) / Math.min(a, b)
  const power = 10 ** Math.round(Math.log10(ratio))
  return power >= 10 && Math.abs(ratio / power - 1) < 1 / 8 ? power : null
}
