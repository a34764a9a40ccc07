import { readArguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { saidOfTable } from './economy-check-words.ts'
import { taken } from './words-of-refusal.ts'

const options: Options = { year: { type: 'string' }, unit: { type: 'string' }, flows: { type: 'string' } }

/** `bagdar economy check <file or folder> [--year 2022] [--unit "million USD"] [--flows <new file>]`. */
export const economyCheck: Command = async (args, terminal, needs) => {
  const given = readArguments(args, options, 1)
  const [place] = given.words
  if (place === undefined) throw new UsageError('Say which table: bagdar economy check <file or folder>')
  const [year, unit] = [given.text('year'), given.text('unit')]
  if (year !== null && !/^(19|20)\d\d$/.test(year)) throw new UsageError(`--year is a year such as 2022, not "${year}"`)
  terminal.progress(`Reading ${place}`)
  const said = { ...(year === null ? {} : { year: Number(year) }), ...(unit === null ? {} : { unit }) }
  const { inputOutput: report } = taken(await needs.read({ kind: 'input-output', place, said, flows: given.text('flows') }), place)
  if (report === undefined) throw new Error('The reader answered without a report.')
  terminal.answer({ place, ...report })
  terminal.say(saidOfTable(place, report))
  return report.notices.some(({ severity }) => severity === 'error') ? exitCodes.refused : exitCodes.done
}
