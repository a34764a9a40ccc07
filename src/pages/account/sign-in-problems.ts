import type { Refusal } from '../../books/outcome.ts'
import { isMessageKey } from '../messages.ts'
import type { Problem } from '../parts/form.tsx'
import type { Words } from '../words.ts'

/** Why a sign-in was not taken, in the reader's words. */
export function signInProblems(refusal: Refusal | null, words: Words): Problem[] {
  if (refusal === null) return []
  const { code, field, details } = refusal
  if (code === 'too_many_tries') return [{ field: '', text: waitWords(Number(details?.['seconds']), words) }]
  // Passkeys and providers have words of their own.
  const key = [`account.signin_problem_${code}`, `account.${code}`].find(isMessageKey)
  return [{ field: field ?? '', text: key === undefined ? code : words.t(key, details) }]
}

function waitWords(seconds: number, words: Words): string {
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  if (minutes < 90) return words.t('account.signin_wait_minutes', { count: minutes })
  return words.t('account.signin_wait_hours', { count: Math.ceil(minutes / 60) })
}
