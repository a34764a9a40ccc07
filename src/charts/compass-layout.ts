import { spread } from './spread.ts'
import { textWidth, twoLines } from './text-width.ts'

export interface CompassPlace {
  text: string
  km: number
  /** Degrees clockwise from north. */
  bearing: number
  /** What opens, and what a reader is told who points at it. */
  href: string
  title: string
}

export interface CompassData {
  /** Accessible name of the chart. */
  label: string
  /** The city in the middle. */
  middle: string
  directions: { north: string; east: string; south: string; west: string }
  places: readonly CompassPlace[]
  /** A distance in the reader's notation. */
  kmText(km: number): string
}

export interface CompassLayout {
  centre: number
  rings: ReadonlyArray<{ radius: number; text: string }>
  places: ReadonlyArray<{
    place: CompassPlace
    x: number
    y: number
    label: { x: number; y: number; anchor: 'start' | 'end'; lines: readonly string[] }
  }>
}

const margin = 26
export const compassLine = 16
const longestLine = 22
const gap = 9
const mostRings = 4
const ringSteps = [50, 100, 250, 500, 1000, 2500, 5000]

/**
 * Places by direction and distance from the middle: the azimuthal equidistant projection without its coasts. Both can be measured on it.
 * A name stands on the side where there is room, and moves up or down until it touches no other.
 */
export function layOutCompass({ places, kmText }: Pick<CompassData, 'places' | 'kmText'>, size: number): CompassLayout {
  const centre = size / 2
  const radius = centre - margin
  const farthest = Math.max(1, ...places.map(({ km }) => km))
  const step = ringSteps.find((one) => Math.ceil(farthest / one) <= mostRings) ?? 5000
  const count = Math.ceil(farthest / step)
  const scale = radius / (count * step)
  const placed = places.map((place) => {
    const angle = (place.bearing * Math.PI) / 180
    const [x, y] = [centre + place.km * scale * Math.sin(angle), centre - place.km * scale * Math.cos(angle)]
    const lines = twoLines(place.text, longestLine)
    const width = Math.max(...lines.map((line) => textWidth(line, 14, true)))
    const isRight = size - x - gap >= width || size - x >= x
    return { place, x, y, lines, isRight }
  })
  const tops = new Map<(typeof placed)[number], number>()
  for (const side of [true, false]) {
    const ofSide = placed.filter(({ isRight }) => isRight === side)
    const wishes = ofSide.map(({ y, lines }) => ({ at: y - (lines.length * compassLine) / 2, size: lines.length * compassLine }))
    spread(wishes, size).forEach((top, at) => tops.set(ofSide[at]!, top))
  }
  return {
    centre,
    rings: Array.from({ length: count }, (_, at) => ({ radius: (at + 1) * step * scale, text: kmText((at + 1) * step) })),
    places: placed.map((one) => ({
      ...{ place: one.place, x: one.x, y: one.y },
      label: {
        x: one.isRight ? one.x + gap : one.x - gap,
        y: (tops.get(one) ?? one.y) + compassLine - 4,
        anchor: one.isRight ? 'start' : 'end',
        lines: one.lines,
      },
    })),
  }
}
