import { writeBackup } from '../actions/write-backup.ts'
import { readArguments } from './arguments.ts'
import type { Command } from './command.ts'
import { exitCodes, UsageError } from './exit-codes.ts'

/** `bagdar backup <file>`: everything at one moment, read again and found whole. */
export const backup: Command = async (args, terminal, needs) => {
  const [file] = readArguments(args, {}, 1).words
  if (file === undefined) throw new UsageError('Say into which file, e.g. bagdar-2026-11-22.bagdar.gz')
  const check = await needs.withBackups((backups) => writeBackup(file, backups))
  terminal.answer(check)
  if (check.problem !== null) {
    terminal.complain(`${file}: ${check.problem} Take another backup, on another disk, and run bagdar check.`)
    return exitCodes.refused
  }
  terminal.say(
    `${file}: ${check.rows} rows of ${check.tables} tables, ${check.bytes} bytes, written and read again in ${check.seconds.toFixed(1)} s`,
  )
  terminal.say(`Content ${check.contentHash}`)
  if (!check.noted)
    terminal.complain('The page /trust does not show it: the tables are older than this version. The next start brings them up to date.')
  return exitCodes.done
}
