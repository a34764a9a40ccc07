import type { EconomyOutline } from '../../books/economy/economy-content.ts'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { Loaded, TwinNote } from '../../books/economy/note/note.ts'
import { twinNote } from '../../books/economy/note/twin-note.ts'
import type { City } from '../../books/indicators/figure.ts'
import { refuse, type Outcome } from '../../books/outcome.ts'
import { unpackEconomy } from '../../formats/input-output/pack-economy.ts'
import type { EconomyReads } from './economy-record.ts'

/**
 * The note about two cities: of the table that is given, or of the newest loaded one that has both countries; margins where there is no table.
 *
 * Refusals  economy_no_data, and those of `twinNote`
 */
export async function composeNote(
  { city, a, b, given }: { city: City; a: CityEconomy; b: CityEconomy; given: Loaded | null },
  needs: Pick<EconomyReads, 'listEconomyTables' | 'readEconomyTable'>,
): Promise<Outcome<TwinNote>> {
  const loaded = given ?? (await findLoaded(city, a, b, needs))
  return loaded === null ? refuse('economy_no_data', undefined, { a: a.country, b: b.country }) : twinNote(a, b, loaded)
}

async function findLoaded(
  city: City,
  a: CityEconomy,
  b: CityEconomy,
  needs: Pick<EconomyReads, 'listEconomyTables' | 'readEconomyTable'>,
): Promise<Loaded | null> {
  const hasBoth = ({ regions }: EconomyOutline) => [a, b].every(({ country }) => regions.some(({ code }) => code === country))
  const newestFirst = (await needs.listEconomyTables(city)).filter(({ outline }) => hasBoth(outline)).reverse()
  const found = newestFirst.find(({ outline }) => outline.kind === 'table') ?? newestFirst[0]
  const packed = found && (await needs.readEconomyTable(city, found.number))
  return found && packed ? { content: unpackEconomy(packed), source: found.source, number: found.number } : null
}
