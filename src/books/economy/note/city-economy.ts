import type { MultilingualText } from '../../text.ts'

/** What is known of a city for its economic note. Nothing is guessed: what is not known stays null, and the note says what to load. */
export interface CityEconomy {
  /** Its name in addresses: `almaty`. */
  code: string
  name: MultilingualText
  /** Code of its country in the tables: `KAZ`. */
  country: string
  countryName: MultilingualText
  /** The city does not exist. */
  invented: boolean
  /** The city's part of its country's output of each sector, 0 to 1, by the codes of the table; a sector that is not named is not there. */
  output: Sourced<{ shares: Readonly<Record<string, number>> }> | null
  /** The city's part of its country's final demand: of its income or its people, 0 to 1. */
  demand: Sourced<{ share: number }> | null
  /** What one visitor spends in the city, by sector, at basic prices. */
  visitors: Sourced<{ currency: string; spending: Readonly<Record<string, number>> }> | null
  /** Numbers of the statements that asked for the note, among those of cooperation. */
  askedBy: readonly number[]
}

export type Sourced<T> = T & { source: MultilingualText }

/** A city that can be taken out of its country. */
export type KnownCity = CityEconomy & { output: NonNullable<CityEconomy['output']>; demand: NonNullable<CityEconomy['demand']> }

export const isKnown = (city: CityEconomy): city is KnownCity => city.output !== null && city.demand !== null
