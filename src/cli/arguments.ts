import { parseArgs, type ParseArgsConfig } from 'node:util'
import { UsageError } from './exit-codes.ts'

export type Options = NonNullable<ParseArgsConfig['options']>
type Values = Readonly<Record<string, string | boolean | string[] | undefined>>

export interface Arguments {
  words: string[]
  /** An option with a value; null when it is not given. */
  text(name: string): string | null
  /** An option that may be given several times. */
  texts(name: string): string[]
  flag(name: string): boolean
}

/** Options that every command takes. */
const common: Options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }

/**
 * The words and options of a command.
 *
 * @param mostWords  how many words the command takes at most
 * @throws {UsageError} an option that the command does not know, a value that is missing, or a word too many
 */
export function readArguments(args: readonly string[], options: Options, mostWords: number): Arguments {
  let parsed: { values: Values; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...args], options: { ...common, ...options }, allowPositionals: true, strict: true }) as typeof parsed
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\.\s/)[0] ?? '')
  }
  const { values, positionals } = parsed
  const surplus = positionals[mostWords]
  if (surplus !== undefined) throw new UsageError(`"${surplus}" is one word too many`)
  return {
    words: positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : null),
    texts: (name) => (Array.isArray(values[name]) ? values[name] : []),
    flag: (name) => values[name] === true,
  }
}
