import type { EconomyOutline } from '../books/economy/economy-content.ts'
import type { CityEconomy } from '../books/economy/note/city-economy.ts'
import type { TableOrigin, TwinNote } from '../books/economy/note/note.ts'

/** The tables of the economy as Kysely sees them; `migrations/0012_economy.sql` has their meaning. */
export interface EconomySchema {
  economy_table: {
    city_id: string
    number: number
    outline: EconomyOutline
    source: TableOrigin
    notice_counts: Readonly<Record<string, number>>
    loaded_at: Date
  }
  economy_table_piece: { city_id: string; table_number: number; piece: number; content: Uint8Array }
  city_economy: { city_id: string; code: string; number: number; content: CityEconomy; entered_at: Date }
  twin_note: { city_id: string; a: string; b: string; number: number; content: TwinNote; computed_at: Date; code_version: string }
}
