import { answerClock, type AnswerClock, type AnswerTime } from '../../books/discussion/rules/answer-clock.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { decisions, type Decision, type OfficialAnswer } from '../../books/discussion/official-answer.ts'
import { done, type Outcome } from '../../books/outcome.ts'
import type { AnswersRecord, ContributionRecord } from './contribution-record.ts'
import { openConsultation, type DiscussionInput, type OpenedConsultation, type OpeningNeeds } from './open-consultation.ts'
import { besideOf } from './show-consulted-text.ts'

/** Answers on one page, and contributions shown under each; the others are numbers. */
const perPage = 20
const mostUnderAnswer = 3

export interface AnswersView extends OpenedConsultation {
  clock: AnswerClock
  counts: ReadonlyArray<{ decision: Decision; answers: number; contributions: number }>
  answers: ReadonlyArray<{ answer: OfficialAnswer; contributions: readonly ListedContribution[]; changes: ListedContribution['changes'] }>
  page: number
  pages: number
}

/** Somebody looks at what became of what people said: every answer, newest first, and how long answers take. */
export async function showAnswers(
  input: DiscussionInput & { page: number; now: Date },
  needs: OpeningNeeds &
    Pick<ContributionRecord, 'listContributions'> &
    AnswersRecord & { listAnswerTimes(city: { id: string }, consultation: { id: string }): Promise<AnswerTime[]> },
): Promise<Outcome<AnswersView>> {
  const opened = await openConsultation(input, needs)
  if (!opened.ok) return opened
  const { city } = input
  const { consultation } = opened.value
  const [answers, times, changes] = await Promise.all([
    needs.listAnswers(city, consultation),
    needs.listAnswerTimes(city, consultation),
    needs.listChangesOfContributions(city, consultation),
  ])
  const newest = answers.filter(({ contributions }) => contributions.length > 0).toReversed()
  const pages = Math.max(1, Math.ceil(newest.length / perPage))
  const page = Math.min(Math.max(1, input.page), pages)
  const shown = newest.slice((page - 1) * perPage, page * perPage)
  const numbers = shown.flatMap(({ contributions }) => contributions.slice(0, mostUnderAnswer))
  const contributions = await needs.listContributions(city, consultation, { numbers, offset: 0, limit: numbers.length })
  const beside = await besideOf(city, opened.value, contributions, needs)
  return done({
    ...opened.value,
    clock: answerClock(times, input.now.toISOString()),
    counts: decisions.map((decision) => {
      const own = answers.filter((answer) => answer.decision === decision)
      return { decision, answers: own.length, contributions: own.reduce((sum, one) => sum + one.contributions.length, 0) }
    }),
    answers: shown.map((answer) => ({
      answer,
      contributions: beside
        .filter(({ contribution }) => contribution.answer === answer.number)
        .map((one) => ({ ...one, replies: [], changes: one.changes })),
      changes: changes.filter((change) => answer.contributions.includes(change.contribution)),
    })),
    page,
    pages,
  })
}
