import { importReadings, type ImportOptions } from '../actions/import-readings.ts'
import type { City } from '../books/indicators/figure.ts'
import type { ReadingSet } from '../books/indicators/reading-set.ts'
import type { Arguments } from './arguments.ts'
import type { CommandNeeds, CommandRecord } from './command.ts'
import { exitCodes } from './exit-codes.ts'
import { rounded, saidOfImport } from './import-words.ts'
import type { Terminal } from './terminal.ts'

/**
 * What a reader understood goes into the record, and the terminal is told what came of it.
 *
 * @param more  what the answer names besides
 */
export async function storeReadings(
  city: City,
  set: ReadingSet,
  milliseconds: Record<string, number>,
  how: Pick<ImportOptions, 'parameters' | 'covers'>,
  given: Arguments,
  terminal: Terminal,
  needs: CommandNeeds,
  record: CommandRecord,
  more: object = {},
): Promise<number> {
  terminal.progress(`Comparing and storing ${set.readings.length} values`)
  const start = needs.clock()
  const options: ImportOptions = { kind: 'import', madeBy: record.operator, write: writeOf(given), ...how }
  const result = await importReadings(city, set, options, record)
  const stages = rounded({ ...milliseconds, store: needs.clock() - start })
  terminal.answer({ city: city.slug, ...result, ...more, milliseconds: stages })
  terminal.say(saidOfImport(city.slug, result, options.write))
  return exitCodes.done
}

function writeOf(given: Arguments): ImportOptions['write'] {
  if (given.flag('dry-run')) return 'none'
  return given.flag('draft') ? 'draft' : 'publish'
}
