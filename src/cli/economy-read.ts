import type { EconomyOutline } from '../books/economy/economy-content.ts'
import type { Notice } from '../books/notice.ts'
import type { Arguments, Options } from './arguments.ts'
import type { CommandNeeds } from './command.ts'
import { wordsOfNotice } from './cooperation-words.ts'
import { RefusedError, UsageError } from './exit-codes.ts'
import { readBytes, requireReadable } from './files.ts'
import type { Terminal } from './terminal.ts'
import { taken, wordsOfRefusal } from './words-of-refusal.ts'

/** What the person says of a table, where the table itself does not. */
export const saidOptions: Options = { year: { type: 'string' }, unit: { type: 'string' } }

/** A table or margins as they were read, with their numbers packed. */
export interface ReadEconomyFile {
  outline: EconomyOutline
  packed: Uint8Array
  sha256: string
  noticeCounts: Readonly<Record<string, number>>
}

/** `--year` and `--unit`. */
export function saidOf(given: Arguments): { year?: number; unit?: string } {
  const [year, unit] = [given.text('year'), given.text('unit')]
  if (year !== null && !/^(19|20)\d\d$/.test(year)) throw new UsageError(`--year is a year such as 2022, not "${year}"`)
  return { ...(year === null ? {} : { year: Number(year) }), ...(unit === null ? {} : { unit }) }
}

/**
 * Reads a table or margins in a process of its own, which leaves the numbers in a file.
 *
 * @throws {RefusedError} nothing could be made of it
 */
export async function readEconomyFile(place: string, given: Arguments, terminal: Terminal, needs: CommandNeeds): Promise<ReadEconomyFile> {
  requireReadable(place)
  const said = saidOf(given)
  terminal.progress(`Reading ${place}`)
  return await needs.withScratchFile(async (file) => {
    const { economy } = taken(await needs.read({ kind: 'economy', place, said, packed: file }), place)
    if (economy === undefined) throw new Error('The reader answered without a table.')
    const { outline, notices, ...rest } = economy
    const errors = notices.filter(({ severity }) => severity === 'error')
    if (outline === null)
      throw new RefusedError(
        [`${place}: ${wordsOfRefusal({ code: 'economy_nothing_read' })}`, ...errors.slice(0, mostTold).map(saidOfError)].join('\n'),
        {
          notices: errors,
        },
      )
    return { ...rest, outline, packed: readBytes(file) }
  })
}

/** How many errors are told. */
const mostTold = 10

/** Where it is, what it is, and what to do. */
const saidOfError = ({ file, line, column, value, code }: Notice): string => {
  const place = [file, line === null ? null : `row ${line}`, column === null ? null : `column ${column}`, value].filter(
    (one) => one !== null,
  )
  return `  ${place.join(', ')}: ${wordsOfNotice({ code })}`
}
