import type { City } from '../books/indicators/figure.ts'
import { parametersOf, readingsOfResult } from '../books/indicators/sdg-11/readings-of-result.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { languages, type MultilingualText } from '../books/text.ts'
import { computedFile } from '../formats/release-file.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'
import { importReadings, type ImportNeeds, type ImportOptions, type ImportResult } from './import-readings.ts'

export interface StoreOptions {
  /** The year that the figure speaks for. */
  timePeriod: string
  /** Files for the pages, by name. */
  computed: ReadonlyMap<string, Uint8Array>
  madeBy: string
  write: ImportOptions['write']
}

/** A computed result becomes a release of the city: figures, files for the map, inputs by their hashes, parameters. */
export async function storeComputation(
  city: City,
  result: SpatialResult,
  { timePeriod, computed, madeBy, write }: StoreOptions,
  needs: ImportNeeds,
): Promise<ImportResult> {
  const known = new Set((await needs.listIndicators(city, needs.now())).map(({ code }) => code))
  const set = computedReadings(result, city.refArea, timePeriod, known)
  return await importReadings(
    city,
    set,
    {
      kind: 'computation',
      madeBy,
      parameters: parametersOf(result),
      // Figures of other years stay as they are.
      covers: () => false,
      computed: [...computed].map(([name, content]) => ({ file: computedFile(name, content), content })),
      write,
    },
    needs,
  )
}

/** A result as readings, with the words that it needs. `known` are the indicators whose names stand already. */
export const computedReadings = (result: SpatialResult, refArea: string, timePeriod: string, known: ReadonlySet<string>): ReadingSet =>
  readingsOfResult(result, { refArea, timePeriod, knownIndicators: known, licence: licenceOf(result), words: inAllLanguages })

/** What is made of OpenStreetMap carries its licence; of the other files the computation knows no licence. */
const licenceOf = ({ indicator }: SpatialResult): string | null => (indicator === '11.2.1' || indicator === '11.7.1' ? 'ODbL-1.0' : null)

/** A message of the topic `spatial` in every language. */
function inAllLanguages(key: string, details?: Readonly<Record<string, string | number>>): MultilingualText {
  const id = `spatial.${key}`
  if (!isMessageKey(id)) return {}
  return Object.fromEntries(languages.map((language) => [language, wordsOf(language).t(id, details)]))
}
