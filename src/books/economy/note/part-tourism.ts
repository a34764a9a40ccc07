import { bandCell, largest, missingTable, whatCitiesNeed } from './cells.ts'
import { impactTable } from './part-gains.ts'
import { sides, type NoteData, type NoteTable } from './note.ts'

/** How many sectors are told. */
const mostSectors = 5

/** Part 6: what a thousand visitors do, in each city: by place, and by sector of the city. */
export const tourismPart = (data: NoteData): NoteTable[] =>
  sides.flatMap((side) => {
    if (data.bands === null) return [missingTable(`visitors_${side}`, whatCitiesNeed(data))]
    if (data[side].visitors === null) return [missingTable(`visitors_${side}`, 'visitor_spending')]
    return [impactTable(data, `visitors_${side}`, `visitors.${side}`, 3), bySector(data, side)]
  })

function bySector(data: NoteData, side: 'a' | 'b'): NoteTable {
  const cells = data.accounts.sectors.map((_, j) => bandCell(data, `visitors.${side}.sector.${j}`))
  const most = largest(
    cells.map((cell) => (cell.kind === 'band' ? cell.high : cell.kind === 'number' ? cell.value : 0)),
    mostSectors,
  )
  return {
    key: `visitor_sectors_${side}`,
    columns: [{ key: 'output', unit: data.accounts.unit, decimals: 3, formula: 'demand_output' }],
    rows: most.map((j) => ({ label: { kind: 'sector', code: data.accounts.sectors[j]!.code }, cells: [cells[j]!] })),
    sources: ['table', `city_${side}`],
  }
}
