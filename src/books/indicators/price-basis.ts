/** In whose prices money is expressed. */
export type PriceBasis = { kind: 'constant'; year: string } | { kind: 'nominal' } | { kind: 'not_stated' }

/**
 * The prices in which an amount stands, read from its unit code: money is never shown without them.
 *
 * Missing  null when the unit is no money. `not_stated` when the code names a currency but no year of prices and no
 *          `NOMINAL`: official statistics leave it out more often than not, and nothing is assumed.
 *
 * @example
 * priceBasis('USD_IN_2010_PRICE') // => { kind: 'constant', year: '2010' }
 * @example
 * priceBasis('TH_TNG') // => { kind: 'not_stated' }
 * @example
 * priceBasis('MG_CUB_METER') // => null
 */
export function priceBasis(unit: string): PriceBasis | null {
  const code = unit.toUpperCase()
  if (!/(^|[^\p{L}])(TNG|KZT|USD|EUR|THB|ТЕНГЕ)($|[^\p{L}])/u.test(code.replaceAll('_', ' '))) return null
  const year = /(?:IN|CONST|CONSTANT)_(\d{4})/.exec(code)?.[1]
  if (year !== undefined) return { kind: 'constant', year }
  return code.includes('NOMINAL') ? { kind: 'nominal' } : { kind: 'not_stated' }
}
