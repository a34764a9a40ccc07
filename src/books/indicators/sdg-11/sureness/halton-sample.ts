import { halton } from '../../../../kernel/halton.ts'
import { commonBox, type PlaneShapes } from '../../../../kernel/plane-shapes.ts'
import { spansContain, spansOfAll } from '../../../../kernel/row-spans.ts'

export interface HaltonParameters {
  /** Circles for each hectare of a city larger than `largeCityKm2`, and of a smaller one. */
  circlesPerHectare: { large: number; small: number }
  largeCityKm2: number
  circleHectares: number
  /** A city so large that it would need more circles has this many. */
  mostCircles: number
}

/**
 * The sample of the UN metadata. One circle of 10 ha for each hectare covers the city ten times over; the density is a parameter for
 * that reason. The greatest number is ours: at 20,000 circles the sample says nothing new.
 *
 * Source   UN SDG metadata 11-07-01 (March 2021), "Computation of land allocated to streets".
 */
export const haltonParameters: HaltonParameters = {
  circlesPerHectare: { large: 1, small: 0.5 },
  largeCityKm2: 20,
  circleHectares: 10,
  mostCircles: 20_000,
}

/** A centre is inside when the nearest row says so. */
const rowMetres = 1

export interface SampleCircles {
  count: number
  x: Float64Array
  y: Float64Array
  radius: number
}

/**
 * Centres of sample circles, evenly over a city: points of the Halton sequence with the bases 2 and 3 over the box around the city,
 * those inside it, from the first on.
 *
 *     circles = density · hectares of the city        radius = √(10 ha / π) = 178.4 m
 *
 * Units    square metres → metres on the plane of the city.
 * Missing  no circles where the city has no area.
 *
 * @example
 * haltonCircles([{ count: 1, ringStart: [0, 1], pointStart: [0, 4], x: [0, 9e3, 9e3, 0], y: [0, 0, 9e3, 9e3] }], 81e6).count // => 8100
 */
export function haltonCircles(outlines: readonly PlaneShapes[], citySquareMetres: number, parameters = haltonParameters): SampleCircles {
  const { circlesPerHectare, largeCityKm2, circleHectares, mostCircles } = parameters
  const density = citySquareMetres > largeCityKm2 * 1e6 ? circlesPerHectare.large : circlesPerHectare.small
  const wanted = Math.min(mostCircles, Math.round((density * citySquareMetres) / 1e4))
  const [left, bottom, right, top] = commonBox(outlines)
  const inside = spansOfAll(outlines, { bottom, step: rowMetres, count: Math.max(0, Math.ceil((top - bottom) / rowMetres)) })
  const [x, y] = [new Float64Array(wanted), new Float64Array(wanted)]
  let count = 0
  // The share of points that fall inside is that of the city in its box; a hundred times as many as that takes are not needed.
  const most = wanted === 0 ? 0 : (100 * wanted * (right - left) * (top - bottom)) / citySquareMetres
  for (let i = 1; count < wanted && i < most; i++) {
    x[count] = left + halton(i, 2) * (right - left)
    y[count] = bottom + halton(i, 3) * (top - bottom)
    if (spansContain(inside, x[count] as number, y[count] as number)) count++
  }
  return { count, x: x.subarray(0, count), y: y.subarray(0, count), radius: Math.sqrt((circleHectares * 1e4) / Math.PI) }
}
