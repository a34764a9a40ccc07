import type { Series } from '../../indicators/figure.ts'
import { choicesOf, dimensionOf, otherCategory, type VoiceChoices, type VoiceField } from './fields.ts'

/** Which table of the record counts the population by a field: all series that differ in nothing but the category. */
export interface CensusChoice {
  indicator: string
  source: string
  method: string
  boundary: string
  unit: string
  timePeriod: string
}

export type CensusChoices = Readonly<Partial<Record<VoiceField, CensusChoice>>>

/** A choice as forms send it, the same for the same table and period; '' for none. */
export const nameOfChoice = (choice: CensusChoice | undefined): string =>
  choice === undefined
    ? ''
    : JSON.stringify([choice.indicator, choice.source, choice.method, choice.boundary, choice.unit, choice.timePeriod])

/** The people of one category, and the series whose figures say so. */
export interface CensusCount {
  category: string
  people: number
  series: readonly string[]
}

/** Units in which people are counted: a rate by district is no census. */
const unitsOfPeople: ReadonlySet<string> = new Set(['PERSONS', 'PERSON', 'PS', 'PEOPLE', 'NUMBER'])

/** The category of a field that a series counts; null: it is not of a census by that field. */
export function categoryOf(series: Series, field: VoiceField, choices: VoiceChoices, refArea: string): string | null {
  if (!unitsOfPeople.has(series.unit)) return null
  const dimensions = Object.entries(series.dimensions)
  if (field === 'district') return dimensions.length === 0 && choices.district.includes(series.refArea) ? series.refArea : null
  const [dimension, code] = dimensions[0] ?? []
  if (series.refArea !== refArea || dimensions.length !== 1 || dimension !== dimensionOf[field] || code === undefined) return null
  const known = choices[field].find((choice) => choice.toUpperCase() === code.toUpperCase())
  // What the form does not name is somebody else; an age that nobody is asked about (children) is left out.
  return known ?? (choicesOf[field].includes(otherCategory) ? otherCategory : null)
}

const keyOf = ({ indicator, source, method, boundary, unit }: Omit<CensusChoice, 'timePeriod'>): string =>
  JSON.stringify([indicator, source, method, boundary, unit])

/** Series of the tables that count people by a field, table by table; a table has at least two categories. */
export function censusTables(series: readonly Series[], field: VoiceField, choices: VoiceChoices, refArea: string): Series[][] {
  const tables = new Map<string, Series[]>()
  for (const one of series) {
    if (categoryOf(one, field, choices, refArea) === null) continue
    const key = keyOf(one)
    tables.set(key, [...(tables.get(key) ?? []), one])
  }
  return [...tables.values()].filter((table) => new Set(table.map((one) => categoryOf(one, field, choices, refArea))).size > 1)
}

export const isOfTable = (series: Series, choice: CensusChoice): boolean => keyOf(series) === keyOf(choice)

/**
 * The census by one field: people by category, in the order of the choices.
 *
 * Missing  null where a figure of the table is missing in that period: the shares of the others would not be right.
 */
export function countCensus(
  table: readonly Series[],
  peopleOf: (seriesId: string) => number | null,
  field: VoiceField,
  choices: VoiceChoices,
  refArea: string,
): CensusCount[] | null {
  const counts = new Map<string, { people: number; series: string[] }>()
  for (const one of table) {
    const category = categoryOf(one, field, choices, refArea)
    const people = peopleOf(one.id)
    if (people === null) return null
    if (category === null) continue
    const count = counts.get(category) ?? { people: 0, series: [] }
    counts.set(category, { people: count.people + people, series: [...count.series, one.address] })
  }
  return choices[field].filter((category) => counts.has(category)).map((category) => ({ category, ...counts.get(category)! }))
}
