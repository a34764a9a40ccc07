import type { Outcome, Refusal } from '../books/outcome.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'
import { RefusedError } from './exit-codes.ts'

const words = wordsOf('en')

/** A refusal in words, for the terminal. */
export function wordsOfRefusal({ code, field, details }: Refusal): string {
  const topic = ['notices', 'programme', 'reports', 'errors'].find((one) => isMessageKey(`${one}.${code}`))
  if (topic === undefined)
    return [code.replaceAll('_', ' '), field, ...Object.values(details ?? {})].filter((part) => part !== undefined).join(': ')
  const toDo = `${topic}.${code}_do`
  const sentence = (key: string): string => (isMessageKey(key) ? words.t(key, { field: field ?? '', ...details }) : '')
  return [sentence(`${topic}.${code}`), sentence(toDo)].filter((part) => part !== '').join(' ')
}

/**
 * What was read, or the refusal in words behind the file that it is about.
 *
 * @throws {RefusedError} it was refused
 */
export function taken<T>(outcome: Outcome<T>, file: string, mappingFile: string | null = null): T {
  if (outcome.ok) return outcome.value
  const { refusal } = outcome
  const about = refusal.code.startsWith('mapping_') ? (mappingFile ?? file) : file
  throw new RefusedError(`${about}: ${wordsOfRefusal(refusal)}`, { refusal })
}
