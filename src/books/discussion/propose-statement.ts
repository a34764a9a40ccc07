import { textSimilarity } from '../../kernel/text-similarity.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isLanguage, type Language } from '../text.ts'
import type { Phase } from './consultation.ts'
import type { Statement, StatementSubject } from './statement.ts'
import { checkText } from './text/check-text.ts'

/** One claim fits into it; what is longer is mostly two. */
export const longestStatement = 200

/** So many statements of one person may wait for a moderator. */
export const mostWaiting = 5

/** From this likeness on two statements say much the same, and from that on they are the same. */
export const likenesses = { similar: 0.5, same: 0.95 }

const mostSimilar = 5

export interface ProposedStatement {
  text: string
  language: Language
  subject: StatementSubject | null
}

/** Every rule about a statement that a resident proposes. */
export function proposeStatement(
  { text, language, subject }: { text: string; language: string; subject: StatementSubject | null },
  { phase, statements, participant }: { phase: Phase; statements: readonly Statement[]; participant: number | null },
): Outcome<ProposedStatement> {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (phase !== 'open') return refuse('not_open')
  if (plain === '') return refuse('text_empty', 'text')
  if ([...plain].length > longestStatement) return refuse('text_too_long', 'text', { longest: longestStatement })
  if (!isLanguage(language)) return refuse('language_unknown', 'language')
  if (checkText(plain, longestStatement).some(({ severity }) => severity === 'refuse')) return refuse('text_refused', 'text')
  const open = statements.filter(({ state }) => state !== 'rejected')
  if (open.some((one) => likenessTo(plain, one) >= likenesses.same)) return refuse('same_statement', 'text')
  const waiting = statements.filter((one) => one.state === 'held' && one.participant === participant && participant !== null)
  if (waiting.length >= mostWaiting) return refuse('too_many_waiting', 'text', { most: mostWaiting })
  return done({ text: plain, language, subject })
}

/** Statements that can be voted on and say much the same, the most alike first. */
export function similarStatements(text: string, statements: readonly Statement[]): Statement[] {
  return statements
    .filter(({ state }) => state === 'shown')
    .map((statement) => ({ statement, likeness: likenessTo(text, statement) }))
    .filter(({ likeness }) => likeness >= likenesses.similar)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostSimilar)
    .map(({ statement }) => statement)
}

/** In whichever language it is most alike. */
const likenessTo = (text: string, { text: words }: Statement): number =>
  Math.max(0, ...Object.values(words ?? {}).map((one) => textSimilarity(text, one)))
