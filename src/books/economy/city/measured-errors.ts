import type { QuotientMethod } from './location-quotients.ts'

/**
 * How wrong tables made by location quotients are, measured on real ones: mean absolute error of output multipliers, in percent, over all 30
 * sectors of the 19 regions of Finland in 2014, and of the capital region alone (Uusimaa, 39 % of the output).
 *
 * Where nothing is done (`none`), multipliers are a third too high. The best δ here is 0.14 or 0.16, elsewhere 0.05 to 0.4: it does not carry
 * over from one country to another, and for a metropolis SLQ does as well. The regional tables are themselves modelled.
 *
 * Source  ALTA – Regional economic database for Finland: Honkatukia and others, Prime Minister's Office Publications 41/2019; computed in
 *         `location-quotients.test.ts`.
 */
export const measuredErrors: readonly { method: QuotientMethod; all: number; uusimaa: number }[] = [
  { method: { kind: 'none' }, all: 30.67, uusimaa: 12.48 },
  { method: { kind: 'SLQ' }, all: 10.58, uusimaa: 3.48 },
  { method: { kind: 'CILQ' }, all: 11.75, uusimaa: 4.75 },
  { method: { kind: 'FLQ', delta: 0.14 }, all: 7.38, uusimaa: 6.02 },
  { method: { kind: 'FLQ', delta: 0.3 }, all: 10.57, uusimaa: 7.85 },
  { method: { kind: 'FLQ', delta: 0.4 }, all: 13.57, uusimaa: 9.17 },
  { method: { kind: 'AFLQ', delta: 0.16 }, all: 6.24, uusimaa: 4.41 },
]
