/** A linear map: writes M·from into `to`. */
export type LinearMap = (from: Float64Array, to: Float64Array) => void

/**
 * An approximate solution of M·x = b by stabilised biconjugate gradients, from x = 0, each unknown divided by its diagonal cell first.
 *
 * It stops at the accuracy asked for, where the recurrence breaks down, or after so many steps; whoever asks measures the residual.
 *
 * Source  van der Vorst, "Bi-CGSTAB: a fast and smoothly converging variant of Bi-CG for the solution of nonsymmetric linear systems",
 *         SIAM Journal on Scientific and Statistical Computing 13 (1992), 631–644.
 * Shape   b and diagonal have length n.
 * Cost    two products with M a step.
 */
export function bicgstab(M: LinearMap, diagonal: Float64Array, b: Float64Array, accuracy: number, mostSteps: number): Float64Array {
  const n = b.length
  const x = new Float64Array(n)
  const r = b.slice()
  const p = new Float64Array(n)
  const scaledP = new Float64Array(n)
  const Mp = new Float64Array(n)
  const scaledR = new Float64Array(n)
  const Mr = new Float64Array(n)
  const enough = accuracy * accuracy * dot(b, b)
  let [rho, alpha, omega] = [1, 1, 1]

  for (let step = 0; step < mostSteps; step++) {
    const nextRho = dot(b, r)
    const beta = (nextRho / rho) * (alpha / omega)
    rho = nextRho
    for (let i = 0; i < n; i++) {
      p[i] = r[i]! + beta * (p[i]! - omega * Mp[i]!)
      scaledP[i] = p[i]! / diagonal[i]!
    }
    M(scaledP, Mp)
    alpha = rho / dot(b, Mp)
    if (!Number.isFinite(alpha)) return x
    for (let i = 0; i < n; i++) {
      x[i]! += alpha * scaledP[i]!
      r[i]! -= alpha * Mp[i]!
      scaledR[i] = r[i]! / diagonal[i]!
    }
    if (dot(r, r) <= enough) return x

    M(scaledR, Mr)
    omega = dot(Mr, r) / dot(Mr, Mr)
    if (!Number.isFinite(omega)) return x
    for (let i = 0; i < n; i++) {
      x[i]! += omega * scaledR[i]!
      r[i]! -= omega * Mr[i]!
    }
    if (dot(r, r) <= enough || omega === 0) return x
  }
  return x
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
