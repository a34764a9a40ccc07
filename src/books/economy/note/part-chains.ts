import { bandCell, missingTable, numberCell, whatCitiesNeed } from './cells.ts'
import type { NoteData, NoteTable } from './note.ts'

/** Part 5: candidate value chains between the cities, each with the link that is missing. */
export function chainsPart(data: NoteData): NoteTable[] {
  if (data.bands === null) return [missingTable('chains', whatCitiesNeed(data))]
  const { unit, sectors } = data.accounts
  return [
    {
      key: 'chains',
      columns: [
        { key: 'bought_abroad', unit, decimals: 2, formula: 'bought_abroad' },
        { key: 'from_partner', unit, decimals: 2, formula: 'from_partner' },
        { key: 'expected', unit, decimals: 2, formula: 'expected' },
        { key: 'gap', unit, decimals: 2, formula: 'gap' },
        { key: 'gap_value_added', unit, decimals: 2, formula: 'gap_value_added' },
      ],
      rows: data.chains.map(({ seller, product, sector, boughtAbroad, fromPartner, expected, cityGap }, k) => ({
        label: { kind: 'chain', seller, product: sectors[product]!.code, sector: sectors[sector]!.code },
        cells: [...[boughtAbroad, fromPartner, expected, cityGap].map(numberCell), bandCell(data, `chain.${k}.valueAdded`)],
      })),
      sources: ['table', 'city_a', 'city_b'],
    },
  ]
}
