import { runDrill } from '../actions/run-drill.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes } from './exit-codes.ts'

/** `bagdar drill`: takes a backup, restores it aside, compares every table. */
export const drill: Command = async (args, terminal, needs) => {
  readArguments(args, {}, 0)
  const check = await needs.withBackups(runDrill)
  terminal.answer(check)
  if (check.problem !== null) {
    terminal.complain(
      `The restore drill failed: ${check.problem} Run bagdar check, take a backup to another disk, and tell the developers.`,
    )
    return exitCodes.refused
  }
  terminal.say(
    `Drill passed: ${check.rows} rows of ${check.tables} tables, ${check.bytes} bytes, restored and equal in ${check.seconds.toFixed(1)} s, content ${check.contentHash}`,
  )
  if (!check.noted)
    terminal.complain('The page /trust does not show it: the tables are older than this version. The next start brings them up to date.')
  return exitCodes.done
}
