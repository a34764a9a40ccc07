import { minimumCapture } from '../../annual-mean.ts'

/** Annual mean of fine particles that people breathe, and for how many of them it is known. */
export interface FineParticles {
  /** µg/m³; null when it is known for too few people. */
  mean: number | null
  /** The mean of those for whom it is known, however few. Never to be shown as the city's. */
  meanOfKnown: number | null
  population: number
  populationKnown: number
  /** `populationKnown` as a share of `population`. */
  captureShare: number
  /** Cells with people and without a value. */
  missingCells: number
  /** Values below 0, which no concentration can be: they count as missing. */
  negativeCells: number
}

/**
 * Annual mean level of fine particulate matter (PM2.5), weighted by population (SDG 11.6.2).
 *
 *     mean = Σ population · concentration / Σ population, over the cells where both are known
 *
 * Source   UN SDG metadata 11-06-02, "Computation method".
 * Units    persons, µg/m³ → µg/m³.
 * Shape    one concentration per cell: NaN where none is known.
 * Missing  a cell without value, or with one below 0, is left out and counted; never filled, never 0. Below 75 % of the people there is
 *          no mean, the same share that `annualMeans` asks of the days of a year.
 *
 * @throws {RangeError} columns of different length
 * @example
 * fineParticles(Float64Array.of(100, 300), Float64Array.of(40, 20)).mean // => 25
 */
export function fineParticles(population: Float64Array, concentration: Float64Array): FineParticles {
  if (population.length !== concentration.length)
    throw new RangeError(`${population.length} cells have people and ${concentration.length} have a concentration.`)
  let everybody = 0
  let known = 0
  let weighted = 0
  let missingCells = 0
  let negativeCells = 0
  for (let cell = 0; cell < population.length; cell++) {
    const people = population[cell] as number
    const value = concentration[cell] as number
    if (!(people > 0)) continue
    everybody += people
    if (value < 0) negativeCells++
    if (value >= 0 && value < Infinity) {
      known += people
      weighted += people * value
    } else missingCells++
  }
  const captureShare = everybody > 0 ? known / everybody : 0
  const meanOfKnown = known > 0 ? weighted / known : null
  return {
    mean: captureShare < minimumCapture ? null : meanOfKnown,
    meanOfKnown,
    population: everybody,
    populationKnown: known,
    captureShare,
    missingCells,
    negativeCells,
  }
}
