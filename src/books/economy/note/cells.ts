import type { Need, NoteCell, NoteData, NoteTable } from './note.ts'

/** A number, or that it is not defined. */
export const numberCell = (value: number | null | undefined): NoteCell =>
  value === null || value === undefined || !Number.isFinite(value) ? { kind: 'undefined' } : { kind: 'number', value }

/** A figure about the cities by its name; where it was not computed, what it needs. */
export const bandCell = (data: NoteData, name: string, need: Need = whatCitiesNeed(data)): NoteCell =>
  data.bands?.get(name) ?? { kind: 'missing', need }

/** What has to be loaded before the cities can be taken out of their countries: the table first. */
export const whatCitiesNeed = ({ table }: NoteData): Need => (table === null ? 'table' : 'city_output')

/** A table that is not there, and what it needs. */
export const missingTable = (key: string, need: Need): NoteTable => ({
  key,
  columns: [],
  rows: [{ label: { kind: 'index', key, formula: 'output' }, cells: [{ kind: 'missing', need }] }],
  sources: [],
})

/** Where figures about countries come from. */
export const countrySource = ({ table }: NoteData): NoteTable['sources'][number] => (table === null ? 'margins' : 'table')

/** Indices of the largest values, largest first; those that are not above 0 are left out. */
export const largest = (values: ArrayLike<number>, count: number): number[] =>
  Array.from(values, (value, at) => ({ value, at }))
    .filter(({ value }) => value > 0)
    .sort((one, other) => other.value - one.value || one.at - other.at)
    .slice(0, count)
    .map(({ at }) => at)

/** Indices that stand in one of the lists, in the order of the first list, then of the second. */
export const union = (...lists: readonly (readonly number[])[]): number[] => [...new Set(lists.flat())]

export const sumOf = (values: ArrayLike<number>): number => Array.from(values).reduce((sum, value) => sum + value, 0)
