import { textSimilarity } from '../../kernel/text-similarity.ts'
import { done, refuse, type Outcome } from '../outcome.ts'
import { isLanguage, type Language } from '../text.ts'
import type { Phase } from './consultation.ts'
import type { Statement, StatementSubject } from './statement.ts'
import { checkStatement, longestStatement, type StatementFinding } from './text/statement-rules.ts'

/** So many statements of one person may wait for a moderator. */
export const mostWaiting = 5

/** From this likeness on two statements may say much the same: the author looks at them first. */
const alikeFrom = 0.5

const mostSimilar = 5

export interface ProposedStatement {
  text: string
  language: Language
  subject: StatementSubject | null
  /** What its author may want to change: a question, two claims in one, too few words. */
  hints: StatementHint[]
}

export type StatementHint = Extract<StatementFinding['code'], 'statement_question' | 'statement_several_claims' | 'statement_too_short'>

const hints: readonly string[] = ['statement_question', 'statement_several_claims', 'statement_too_short'] satisfies StatementHint[]

/** Every rule about a statement that a resident proposes. */
export function proposeStatement(
  { text, language, subject }: { text: string; language: string; subject: StatementSubject | null },
  { phase, statements, participant }: { phase: Phase; statements: readonly Statement[]; participant: number | null },
): Outcome<ProposedStatement> {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (phase !== 'open') return refuse('not_open')
  if (!isLanguage(language)) return refuse('language_unknown', 'language')
  const open = statements.filter(({ state }) => state === 'shown' || state === 'held')
  const existing = open.flatMap((one) => Object.values(one.text ?? {}).map((words) => ({ id: String(one.number), text: words })))
  const findings = checkStatement(plain, language, existing)
  const wrong = findings.find(({ severity }) => severity === 'refuse')
  if (wrong !== undefined) return refuse(wrong.code, 'text', { longest: longestStatement[language] })
  const waiting = statements.filter((one) => one.state === 'held' && one.participant === participant && participant !== null)
  if (waiting.length >= mostWaiting) return refuse('too_many_waiting', 'text', { most: mostWaiting })
  return done({
    text: plain,
    language,
    subject,
    hints: findings.flatMap(({ code }) => (hints.includes(code) ? [code as StatementHint] : [])),
  })
}

/** Statements that can be voted on and say much the same, the most alike first. */
export function similarStatements(text: string, statements: readonly Statement[]): Statement[] {
  return statements
    .filter(({ state }) => state === 'shown')
    .map((statement) => ({ statement, likeness: likenessTo(text, statement) }))
    .filter(({ likeness }) => likeness >= alikeFrom)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostSimilar)
    .map(({ statement }) => statement)
}

/** In whichever language it is most alike. */
const likenessTo = (text: string, { text: words }: Statement): number =>
  Math.max(0, ...Object.values(words ?? {}).map((one) => textSimilarity(text, one)))
