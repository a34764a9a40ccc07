import type { EconomyOutline } from '../../books/economy/economy-content.ts'
import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { TableOrigin } from '../../books/economy/note/note.ts'
import type { City } from '../../books/indicators/figure.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import { renewNotes, type RenewNeeds } from './renew-notes.ts'

export interface LoadTableInput {
  city: City
  outline: EconomyOutline
  source: TableOrigin
  noticeCounts: Readonly<Record<string, number>>
  packed: Uint8Array
  at: Date
}

/** What came of it: the number of the table, and the notes that were made anew. */
export interface LoadedEconomy {
  number: number
  notes: [a: CityEconomy, b: CityEconomy][]
}

/**
 * A table or margins are kept, and the notes made anew. Call it in a transaction: where a note is refused, nothing is kept.
 *
 * Refusals  those of `twinNote`
 */
export async function loadTable({ city, packed, at, ...table }: LoadTableInput, needs: RenewNeeds): Promise<Outcome<LoadedEconomy>> {
  const number = await needs.addEconomyTable(city, { ...table, loadedAt: at.toISOString() }, packed)
  const notes = await renewNotes(city, at, needs)
  return notes.ok ? done({ number, notes: notes.value }) : notes
}
