import type { InputOutputTable } from '../input-output-table.ts'
import { type EconomyModel, economyModel } from '../model/economy-model.ts'
import type { QuotientMethod } from './location-quotients.ts'
import { type CitySplit, splitCountry } from './split-country.ts'

/** The methods that a figure about a city is computed with. None is known to be right for it; together they show how much it depends on them. */
export const bandMethods: readonly QuotientMethod[] = [
  { kind: 'SLQ' },
  ...[0.1, 0.15, 0.2, 0.25, 0.3].map((delta) => ({ kind: 'FLQ', delta }) as const),
  ...[0.1, 0.2, 0.3].map((delta) => ({ kind: 'AFLQ', delta }) as const),
]

export interface Band {
  low: number
  high: number
  /** One for each method, in their order. */
  values: { method: QuotientMethod; value: number }[]
}

/**
 * Figures about cities inside their countries, each as a band over the methods: lowest and highest, and the value by each.
 *
 * `measure` is given the model of the table with all cities split out, and returns the figures by name. The error of tables made in this
 * way comes on top (`measuredErrors`).
 *
 * Source  bands over δ from 0.1 to 0.3 and SLQ: no single δ holds for all regions, see `docs/methods/economy.md`.
 * Cost    a split and a model for each method.
 */
export function cityBands<Name extends string>(
  table: InputOutputTable,
  cities: readonly Omit<CitySplit, 'method'>[],
  measure: (model: EconomyModel) => Record<Name, number>,
  methods: readonly QuotientMethod[] = bandMethods,
): Record<Name, Band> {
  const found = methods.map((method) => {
    const split = cities.reduce((before, city) => splitCountry(before, { ...city, method }), table)
    return { method, figures: measure(economyModel(split)) }
  })
  const names = Object.keys(found[0]?.figures ?? {}) as Name[]
  return Object.fromEntries(
    names.map((name) => {
      const values = found.map(({ method, figures }) => ({ method, value: figures[name] }))
      const numbers = values.map((one) => one.value)
      return [name, { low: Math.min(...numbers), high: Math.max(...numbers), values }]
    }),
  ) as Record<Name, Band>
}
