import type { Geometry } from './geometry.ts'

/**
 * Points or lines in columns.
 *
 * @example
 * partsOf('line', [[[0, 0], [1, 2]]]) // => { kind: 'line', start: Uint32Array.of(0, 2), lon: Float64Array.of(0, 1), lat: Float64Array.of(0, 2) }
 */
export function partsOf(kind: Geometry['kind'], parts: readonly (readonly (readonly number[])[])[]): Geometry {
  const start = new Uint32Array(parts.length + 1)
  for (const [p, part] of parts.entries()) start[p + 1] = (start[p] as number) + part.length
  const points = parts.flat()
  const column = (axis: 0 | 1) => Float64Array.from(points, (point) => point[axis] ?? Number.NaN)
  return { kind, start, lon: column(0), lat: column(1) }
}
