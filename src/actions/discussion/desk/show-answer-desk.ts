import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Contribution } from '../../../books/discussion/contribution.ts'
import type { OfficialAnswer } from '../../../books/discussion/official-answer.ts'
import { answerClock, type AnswerClock } from '../../../books/discussion/rules/answer-clock.ts'
import { nearDuplicates } from '../../../books/discussion/text/near-duplicates.ts'
import type { AnswersRecord, ContributionRecord } from '../contribution-record.ts'
import { withoutAnswer } from './change-consultation.ts'
import type { OfficialAnswersRecord } from './desk-discussion-record.ts'

type CityId = { id: string }
type Record = Pick<ContributionRecord, 'listContributions' | 'countContributions'> &
  AnswersRecord &
  Pick<OfficialAnswersRecord, 'listAnswerTimes'>

export const waitingPerPage = 50
/** Texts that are compared with each other: half a second of work. */
const mostCompared = 2000

/** What waits for an answer, oldest first, what was answered, and how long it takes. */
export interface AnswerDesk {
  clock: AnswerClock
  waiting: readonly Contribution[]
  count: number
  answers: readonly OfficialAnswer[]
}

export async function showAnswerDesk(
  city: CityId,
  consultation: Consultation,
  offset: number,
  now: Date,
  record: Record,
): Promise<AnswerDesk> {
  return {
    clock: answerClock(await record.listAnswerTimes(city, consultation), now.toISOString()),
    waiting: await record.listContributions(city, consultation, { ...withoutAnswer, offset, limit: waitingPerPage }),
    count: await record.countContributions(city, consultation, withoutAnswer),
    answers: (await record.listAnswers(city, consultation)).toReversed(),
  }
}

/** Contributions without an answer that say nearly the same: a person decides which of them are answered together. */
export async function listAlike(city: CityId, consultation: Consultation, record: Record): Promise<Contribution[][]> {
  const waiting = await record.listContributions(city, consultation, { ...withoutAnswer, offset: 0, limit: mostCompared })
  const byNumber = new Map(waiting.map((one) => [String(one.number), one]))
  const texts = waiting.map(({ number, text, wording }) => ({ id: String(number), text: [text, wording].filter(Boolean).join('\n') }))
  return nearDuplicates(texts)
    .map(({ first, others }) => [first, ...others.map(({ id }) => id)].flatMap((id) => byNumber.get(id) ?? []))
    .sort((a, b) => b.length - a.length)
}
