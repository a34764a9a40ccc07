import type { Consultation } from '../../../books/discussion/consultation.ts'
import { readPaperForm, type PaperForm, type ReadPaperForm } from '../../../books/discussion/rules/read-paper-form.ts'
import { refuse, type Refusal } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { CodesRecord, DeskBasics, DeskDiscussionRecord, PaperRecord } from './desk-discussion-record.ts'
import { codeHash, type CodeServices } from './make-codes.ts'

export interface EnteringPaper extends Asked {
  number: number
  version: ProgrammeVersion
}

export interface PaperNeeds {
  record: DeskBasics & Pick<DeskDiscussionRecord, 'addContribution'> & Pick<CodesRecord, 'useCode'> & PaperRecord
  services: Pick<CodeServices, 'keyedHash'>
}

/**
 * Somebody at the desk enters what stands on one paper form, or what was said at a meeting. It counts as if it had been written on the web:
 * one receipt, or one code, is one participant. null: there is no such consultation. Call it in a transaction.
 */
export async function enterPaper(asked: EnteringPaper & { form: PaperForm }, needs: PaperNeeds): Promise<Answered<number> | null> {
  const consultation = await needs.record.lockConsultation(asked.city, asked.number)
  if (consultation === null || consultation.publishedAt === null) return null
  const read = readPaperForm(asked.form, consultation, asked.version, asked.today)
  if (!read.ok) return refused(...read.problems)
  const known = await needs.record.listReceipts(asked.city, consultation, [read.value.receipt])
  if (known.some(({ sentence }) => sentence === (read.value.sentence ?? ''))) return refused({ code: 'receipt_entered', field: 'receipt' })
  const kept = await keepPaper(asked, consultation, read.value, needs)
  return typeof kept === 'number' ? answered(kept) : refused(kept)
}

/** Keeps a form that was read and is not there yet. Returns the number of the contribution, or why it cannot be kept. */
export async function keepPaper(
  { city, viewer, at }: EnteringPaper,
  consultation: Consultation,
  { receipt, day, place, code, ...said }: ReadPaperForm,
  { record, services }: PaperNeeds,
): Promise<number | Refusal> {
  const keys = [`receipt:${receipt}`]
  if (code !== null) {
    const hash = codeHash(code, consultation, services)
    if ((await record.useCode(city, consultation, hash, at)) === 'unknown') return refuse('code_unknown', 'code').refusal
    keys.push(`code:${hash}`)
  }
  // The receipt and the code may be known already, each by itself: then they belong to two people.
  const joining = { personId: null, keys, level: 'paper', channel: said.channel, at } as const
  const participant = await record.joinConsultation(city, consultation, joining)
  if (participant === null) return refuse('code_of_another', 'code').refusal
  const { text, wording, ...rest } = said
  const number = await record.addContribution(city, consultation, {
    ...rest,
    parent: null,
    participant,
    organisationId: null,
    personId: null,
    receipt,
    text: { id: record.newId(), text },
    wording: wording === null ? null : { id: record.newId(), text: wording },
    // Noon: the day is the same in every time zone of the country.
    writtenAt: new Date(`${day}T07:00:00Z`),
  })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'paper.enter',
    subject: `consultation/${consultation.number}/contribution/${number}`,
    before: null,
    after: { receipt, day, place, channel: said.channel },
  })
  return number
}
