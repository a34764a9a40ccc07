import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import { composeNote } from './compose-note.ts'
import type { EconomyReads, EconomyWrites } from './economy-record.ts'

export type RenewNeeds = Pick<EconomyReads, 'listEconomyTables' | 'readEconomyTable' | 'listCityEconomies'> & EconomyWrites

/**
 * Makes the notes about the city and each other city that is known, of what is loaded now. A pair whose countries no table has gets none.
 * Answers the pairs. Call it in the transaction that changed what they rest on.
 *
 * Refusals  those of `twinNote`
 */
export async function renewNotes(city: City, at: Date, needs: RenewNeeds): Promise<Outcome<[a: CityEconomy, b: CityEconomy][]>> {
  const known = await needs.listCityEconomies(city)
  const own = known.find(({ code }) => code === city.slug)
  const made: [CityEconomy, CityEconomy][] = []
  for (const other of known) {
    if (own === undefined || other === own) continue
    const outcome = await composeNote({ city, a: own, b: other, given: null }, needs)
    if (!outcome.ok && outcome.refusal.code === 'economy_no_data') continue
    if (!outcome.ok) return outcome
    await needs.addTwinNote(city, outcome.value, { at, codeVersion: needs.codeVersion })
    made.push([own, other])
  }
  return done(made)
}
