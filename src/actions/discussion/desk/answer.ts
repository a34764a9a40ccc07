import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Contribution } from '../../../books/discussion/contribution.ts'
import type { OfficialAnswer } from '../../../books/discussion/official-answer.ts'
import {
  chooseAnswered,
  chooseChange,
  readAnswer,
  type AnswerForm,
  type ReadAnswer,
} from '../../../books/discussion/rules/answer-contributions.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import type { MailWords } from '../../../pages/account/mails.ts'
import { answerMail, changeMail } from '../../../pages/discussion/author-mails.ts'
import type { Language } from '../../../books/text.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskBasics, DeskDiscussionRecord, OfficialAnswersRecord } from './desk-discussion-record.ts'

type AnswerRecord = DeskBasics & Pick<DeskDiscussionRecord, 'listContributions' | 'keepContributionAnswer'> & OfficialAnswersRecord

/** An answer at the desk of one consultation, and where the site is for the links in mails. */
interface Answering extends Asked {
  number: number
  publicUrl: string
}

/**
 * The city answers one contribution, or several that say the same, and their authors are told. null: there is no such consultation. Call
 * it in a transaction, as all below.
 */
export async function answerContributions(
  asked: Answering & { of: readonly number[]; form: AnswerForm },
  record: AnswerRecord,
): Promise<Answered<number> | null> {
  const { city, viewer, at, number, of, form } = asked
  const consultation = await record.lockConsultation(city, number)
  if (consultation === null || consultation.publishedAt === null) return null
  const found = await contributionsOf(asked, consultation, of, record)
  const [chosen, read] = [chooseAnswered(of, found), readAnswer(form)]
  if (!chosen.ok || !read.ok) return refused(...[chosen, read].flatMap((one) => (one.ok ? [] : [one.refusal])))
  const answer = await record.addAnswer(city, consultation, { ...read.value, by: viewer.personId, at, corrects: null })
  await record.keepContributionAnswer(city, consultation, chosen.value, answer)
  await note(asked, 'answer.add', answer, null, { ...read.value, contributions: chosen.value }, record)
  await tell(asked, consultation, found, answerWords(asked, consultation, read.value, false), record)
  return answered(answer)
}

/** Another answer in place of one that was given; the old one stays in the history. null: there is none, or it was corrected meanwhile. */
export async function correctAnswer(
  asked: Answering & { answer: number; form: AnswerForm },
  record: AnswerRecord,
): Promise<Answered<number> | null> {
  const { city, viewer, at, number, form } = asked
  const consultation = await record.lockConsultation(city, number)
  const before = consultation && (await record.findAnswer(city, consultation, asked.answer))
  if (consultation === null || before === null) return null
  const read = readAnswer(form)
  if (!read.ok) return refused(read.refusal)
  const { contributions } = before
  const answer = await record.addAnswer(city, consultation, { ...read.value, by: viewer.personId, at, corrects: before.number })
  await record.keepContributionAnswer(city, consultation, contributions, answer)
  await note(asked, 'answer.correct', answer, before, { ...read.value, contributions }, record)
  const found = await contributionsOf(asked, consultation, contributions, record)
  await tell(asked, consultation, found, answerWords(asked, consultation, read.value, true), record)
  return answered(answer)
}

type Change = { version: number; sentence: string }
type Changing = Answering & { answer: number; change: Change }

/** What an accepted answer is for changed a sentence of a later version: seen from both ends, and its authors are told. */
export async function linkAnswer(
  asked: Changing & { versions: readonly ProgrammeVersion[] },
  record: AnswerRecord,
): Promise<Answered<Change> | null> {
  const opened = await openAnswer(asked, record)
  if (opened === null) return null
  const { consultation, answer } = opened
  const chosen = chooseChange(answer, consultation, asked.change, asked.versions)
  if (!chosen.ok) return refused(chosen.refusal)
  const who = { by: asked.viewer.personId, at: asked.at }
  const linked: number[] = []
  for (const contribution of answer.contributions)
    if (await record.linkContribution(asked.city, consultation, { contribution, ...chosen.value }, who)) linked.push(contribution)
  await note(asked, 'answer.link', answer.number, null, { ...chosen.value, contributions: linked }, record)
  const found = await contributionsOf(asked, consultation, linked, record)
  const words = (language: Language, { number }: Contribution) =>
    changeMail({ ...asked, consultation, language, contribution: number, ...chosen.value })
  await tell(asked, consultation, found, words, record)
  return answered(chosen.value)
}

/** A link that was wrong is taken away. */
export async function unlinkAnswer(asked: Changing, record: AnswerRecord): Promise<Answered<Change> | null> {
  const opened = await openAnswer(asked, record)
  if (opened === null) return null
  const { consultation, answer } = opened
  const unlinked: number[] = []
  for (const contribution of answer.contributions)
    if (await record.unlinkContribution(asked.city, consultation, { contribution, ...asked.change })) unlinked.push(contribution)
  if (unlinked.length === 0) return null
  await note(asked, 'answer.unlink', answer.number, { ...asked.change, contributions: unlinked }, null, record)
  return answered(asked.change)
}

async function openAnswer(
  { city, number, answer }: Changing,
  record: AnswerRecord,
): Promise<{ consultation: Consultation; answer: OfficialAnswer } | null> {
  const consultation = await record.lockConsultation(city, number)
  const found = consultation && (await record.findAnswer(city, consultation, answer))
  return consultation === null || found === null ? null : { consultation, answer: found }
}

const contributionsOf = async (
  { city }: Asked,
  consultation: Consultation,
  numbers: readonly number[],
  record: AnswerRecord,
): Promise<Contribution[]> =>
  numbers.length === 0 ? [] : await record.listContributions(city, consultation, { numbers, offset: 0, limit: numbers.length })

const answerWords =
  (asked: Answering, consultation: Consultation, read: ReadAnswer, corrected: boolean) =>
  (language: Language, { number }: Contribution): MailWords =>
    answerMail({ ...asked, consultation, language, contribution: number, ...read, corrected })

/** One mail for each contribution that somebody wrote who can be reached. */
async function tell(
  { city, at }: Answering,
  consultation: Consultation,
  contributions: readonly Contribution[],
  wordsFor: (language: Language, contribution: Contribution) => MailWords,
  record: AnswerRecord,
): Promise<void> {
  for (const contribution of contributions) {
    const reader = await record.findReaderOf(city, consultation, contribution.participant)
    if (reader === null) continue
    const mail = wordsFor(reader.language, contribution)
    await record.addMail({ id: record.newId(), recipient: reader.email, ...mail, createdAt: at })
  }
}

const note = async (
  { city, viewer, at, number }: Answering,
  action: string,
  answer: number,
  before: unknown,
  after: unknown,
  record: AnswerRecord,
): Promise<void> =>
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action,
    subject: `consultation/${number}/answer/${answer}`,
    before,
    after,
  })
