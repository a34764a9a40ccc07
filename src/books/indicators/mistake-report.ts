import { done, refuse, type Outcome } from '../outcome.ts'
import { languages, type MultilingualText } from '../text.ts'

/** Characters of a reported mistake: room for a paragraph and a source, none for a book. */
export const longestMistakeText = 2000

/** What became of a report: the figure was corrected, it stays as it is, or it was passed on to whoever published it. */
export const mistakeOutcomes = ['corrected', 'kept', 'passed_on'] as const
export type MistakeOutcome = (typeof mistakeOutcomes)[number]

export const isMistakeOutcome = (text: string): text is MistakeOutcome => (mistakeOutcomes as readonly string[]).includes(text)

/** A report as the desk and its author see it. */
export interface MistakeReport {
  number: number
  /** The figure: address of its series and the period. */
  series: string
  indicator: string
  timePeriod: string
  /** null: its author has removed the text, and herself. */
  text: string | null
  /** ISO moments. */
  reportedAt: string
  /** Whether somebody who is signed in wrote it and will see the answer. */
  signed: boolean
  outcome: MistakeOutcome | null
  answer: MultilingualText | null
  answeredAt: string | null
}

export interface MistakeAnswer {
  outcome: MistakeOutcome
  answer: MultilingualText
}

/** The city's answer: what became of the report, and why, in at least one language. */
export function answerReport(input: { outcome: string; answer: MultilingualText }): Outcome<MistakeAnswer> {
  const answer: Record<string, string> = {}
  for (const language of languages) {
    const words = input.answer[language]?.trim() ?? ''
    if (words.length > longestMistakeText)
      return refuse('mistake_answer_long', `answer-${language}`, { limit: longestMistakeText, length: words.length })
    if (words !== '') answer[language] = words
  }
  if (!isMistakeOutcome(input.outcome)) return refuse('mistake_outcome_missing', 'outcome')
  if (Object.keys(answer).length === 0) return refuse('mistake_answer_empty', 'answer-kk')
  return done({ outcome: input.outcome, answer })
}
