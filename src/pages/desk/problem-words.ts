import type { Refusal } from '../../books/outcome.ts'
import { isMessageKey } from '../messages.ts'
import type { Problem } from '../parts/form.tsx'
import type { Words } from '../words.ts'

/** Why figures were not taken, in the reader's words: what is wrong, and what to do. */
export function problemOfRefusal({ code, field, details }: Refusal, words: Words): Problem {
  const given = { field: field ?? '', ...details }
  const own = `entry.problem_${code}`
  if (isMessageKey(own)) return { field: field ?? '', text: words.t(own, given) }
  const sentences = [`notices.${code}`, `notices.${code}_do`].map((key) => {
    if (!isMessageKey(key)) return ''
    try {
      return words.t(key, given)
    } catch {
      return '' // the words speak of a place that this refusal does not name
    }
  })
  return { field: '', text: sentences.filter((one) => one !== '').join(' ') || words.t('entry.problem_upload_fault') }
}
