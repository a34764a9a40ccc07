import { bandMethods } from '../city/city-band.ts'
import { measuredErrors } from '../city/measured-errors.ts'
import { methodName } from '../city/location-quotients.ts'
import { bandCell, missingTable, numberCell, whatCitiesNeed } from './cells.ts'
import { sides, type NoteCell, type NoteColumn, type NoteData, type NoteTable } from './note.ts'

/** Part 7: what the main figures are by each method, and how wrong tables of cities were where they could be compared with real ones. */
export function uncertaintyPart(data: NoteData): NoteTable[] {
  if (data.bands === null) return [missingTable('methods', whatCitiesNeed(data))]
  const { unit } = data.accounts
  const figures: { name: string; column: NoteColumn }[] = sides.flatMap((side) => [
    {
      name: `gain.${side}.city_${side}.valueAdded`,
      column: { key: 'gain_own', place: `city_${side}`, unit, decimals: 3, formula: 'demand_value_added' },
    },
    {
      name: `flow.city_${side}.city_${side === 'a' ? 'b' : 'a'}`,
      column: { key: 'flow_partner', place: `city_${side}`, unit, decimals: 2, formula: 'value_added_flow' },
    },
  ])
  const byMethod = figures.map(({ name }) => bandCell(data, name))
  return [
    {
      key: 'methods',
      columns: figures.map(({ column }) => column),
      rows: bandMethods.map((method, m) => ({
        label: { kind: 'method', name: methodName(method) },
        cells: byMethod.map((cell): NoteCell => (cell.kind === 'band' ? numberCell(cell.values[m]) : cell)),
      })),
      sources: ['table', 'city_a', 'city_b'],
    },
    {
      key: 'measured_errors',
      columns: [
        { key: 'all_regions', unit: '%', decimals: 1, formula: 'measured_error' },
        { key: 'uusimaa', unit: '%', decimals: 1, formula: 'measured_error' },
      ],
      rows: measuredErrors.map(({ method, all, uusimaa }) => ({
        label: { kind: 'method', name: methodName(method) },
        cells: [numberCell(all), numberCell(uusimaa)],
      })),
      sources: ['finland'],
    },
  ]
}
