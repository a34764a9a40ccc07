/** One margin: the class of every row, and the share that each class should have. */
export interface Margin {
  /** −1: not known; such a row keeps what the other margins give it. */
  classOf: ArrayLike<number>
  /** They add to 1. */
  shares: readonly number[]
}

export interface Bounds {
  lowest: number
  highest: number
}

export interface Raked {
  /** One for each row; their mean is 1. */
  weights: Float64Array
  sweeps: number
  /** Whether the weights had come to rest. */
  settled: boolean
  /** How many weights lie on a bound. */
  trimmed: number
  /** Largest difference that is left between a class's weighted share and the one it should have. */
  largestGap: number
}

/** A sweep that changes no weight by more ends the work. */
const tolerance = 1e-9
const mostSweeps = 2000
const mostRounds = 50

/**
 * Weights with which the rows have the shares that they should have on every margin (iterative proportional fitting), none below or above
 * the bounds.
 *
 * A sweep multiplies, margin by margin, the weights of each class with (share wanted) / (share had), brings the mean back to 1, and then
 * cuts what lies outside the bounds. Both happen in every sweep, so that what is cut from one row is made good by the others of its
 * class. Without bounds in the way this ends at the classic result. Where the margins cannot be met within the bounds, the bounds win; where
 * they contradict each other (every woman is old, and women and old people should have different shares), the later ones do. `largestGap` says
 * how far the shares stay from the margins.
 *
 * Source   Deming and Stephan, "On a least squares adjustment of a sampled frequency table when the expected marginal totals are known",
 *          Annals of Mathematical Statistics 11 (1940), 427–444. Trimming within the sweeps and rows that are not known: DeBell and
 *          Krosnick, "Computing weights for American National Election Study survey data" (2009).
 * Missing  null: a class that should have a share has no row, so that no weight can give it one.
 * Cost     sweeps × margins × rows.
 *
 * @throws {RangeError} shares that do not add to 1, a class without a share, or bounds that do not hold 1
 * @example
 * rake(3, [{ classOf: [0, 0, 1], shares: [0.5, 0.5] }], { lowest: 0.2, highest: 5 }).weights // => Float64Array.of(0.75, 0.75, 1.5)
 */
export function rake(rows: number, margins: readonly Margin[], { lowest, highest }: Bounds): Raked | null {
  if (!(lowest > 0 && lowest <= 1 && highest >= 1)) throw new RangeError(`Bounds ${lowest} and ${highest} leave no room for a mean of 1.`)
  for (const margin of margins) checkMargin(margin, rows)
  if (margins.some((margin) => hasEmptyClass(margin, rows))) return null

  const weights = new Float64Array(rows).fill(1)
  const before = new Float64Array(rows)
  let [sweeps, change] = [0, Infinity]
  while (change > tolerance && sweeps < mostSweeps) {
    before.set(weights)
    for (const margin of margins) fit(weights, margin)
    cut(weights, lowest, highest)
    change = 0
    for (let row = 0; row < rows; row++) change = Math.max(change, Math.abs(weights[row]! - before[row]!))
    sweeps++
  }
  const trimmed = weights.reduce((count, weight) => count + (weight <= lowest || weight >= highest ? 1 : 0), 0)
  return { weights, sweeps, settled: change <= tolerance, trimmed, largestGap: Math.max(0, ...margins.map((one) => gapOf(weights, one))) }
}

function checkMargin({ classOf, shares }: Margin, rows: number): void {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (classOf.length !== rows || shares.some((share) => !(share >= 0)) || Math.abs(sum - 1) > 1e-6)
    throw new RangeError(`${classOf.length} classes for ${rows} rows, shares that add to ${sum}: no margin.`)
  for (let row = 0; row < rows; row++) {
    if (classOf[row]! >= shares.length) throw new RangeError(`Row ${row} is of class ${classOf[row]}, which has no share.`)
  }
}

function hasEmptyClass({ classOf, shares }: Margin, rows: number): boolean {
  const found = new Set<number>()
  for (let row = 0; row < rows; row++) found.add(classOf[row]!)
  return shares.some((share, index) => share > 0 && !found.has(index))
}

/** Rows whose class is not known stand aside: the others share among themselves the weight that they have together. */
function fit(weights: Float64Array, { classOf, shares }: Margin): void {
  const sums = sumsOf(weights, classOf, shares.length)
  const known = sums.reduce((total, sum) => total + sum, 0)
  for (let row = 0; row < weights.length; row++) {
    const index = classOf[row]!
    if (index >= 0) weights[row]! *= (shares[index]! * known) / sums[index]!
  }
}

/** Cuts what lies outside the bounds and scales the others so that the mean is 1; what the scaling drives outside is cut as well. */
function cut(weights: Float64Array, lowest: number, highest: number): void {
  let scale = weights.length / weights.reduce((sum, weight) => sum + weight, 0)
  for (let [last, round] = [0, 0]; scale !== last && round < mostRounds; round++) {
    last = scale
    let [bound, inside] = [0, 0]
    for (const weight of weights) {
      if (weight * scale <= lowest) bound += lowest
      else if (weight * scale >= highest) bound += highest
      else inside += weight
    }
    if (inside > 0) scale = (weights.length - bound) / inside
  }
  for (let row = 0; row < weights.length; row++) weights[row] = Math.min(Math.max(weights[row]! * scale, lowest), highest)
}

function gapOf(weights: Float64Array, { classOf, shares }: Margin): number {
  const sums = sumsOf(weights, classOf, shares.length)
  const known = sums.reduce((total, sum) => total + sum, 0)
  return known === 0 ? 0 : Math.max(...shares.map((share, index) => Math.abs(sums[index]! / known - share)))
}

function sumsOf(weights: Float64Array, classOf: ArrayLike<number>, classes: number): Float64Array {
  const sums = new Float64Array(classes)
  for (let row = 0; row < weights.length; row++) if (classOf[row]! >= 0) sums[classOf[row]!]! += weights[row]!
  return sums
}
