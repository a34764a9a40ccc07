import { shortHash, uuidOf } from '../../kernel/natural-key.ts'
import type { Series, SeriesKey } from './figure.ts'

/**
 * A series from its natural key: its ids are derived, so that the same series has the same address everywhere.
 *
 * @example
 * identifySeries({ indicator: '11.6.2', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: 'MG_CUB_METER', dimensions: {} }).address.slice(0, 21) // => '11.6.2-kzala-kazstat-'
 */
export function identifySeries(key: SeriesKey): Series {
  const parts = partsOf(key)
  return {
    ...key,
    id: uuidOf('series', ...parts),
    address: `${[key.indicator, key.refArea, key.source].join('-').toLowerCase()}-${shortHash(8, ...parts)}`,
  }
}

/** The natural key as one text, the same whatever the order of the dimensions. */
export const seriesKeyText = (key: SeriesKey): string => partsOf(key).join('\u001f')

function partsOf(key: SeriesKey): string[] {
  const dimensions = Object.entries(key.dimensions)
    .filter(([, code]) => code !== '' && code !== '_T')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [key.indicator, key.refArea, key.source, key.method, key.boundary, key.unit, ...dimensions.flat()]
}
