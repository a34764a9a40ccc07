import type { CityEconomy } from '../../books/economy/note/city-economy.ts'
import type { KeptNote, LoadedTable } from '../../books/economy/note/kept-note.ts'
import type { TwinNote } from '../../books/economy/note/note.ts'
import type { City } from '../../books/indicators/figure.ts'

/** What the economy reads of the record. */
export interface EconomyReads {
  listEconomyTables(city: City): Promise<LoadedTable[]>
  readEconomyTable(city: City, number: number): Promise<Uint8Array | null>
  listCityEconomies(city: City): Promise<CityEconomy[]>
  findTwinNote(city: City, a: string, b: string, asOf: Date): Promise<KeptNote | null>
  listTwinNotes(city: City, asOf: Date): Promise<{ a: CityEconomy; b: CityEconomy }[]>
}

export interface EconomyWrites {
  addEconomyTable(city: City, table: Omit<LoadedTable, 'number'>, packed: Uint8Array): Promise<number>
  addCityEconomy(city: City, content: CityEconomy, at: Date): Promise<void>
  addTwinNote(city: City, note: TwinNote, made: { at: Date; codeVersion: string }): Promise<void>
  codeVersion: string
}
