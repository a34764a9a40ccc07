import { readArguments, type Options } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { saidOf, saidOptions } from './economy-read.ts'
import { saidOfTable } from './economy-check-words.ts'
import { taken } from './words-of-refusal.ts'

const options: Options = { ...saidOptions, flows: { type: 'string' } }

/** `bagdar economy check <file or folder> [--year 2022] [--unit "million USD"] [--flows <new file>]`. */
export const economyCheck: Command = async (args, terminal, needs) => {
  const given = readArguments(args, options, 1)
  const [place] = given.words
  if (place === undefined) throw new UsageError('Say which table: bagdar economy check <file or folder>')
  const said = saidOf(given)
  terminal.progress(`Reading ${place}`)
  const { inputOutput: report } = taken(await needs.read({ kind: 'input-output', place, said, flows: given.text('flows') }), place)
  if (report === undefined) throw new Error('The reader answered without a report.')
  terminal.answer({ place, ...report })
  terminal.say(saidOfTable(place, report))
  return report.notices.some(({ severity }) => severity === 'error') ? exitCodes.refused : exitCodes.done
}
