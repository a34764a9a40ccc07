import { readArguments } from './arguments.ts'
import { check } from './check.ts'
import type { CommandNeeds } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { exportCommand } from './export.ts'
import { help } from './help.ts'
import { importCommand } from './import.ts'
import { programme } from './programme.ts'
import { release } from './release.ts'
import { terminal } from './terminal.ts'

const commands = { import: importCommand, programme, release, export: exportCommand, check }

/**
 * Runs `bagdar <command> …` and returns the exit code.
 *
 * @param args     the words after `bagdar`
 * @param streams  standard output and standard error
 */
export async function run(
  args: readonly string[],
  streams: Parameters<typeof terminal>[0],
  needs: CommandNeeds & { serve(): Promise<number> },
): Promise<number> {
  const [name = '', ...rest] = args
  const speak = terminal(streams, args.includes('--json'))
  if (name === '' || name === '--help' || name === '-h' || name === 'help') {
    streams.out.write(`${help[rest[0] ?? ''] ?? help['']}\n`)
    return name === '' ? exitCodes.usage : exitCodes.done
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    streams.out.write(`${help[name] ?? help['']}\n`)
    return exitCodes.done
  }
  try {
    if (name === 'serve') {
      readArguments(rest, {})
      return await needs.serve()
    }
    if (!(name in commands)) throw new UsageError(`There is no command "${name}"`)
    return await commands[name as keyof typeof commands](rest, speak, needs)
  } catch (error) {
    if (error instanceof UsageError) {
      speak.complain(`${error.message}.\nSee: bagdar ${name in help ? name : ''} --help`.replace('  ', ' '))
      return exitCodes.usage
    }
    if (error instanceof RefusedError) {
      speak.complain(error.message)
      speak.answer({ error: error.message })
      return exitCodes.refused
    }
    speak.complain(`Something broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return exitCodes.fault
  }
}
