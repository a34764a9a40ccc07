import { readArguments } from './arguments.ts'
import type { Command, CommandNeeds } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { help } from './help.ts'
import { terminal, type Terminal } from './terminal.ts'

/** What `main.ts` hands to all commands, and to `serve` besides. */
export interface ProgramNeeds extends CommandNeeds {
  /** Serves until it is asked to stop. `ready` is told the address. */
  serve(tell: (text: string) => void, ready: (address: string) => void): Promise<number>
  /** Does what waits in the queues until it is asked to stop. */
  work(tell: (text: string) => void): Promise<number>
}

/** Commands by name; each is loaded when it is called for. */
const commands = new Map<string, () => Promise<Command>>([
  ['import', async () => (await import('./import.ts')).importCommand],
  ['compute', async () => (await import('./compute.ts')).compute],
  ['opinion-groups', async () => (await import('./opinion-groups.ts')).opinionGroupsCommand],
  ['cooperation', async () => (await import('./cooperation.ts')).cooperation],
  ['economy', async () => (await import('./economy.ts')).economy],
  ['discussion', async () => (await import('./discussion.ts')).discussion],
  ['programme', async () => (await import('./programme.ts')).programme],
  ['release', async () => (await import('./release.ts')).release],
  ['report', async () => (await import('./report.ts')).report],
  ['export', async () => (await import('./export.ts')).exportCommand],
  ['user', async () => (await import('./user.ts')).user],
  ['check', async () => (await import('./check.ts')).check],
  ['backup', async () => (await import('./backup.ts')).backup],
  ['restore', async () => (await import('./restore.ts')).restore],
  ['drill', async () => (await import('./drill.ts')).drill],
])

/**
 * Runs `bagdar <command> …` and returns the exit code.
 *
 * @param args     the words after `bagdar`
 * @param streams  standard output and standard error
 */
export async function run(args: readonly string[], streams: Parameters<typeof terminal>[0], needs: ProgramNeeds): Promise<number> {
  const [name = '', ...rest] = args
  const speak = terminal(streams, args.includes('--json'))
  try {
    return await runCommand(name, rest, speak, needs)
  } catch (error) {
    if (error instanceof UsageError) {
      speak.complain(`${error.message}.\nSee: bagdar ${Object.hasOwn(help, name) ? `${name} ` : ''}--help`)
      speak.answer({ error: error.message })
      return exitCodes.usage
    }
    if (error instanceof RefusedError) {
      speak.complain(error.message)
      speak.answer({ error: error.message, ...error.details })
      return exitCodes.refused
    }
    speak.complain(`Something broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    speak.answer({ error: error instanceof Error ? error.message : String(error) })
    return exitCodes.fault
  }
}

async function runCommand(name: string, rest: readonly string[], speak: Terminal, needs: ProgramNeeds): Promise<number> {
  if (name === '' || name === '--help' || name === '-h') return explain('', speak, name === '' ? exitCodes.usage : exitCodes.done)
  if (name === 'help') return explain(rest.find((word) => !word.startsWith('-')) ?? '', speak)
  if (rest.includes('--help') || rest.includes('-h')) return explain(name, speak)
  if (name === 'serve') {
    readArguments(rest, {}, 0)
    return await needs.serve(speak.complain, (address) => speak.answer({ address }))
  }
  if (name === 'work') {
    readArguments(rest, {}, 0)
    return await needs.work(speak.complain)
  }
  const load = commands.get(name)
  if (load === undefined) throw new UsageError(`There is no command "${name}"`)
  const command = await load()
  return await command(rest, speak, needs)
}

function explain(topic: string, speak: Terminal, code: number = exitCodes.done): number {
  const text = Object.hasOwn(help, topic) ? help[topic] : undefined
  if (text === undefined) throw new UsageError(`There is no command "${topic}"`)
  speak.say(text)
  speak.answer({ help: text })
  return code
}
