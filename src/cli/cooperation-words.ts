import type { Notice } from '../books/notice.ts'
import type { Refusal } from '../books/outcome.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'
import { wordsOfRefusal } from './words-of-refusal.ts'

const words = wordsOf('en')

/** What is wrong with a case or a table, for the terminal: what only files can have, what the desk refuses too, what any YAML can have. */
export function wordsOfCooperation({ code, field = '', details }: Refusal): string {
  const key = [`cooperationImport.problem_${code}`, `cooperation.refused_${code}`].find(isMessageKey)
  if (key !== undefined) return words.t(key, { field, ...details })
  const code_ = isMessageKey(`programme.problem_${code}`) ? `problem_${code}` : code
  return wordsOfRefusal({ code: code_, ...(details === undefined ? {} : { details }) })
}

/** What is wrong with a row of a table, and what to do. */
export function wordsOfNotice({ code }: Pick<Notice, 'code'>): string {
  const sentences = [`notices.${code}`, `notices.${code}_do`].filter(isMessageKey).map((key) => words.t(key))
  return sentences.map((sentence) => sentence.replace(/\.?$/, '.')).join(' ')
}
