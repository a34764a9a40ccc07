import { keepCities } from '../../src/actions/economy/keep-cities.ts'
import { loadTable } from '../../src/actions/economy/load-table.ts'
import { outlineOf } from '../../src/books/economy/economy-content.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import type { GivenCity } from '../../src/formats/economy-file/read-economy-file.ts'
import { packEconomy } from '../../src/formats/input-output/pack-economy.ts'
import { millerBlair33 } from './economy-tables.ts'
import type { TestSite } from './server.ts'

/** A city of one of the two regions of Miller and Blair, section 3.3. */
export const givenCity = (code: string, country: 'r' | 's'): GivenCity => ({
  ...{ code, name: { en: code }, country, countryName: { en: country }, invented: true, askedBy: [] },
  output: { source: { en: 'made' }, shares: { '1': 0.3, '2': 0.5 } },
  demand: { source: { en: 'made' }, share: 0.4 },
  visitors: { source: { en: 'made' }, currency: 'million', spending: { '2': 5 } },
})

/** A loaded table and the note about the city and another one. Returns what stands in their addresses. */
export async function makeEconomy(site: TestSite, city: City): Promise<Record<string, string>> {
  const at = new Date()
  const partner = `partner-${city.slug}`
  const kept = await keepCities({ city, given: [givenCity(city.slug, 'r'), givenCity(partner, 's')], at }, site.record)
  if (!kept.ok) throw new Error(kept.refusal.code)
  const content = { kind: 'table' as const, table: millerBlair33 }
  const source = { title: 'Miller and Blair, 3.3', licence: 'facts', address: 'https://example.org', sha256: '' }
  const input = { city, outline: outlineOf(content), source, noticeCounts: {}, packed: packEconomy(content), at }
  const loaded = await loadTable(input, site.record)
  if (!loaded.ok || loaded.value.notes.length !== 1) throw new Error('no note was made')
  return { economyPartner: partner, economyTable: String(loaded.value.number), noteTable: 'gains_a.csv' }
}
