import type { CooperationReads } from '../cooperation/cooperation-record.ts'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { City } from '../../books/indicators/figure.ts'
import { refuse, type Outcome } from '../../books/outcome.ts'
import type { GivenCity } from '../../formats/economy-file/read-economy-file.ts'
import { renewNotes, type RenewNeeds } from './renew-notes.ts'

export type KeepCitiesNeeds = RenewNeeds & Pick<CooperationReads, 'listCooperation'>

/**
 * What is known of cities is kept, with the statements that asked for the note found by their words, and the notes are made anew. Call it in a
 * transaction: where something is refused, nothing is kept.
 *
 * Refusals  economy_statement_unknown, and those of `twinNote`
 */
export async function keepCities(
  { city, given, at }: { city: City; given: readonly GivenCity[]; at: Date },
  needs: KeepCitiesNeeds,
): Promise<Outcome<[a: CityEconomy, b: CityEconomy][]>> {
  const statements = given.some(({ askedBy }) => askedBy.length > 0) ? await needs.listCooperation(city, 'statement') : []
  for (const one of given) {
    const askedBy: number[] = []
    for (const said of one.askedBy) {
      const statement = statements.find(({ content }) => content.text === said)
      if (statement === undefined) return refuse('economy_statement_unknown', 'askedBy', { city: one.code, said })
      askedBy.push(statement.number)
    }
    await needs.addCityEconomy(city, { ...one, askedBy }, at)
  }
  return await renewNotes(city, at, needs)
}
