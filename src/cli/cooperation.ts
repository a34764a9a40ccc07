import { UsageError } from './exit-codes.ts'
import type { Command } from './command.ts'
import { importCaseCommand } from './cooperation-import.ts'
import { importTableCommand } from './cooperation-import-csv.ts'

/** `bagdar cooperation import|import-csv`. */
export const cooperation: Command = async (args, terminal, needs) => {
  const [verb, ...rest] = args
  if (verb === 'import') return await importCaseCommand(rest, terminal, needs)
  if (verb === 'import-csv') return await importTableCommand(rest, terminal, needs)
  throw new UsageError('Say "import" or "import-csv", and which file')
}
