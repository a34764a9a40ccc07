/** How a city's own coefficients are estimated from those of its country. */
export type QuotientMethod =
  | { kind: 'none' } // the country's coefficients as they are
  | { kind: 'SLQ' }
  | { kind: 'CILQ' }
  | { kind: 'FLQ'; delta: number }
  | { kind: 'AFLQ'; delta: number }

export interface Quotients {
  method: QuotientMethod
  /** What each of the country's coefficients is multiplied with, from 0 to 1, N × N. */
  q: Float64Array
  /** How many quotients were above 1 and are 1 by the cap. */
  capped: number
  /** λ of FLQ and AFLQ; 1 for the others. */
  lambda: number
}

/**
 * Simple location quotient: the sector's share in the region against its share in the country.
 *
 *     SLQ_i = (x_i^r / x^r) / (x_i^n / x^n)
 *
 * Source   Miller and Blair (2009), section 8.2.1. By output; by employment it would take differences of productivity for specialisation.
 * Missing  0 for a sector that the country does not have.
 *
 * @throws {RangeError} a region without output
 * @example
 * simpleLocationQuotients(Float64Array.of(20, 10), Float64Array.of(100, 200)) // => Float64Array.of(2, 0.5)
 */
export function simpleLocationQuotients(xRegion: Float64Array, xNation: Float64Array): Float64Array {
  const share = sum(xRegion) / sum(xNation)
  if (!(share > 0)) throw new RangeError('A region without output has no location quotients.')
  return xRegion.map((one, i) => (xNation[i] === 0 ? 0 : one / xNation[i]! / share))
}

/**
 * Location quotients of a region: how much of what its sectors buy at home in the country comes from the region itself.
 *
 *     SLQ    q_ij = SLQ_i
 *     CILQ   q_ij = SLQ_i / SLQ_j, on the diagonal SLQ_i
 *     FLQ    q_ij = CILQ_ij · λ        λ = [log₂(1 + x^r / x^n)]^δ
 *     AFLQ   q_ij = FLQ_ij · log₂(1 + SLQ_j) where SLQ_j > 1
 *
 * The cap at 1 comes last, for all of them: AFLQ as published may go above 1.
 *
 * Source   Flegg and Webber, "On the appropriate use of location quotients in generating regional input–output tables: reply", Regional
 *          Studies 31 (1997), 795–805; Flegg and Webber, "Regional size, regional specialization and the FLQ formula", Regional Studies 34
 *          (2000), 563–569 (AFLQ); Miller and Blair (2009), section 8.2.
 * Shape    outputs N.
 *
 * @throws {RangeError} δ outside [0, 1), or outputs of different lengths
 */
export function locationQuotients(xRegion: Float64Array, xNation: Float64Array, method: QuotientMethod): Quotients {
  const N = xNation.length
  if (xRegion.length !== N) throw new RangeError(`${xRegion.length} outputs of the region for ${N} sectors.`)
  const lambda = 'delta' in method ? sizeFactor(sum(xRegion) / sum(xNation), method.delta) : 1
  const slq = simpleLocationQuotients(xRegion, xNation)
  const q = new Float64Array(N * N)
  let capped = 0
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      const quotient = lambda * quotientOf(method, slq, i, j)
      if (quotient > 1) capped++
      q[i * N + j] = Math.min(quotient, 1)
    }
  return { method, q, capped, lambda }
}

/**
 * Coefficients of a region from the domestic coefficients of its country.
 *
 *     a^r_ij = a^n_ij · q_ij
 *
 * `A` must be domestic: purchases from abroad that are left in it would be scaled as if they were made at home.
 *
 * Source  Miller and Blair (2009), section 8.2.
 * Shape   A N × N, row-major.
 *
 * @example
 * regionalCoefficients(Float64Array.of(0.2, 0.4, 0.1, 0.3), { q: Float64Array.of(1, 0.5, 0, 1) }) // => Float64Array.of(0.2, 0.2, 0, 0.3)
 */
export const regionalCoefficients = (A: Float64Array, { q }: Pick<Quotients, 'q'>): Float64Array => A.map((one, at) => one * q[at]!)

/** `FLQ δ = 0.20`, as it stands beside a figure. */
export const methodName = (method: QuotientMethod): string =>
  'delta' in method ? `${method.kind} δ = ${method.delta.toFixed(2)}` : method.kind

function sizeFactor(share: number, delta: number): number {
  if (!(delta >= 0 && delta < 1)) throw new RangeError(`δ must be from 0 to below 1, not ${delta}.`)
  return Math.log2(1 + share) ** delta
}

function quotientOf({ kind }: QuotientMethod, slq: Float64Array, i: number, j: number): number {
  if (kind === 'none') return 1
  if (kind === 'SLQ') return slq[i]!
  // A sector that is not there buys nothing, whatever the quotient.
  const crossed = i === j ? slq[i]! : slq[j] === 0 ? 1 : slq[i]! / slq[j]!
  return kind === 'AFLQ' && slq[j]! > 1 ? crossed * Math.log2(1 + slq[j]!) : crossed
}

const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0)
