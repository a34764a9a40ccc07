import path from 'node:path'
import type { Refusal } from '../books/outcome.ts'
import type { SdmxInput } from '../formats/sdmx/import/read-inputs.ts'
import type { FoundMessage } from '../formats/sdmx/import/read-import.ts'
import type { Arguments } from './arguments.ts'
import { cityOf, type CommandNeeds } from './command.ts'
import { UsageError } from './exit-codes.ts'
import { requireReadable } from './files.ts'
import { storeReadings } from './store-readings.ts'
import type { Terminal } from './terminal.ts'
import { taken } from './words-of-refusal.ts'

const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** `bagdar import sdmx <file|folder|address …>`: SDMX messages with their structure, as one release. */
export async function importSdmx(words: readonly string[], given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<number> {
  if (words.length === 0) throw new UsageError('Say which file, folder or address to import')
  const structure = given.text('structure')
  const all = structure === null ? words : [...words, structure]
  for (const word of all) if (!isAddress(word)) requireReadable(word)
  const source = given.text('source')
  const indicator = given.text('indicator')
  const parameters = { source, indicator, addresses: all.filter(isAddress) }

  return await needs.withRecord(async (record) => {
    // A city that is not there is told of before anything is fetched.
    const city = await cityOf(record, given.text('city'))
    const removals: Array<() => Promise<void>> = []
    try {
      const inputs: SdmxInput[] = []
      for (const word of all) {
        terminal.progress(`${isAddress(word) ? 'Fetching' : 'Reading'} ${word}`)
        if (!isAddress(word)) inputs.push({ path: word, name: path.basename(path.resolve(word)) })
        else {
          const fetched = taken(await needs.fetchOutside(word), word)
          removals.push(fetched.remove)
          inputs.push({ path: fetched.path, name: word })
        }
      }
      const outcome = await needs.read({ kind: 'sdmx', inputs, source, indicator })
      const { set, found = [], milliseconds } = taken(outcome, outcome.ok ? '' : placeOf(outcome.refusal, words))
      if (set === undefined) throw new Error('The reader gave no readings.')
      for (const line of saidOfFound(found)) terminal.say(line)
      const how = { parameters, covers: () => false }
      return await storeReadings(city, set, milliseconds, how, given, terminal, needs, record, { found })
    } finally {
      for (const remove of removals) await remove()
    }
  })
}

/** The file and line that a refusal is about; all that was named where it is about the whole. */
function placeOf({ details }: Refusal, words: readonly string[]): string {
  const file = details?.['file']
  if (file === undefined) return words.join(' ')
  const line = details?.['line']
  return line === undefined ? String(file) : `${file}:${line}`
}

/** What the files turned out to be, one line for each format. */
function saidOfFound(found: readonly FoundMessage[]): string[] {
  const formats = [...new Set(found.map((one) => one.format))].sort()
  return formats.map((format) => {
    const files = found.filter((one) => one.format === format)
    const observations = files.reduce((sum, one) => sum + one.observations, 0)
    const count = `${files.length} ${files.length === 1 ? 'file' : 'files'}`
    return observations === 0 ? `${format}: ${count}.` : `${format}: ${count}, ${observations} observations.`
  })
}
