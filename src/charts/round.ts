/**
 * A coordinate as it stands in the SVG: a tenth of a pixel is finer than any screen, and the same on every machine.
 *
 * @example
 * round(12.3456) // => 12.3
 */
export const round = (value: number): number => {
  const tenths = Math.round(value * 10) / 10
  return tenths === 0 ? 0 : tenths // −0 would print as "-0"
}

export type Point = readonly [x: number, y: number]

/**
 * A polyline as path data.
 *
 * @example
 * pathOf([[0, 1], [2.26, 3]]) // => 'M0 1L2.3 3'
 */
export const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
