import { bandCell, missingTable, whatCitiesNeed } from './cells.ts'
import { notePlaces, sides, type NoteColumn, type NoteData, type NoteTable } from './note.ts'

/** Part 4: who gains if a city sells one unit of the table (a million) more to the partner's country, of what it sells there now. */
export const gainsPart = (data: NoteData): NoteTable[] =>
  sides.map((side) =>
    data.bands === null ? missingTable(`gains_${side}`, whatCitiesNeed(data)) : impactTable(data, `gains_${side}`, `gain.${side}`, 3),
  )

/** Output, value added and jobs in each place. */
export function impactTable(data: NoteData, key: string, name: string, decimals: number): NoteTable {
  const { unit } = data.accounts
  const jobsIn = data.table?.extensions.find(({ kind }) => kind === 'employment')?.unit
  const columns: NoteColumn[] = [
    { key: 'output', unit, decimals, formula: 'demand_output' },
    { key: 'value_added', unit, decimals, formula: 'demand_value_added' },
    { key: 'jobs', unit: jobsIn ?? '', decimals: 1, formula: 'demand_jobs' },
  ]
  return {
    key,
    columns,
    // A table of two countries has no rest of the world.
    rows: notePlaces
      .filter((place) => data.bands?.has(`${name}.${place}.output`))
      .map((place) => ({
        label: { kind: 'place', place },
        cells: [
          bandCell(data, `${name}.${place}.output`),
          bandCell(data, `${name}.${place}.valueAdded`),
          bandCell(data, `${name}.${place}.jobs`, 'jobs'),
        ],
      })),
    sources: ['table', 'city_a', 'city_b'],
  }
}
