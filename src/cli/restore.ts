import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'
import { requireKind } from './files.ts'

/** `bagdar restore <file>`: puts the content of a backup into the database. */
export const restore: Command = async (args, terminal, needs) => {
  const given = readArguments(args, { replace: { type: 'boolean' }, erasures: { type: 'string' } }, 1)
  const [file] = given.words
  if (file === undefined) throw new UsageError('Say which file "bagdar backup" wrote')
  const erasures = given.text('erasures')
  for (const each of [file, erasures]) if (each !== null) requireKind(each, 'file')
  const began = needs.clock()
  const { end, erased } = await needs.restore(file, { replace: given.flag('replace'), erasures })
  const seconds = (needs.clock() - began) / 1000
  const rows = end.tables.reduce((sum, table) => sum + table.rows, 0)
  terminal.answer({ file, content: end.content, tables: end.tables, erased, seconds })
  terminal.say(`${rows} rows of ${end.tables.length} tables are restored, and hold what the backup holds. It took ${seconds.toFixed(1)} s.`)
  terminal.say(`Content ${end.content}`)
  if (erased > 0) terminal.say(`${erased} ${erased === 1 ? 'person stays' : 'people stay'} forgotten.`)
  terminal.say('Everybody who was signed in signs in again.')
  return exitCodes.done
}
