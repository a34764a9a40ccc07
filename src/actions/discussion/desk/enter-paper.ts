import type { Consultation } from '../../../books/discussion/consultation.ts'
import { readPaperForm, type PaperForm, type ReadPaperForm } from '../../../books/discussion/rules/read-paper-form.ts'
import type { City } from '../../../books/indicators/figure.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { CodesRecord, DeskBasics, DeskDiscussionRecord, PaperRecord } from './desk-discussion-record.ts'
import type { StatementRecord } from '../statements/statement-record.ts'
import type { VoteRecord } from '../votes/vote-record.ts'
import { codeHash, type CodeServices } from './make-codes.ts'

export interface EnteringPaper extends Asked {
  number: number
  version: ProgrammeVersion
}

export interface PaperNeeds {
  record: DeskBasics &
    Pick<DeskDiscussionRecord, 'addContribution'> &
    Pick<CodesRecord, 'useCode'> &
    Pick<VoteRecord, 'castVotes'> &
    Pick<StatementRecord, 'listShownNumbers'> &
    PaperRecord
  services: Pick<CodeServices, 'keyedHash'>
}

/**
 * Somebody at the desk enters what stands on one paper form, or what was said at a meeting: words, votes, or both. It counts as if it had
 * been done on the web: one receipt, or one code, is one participant. null: there is no such consultation. Call it in a transaction.
 *
 * @returns the number of the contribution; null: the form had votes alone
 */
export async function enterPaper(asked: EnteringPaper & { form: PaperForm }, needs: PaperNeeds): Promise<Answered<number | null> | null> {
  const { city } = asked
  const consultation = await needs.record.lockConsultation(city, asked.number)
  if (consultation === null || consultation.publishedAt === null) return null
  const read = readPaperForm(asked.form, consultation, asked.version, asked.today)
  if (!read.ok) return refused(...read.problems)
  const { receipt, said, votes } = read.value
  const known = said === null ? [] : await needs.record.listReceipts(city, consultation, [receipt])
  if (known.some(({ sentence }) => sentence === (said?.sentence ?? ''))) return refused({ code: 'receipt_entered', field: 'receipt' })
  const shown = votes.length === 0 ? [] : await needs.record.listShownNumbers(city, consultation)
  if (votes.some(({ statement }) => !shown.includes(statement))) return refused({ code: 'statement_unknown', field: 'votes' })
  const kept = await keepPaper(asked, consultation, read.value, needs)
  return kept.ok ? answered(kept.value) : refused(kept.refusal)
}

const choices = { agree: 1, disagree: -1, pass: 0 } as const

/** Keeps a form that was read and is not there yet. The number of its contribution, where it has one, or why it cannot be kept. */
export async function keepPaper(
  { city, viewer, at }: EnteringPaper,
  consultation: Consultation,
  { receipt, day, place, channel, code, votes, said }: ReadPaperForm,
  { record, services }: PaperNeeds,
): Promise<Outcome<number | null>> {
  const keys = [`receipt:${receipt}`]
  if (code !== null) {
    const hash = codeHash(code, consultation, services)
    const used = await record.useCode(city, consultation, hash, at)
    if (used === 'unknown' || used === 'void') return refuse(`code_${used}`, 'code')
    keys.push(`code:${hash}`)
  }
  // The receipt and the code may be known already, each by itself: then they belong to two people.
  const participant = await record.joinConsultation(city, consultation, { personId: null, keys, level: 'paper', channel, at })
  if (participant === null) return refuse('code_of_another', 'code')
  // Noon: the day is the same in every time zone of the country.
  const number =
    said === null ? null : await keepWords(city, consultation, { ...said, receipt, channel, participant }, `${day}T07:00:00Z`, record)
  const vote = { cityId: city.id, consultationId: consultation.id, participant, at, channel }
  if (votes.length > 0) await record.castVotes(votes.map((one) => ({ ...vote, statement: one.statement, choice: choices[one.vote] })))
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'paper.enter',
    subject: `consultation/${consultation.number}${number === null ? '' : `/contribution/${number}`}`,
    before: null,
    // How it voted is nobody's business.
    after: { receipt, day, place, channel, ...(votes.length === 0 ? {} : { votes: votes.length }) },
  })
  return done(number)
}

async function keepWords(
  city: City,
  consultation: Consultation,
  said: NonNullable<ReadPaperForm['said']> & Pick<ReadPaperForm, 'receipt' | 'channel'> & { participant: number },
  writtenAt: string,
  record: PaperNeeds['record'],
): Promise<number> {
  const { text, wording, ...rest } = said
  return await record.addContribution(city, consultation, {
    ...rest,
    parent: null,
    organisationId: null,
    personId: null,
    text: { id: record.newId(), text },
    wording: wording === null ? null : { id: record.newId(), text: wording },
    writtenAt: new Date(writtenAt),
  })
}
