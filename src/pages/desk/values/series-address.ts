import type { SeriesKey } from '../../../books/indicators/figure.ts'

/** The natural key of a series as fields of an address or a form. */
export function keyFields(key: SeriesKey): Array<[string, string]> {
  const { indicator, refArea, source, method, boundary, unit, dimensions } = key
  return [
    ['indicator', indicator],
    ['area', refArea],
    ['source', source],
    ['unit', unit],
    ...(method === '' ? [] : [['method', method] as [string, string]]),
    ...(boundary === '' ? [] : [['boundary', boundary] as [string, string]]),
    ...Object.entries(dimensions).map(([dimension, code]): [string, string] => [`dimension:${dimension}`, code]),
  ]
}
