import { isMessageKey } from '../messages.ts'
import type { MessageArguments, Words } from '../words.ts'

/** The message of a code of `books/indicators/sdg-11`; the code itself where nobody has written words for it. */
export function spatialWords(words: Words, code: string, details?: MessageArguments): string {
  const key = `spatial.${code}`
  return isMessageKey(key) ? words.t(key, details) : code
}
