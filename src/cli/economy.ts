import type { Command } from './command.ts'
import { economyCheck } from './economy-check.ts'
import { economyCities, economyImport } from './economy-import.ts'
import { economyTwin } from './economy-twin.ts'
import { UsageError } from './exit-codes.ts'

const parts = new Map<string, Command>([
  ['check', economyCheck],
  ['import', economyImport],
  ['cities', economyCities],
  ['twin', economyTwin],
])

/** `bagdar economy check|import|cities|twin …`. */
export const economy: Command = async ([name = '', ...args], terminal, needs) => {
  const part = parts.get(name)
  if (part === undefined) throw new UsageError(`Say what to do: ${[...parts.keys()].map((one) => `economy ${one}`).join(', ')}`)
  return await part(args, terminal, needs)
}
