import path from 'node:path'
import type { TranslationService } from '../books/discussion/translation-service.ts'
import { done, refuse } from '../books/outcome.ts'
import { askProgram, checkProgram } from './ask-program.ts'

/** A comment and a wording in another language, with room to spare. */
const mostBytes = 128_000

/** A moderator waits in front of the page. */
const patienceSeconds = 30

/**
 * The program of TRANSLATION_SERVICE: it reads `{"from": "kk", "to": "ru", "texts": ["…"]}` from its standard input, writes
 * `{"texts": ["…"]}` with as many texts in the same order, and ends with 0.
 *
 * @throws {Error} there is no such program, or it may not be started
 */
export function translationService(program: string, seconds = patienceSeconds): TranslationService {
  checkProgram(program)
  return {
    name: path.basename(program),
    async translate({ from, to, texts }) {
      const answer = await askProgram(program, { input: JSON.stringify({ from, to, texts }), seconds, mostBytes })
      if (answer.kind === 'late') return refuse('translation_late', 'text', { seconds })
      if (answer.kind === 'failed') return refuse('translation_failed', 'text', { reason: answer.reason })
      const given = (answer.value as { texts?: unknown } | null)?.texts
      const isAnswer = Array.isArray(given) && given.length === texts.length && given.every((text) => typeof text === 'string')
      return isAnswer
        ? done(given as string[])
        : refuse('translation_failed', 'text', { reason: `its answer has not ${texts.length} texts` })
    },
  }
}
