import type { Refusal } from '../../books/outcome.ts'
import { isMessageKey } from '../messages.ts'
import type { Problem } from '../parts/form.tsx'
import type { Words } from '../words.ts'

/** Why something was refused, in the reader's words, beside the field that it is about. */
export function problemsOf(refusal: Refusal | null, words: Words): Problem[] {
  if (refusal === null) return []
  const key = `account.${refusal.code}`
  return [{ field: refusal.field ?? '', text: isMessageKey(key) ? words.t(key, refusal.details) : refusal.code }]
}
