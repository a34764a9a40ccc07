import type { Point } from './round.ts'
import { runsOf } from './runs.ts'

export interface RidgesData {
  /** Accessible name: what, where, from when to when. */
  label: string
  /** Oldest first; at most six, the last six being shown. Each has the same number of values, from January on. */
  years: ReadonlyArray<{ year: string; values: readonly (number | null)[]; href: string; title: string }>
  /** Short names of the twelve months. */
  months: readonly string[]
  /** What stands beside the highest value: when, and how much; a phone shows only how much. */
  peak: { when: string; value: string }
  /** A measuring rod: so many units, and its label. */
  scale: { value: number; label: string }
}

export interface RidgesSize {
  width: number
  /** At the right, for the years. */
  margin: number
  /** Baseline of the farthest ridge, and how far the next one stands below. */
  base: number
  step: number
  /** Where the highest peak ends. */
  top: number
  narrow: boolean
}

/** Where the ridges stand, in pixels. */
export function layOutRidges(data: RidgesData, { width, margin, base, step, top, narrow }: RidgesSize) {
  const years = data.years.slice(-6)
  const right = width - margin
  const count = Math.max(2, ...years.map(({ values }) => values.length))
  const x = (index: number) => (index * right) / (count - 1)
  const highest = highestOf(years)
  // The highest peak of any ridge reaches `top`; a far ridge has less sky above it than a near one.
  const scale = Math.min(...years.map(({ values }, index) => (base + index * step - top) / Math.max(1, ...known(values))))
  const bottom = base + (years.length - 1) * step + 10

  const ridges = years.map((year, index) => {
    const ground = base + index * step
    return {
      year,
      /** 6 is nearest. */
      shade: 6 - (years.length - 1 - index),
      runs: runsOf(year.values, (value, at): Point => [x(at), ground - value * scale]),
      labelY: ground + 4,
      last: index === years.length - 1,
    }
  })

  const peakX = highest && x(highest.at)
  const anchor: 'start' | 'end' = peakX !== null && peakX > width / 2 ? 'end' : 'start'
  const monthStep = narrow ? 3 : 1
  return {
    ridges,
    bottom,
    right,
    months: data.months.flatMap((text, month) =>
      month % monthStep === 0 ? [{ x: (month * right) / (count === 12 ? 11 : 12), text }] : [],
    ),
    peak:
      highest && peakX !== null
        ? { x: peakX, y: base + highest.year * step - highest.value * scale, anchor, labelX: peakX + (anchor === 'end' ? -12 : 12) }
        : null,
    scale: rodIn(ridges, data.scale.value * scale, width * 0.46),
  }
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null)

function highestOf(years: RidgesData['years']) {
  let highest: { value: number; year: number; at: number } | null = null
  years.forEach(({ values }, year) => {
    values.forEach((value, at) => {
      if (value !== null && (highest === null || value > highest.value)) highest = { value, year, at }
    })
  })
  return highest as { value: number; year: number; at: number } | null
}

/** The measuring rod stands in the sky above the summer, where the ridges are low. */
function rodIn(ridges: ReadonlyArray<{ runs: Point[][] }>, height: number, x: number) {
  const near = ridges.flatMap(({ runs }) => runs.flat()).filter(([px]) => Math.abs(px - x) < 110)
  const sky = Math.min(...near.map(([, y]) => y))
  return { x, y: Math.max(height + 2, sky - 16), height }
}
