import type { Refusal } from '../../outcome.ts'
import type { ProgrammeVersion } from '../../programme/programme.ts'
import { sectionsOf } from '../../programme/sections.ts'
import { isLanguage, type Language } from '../../text.ts'
import { phaseOf, type Consultation } from '../consultation.ts'
import { writeContribution, type CheckedWriting } from '../write-contribution.ts'
import { isDay } from './consultation-fields.ts'
import { readCode } from './participation-code.ts'
import { readPaperVotes, type PaperVote } from './read-paper-votes.ts'

/** One comment of a paper form or of the notes of a meeting, as somebody at the desk enters it. */
export interface PaperForm {
  /** The number on the form: it is entered once. */
  receipt: string
  /** The day on which it was written (ISO). */
  day: string
  channel: string
  /** Where it was handed in, or which meeting it was. */
  place: string
  language: string
  /** Id of the sentence; '' for the whole text. */
  sentence: string
  text: string
  wording: string
  /** How it answers statements: `12=+ 13=- 14=0`; '' where it answers none. */
  votes: string
  /** The participation code on the form; '' where there is none. */
  code: string
}

/** A paper form that may be kept. */
export interface ReadPaperForm {
  receipt: string
  day: string
  channel: 'paper' | 'meeting'
  place: string
  code: string | null
  votes: readonly PaperVote[]
  /** null: it has votes alone. */
  said: (Omit<CheckedWriting, 'parent'> & { language: Language }) | null
}

export const longestReceipt = 60
export const longestPlace = 200

/** What checks warn about a writer who is not here to be asked: a moderator looks at it instead. */
const allHints = ['shouting', 'repetition', 'phone_number', 'email_address', 'link', 'many_links', 'mixed_script'] as const

/**
 * A paper form as a contribution and votes, or all that is wrong with it; one of the two will do. What the checks of the text warn about does not keep it out: a
 * moderator looks at it first.
 */
export function readPaperForm(
  form: PaperForm,
  consultation: Pick<Consultation, 'publishedAt' | 'opensOn' | 'closesOn' | 'events' | 'level'>,
  version: ProgrammeVersion,
  today: string,
): { ok: true; value: ReadPaperForm } | { ok: false; problems: Refusal[] } {
  const [receipt, place] = [form.receipt.trim(), form.place.trim()]
  const { day, channel } = form
  const code = form.code.trim() === '' ? null : readCode(form.code)
  const votes = readPaperVotes(form.votes)
  const hasVotesAlone = votes !== null && votes.length > 0 && form.text.trim() === '' && form.wording.trim() === ''
  const language = isLanguage(form.language) ? form.language : null
  const section = sectionOf(version, form.sentence)
  const written = writeContribution(
    { text: form.text, wording: form.wording, quote: '', language: language ?? 'kk', shownIn: language ?? 'kk', seen: allHints },
    { section, sentence: form.sentence === '' ? null : form.sentence, parent: null },
    version,
    'open',
  )
  const problems: Refusal[] = [
    ...(takesPaper(consultation, today) ? [] : [{ code: 'paper_closed' }]),
    ...(receipt === '' ? [{ code: 'receipt_missing', field: 'receipt' }] : []),
    ...(receipt.length > longestReceipt
      ? [{ code: 'text_long', field: 'receipt', details: { limit: longestReceipt, length: receipt.length } }]
      : []),
    ...(place.length > longestPlace ? [{ code: 'text_long', field: 'place', details: { limit: longestPlace, length: place.length } }] : []),
    ...problemsOfDay(day, consultation, today),
    ...(channel === 'paper' || channel === 'meeting' ? [] : [{ code: 'channel_missing', field: 'channel' }]),
    ...(form.sentence !== '' && section === null ? [{ code: 'place_not_found', field: 'sentence' }] : []),
    ...(language === null ? [{ code: 'language_missing', field: 'language' }] : []),
    ...(form.code.trim() !== '' && code === null ? [{ code: 'code_unreadable', field: 'code' }] : []),
    ...(votes === null ? [{ code: 'votes_unreadable', field: 'votes' }] : []),
    ...(written.ok || hasVotesAlone
      ? []
      : written.problems.map(({ code: finding, field }) => ({ code: finding, field: field === '' ? 'sentence' : field }))),
  ]
  if (problems.length > 0 || votes === null || language === null || (channel !== 'paper' && channel !== 'meeting'))
    return { ok: false, problems }
  const kept: Omit<ReadPaperForm, 'said'> = { receipt, day, channel, place, code, votes }
  if (!written.ok) return { ok: true, value: { ...kept, said: null } }
  const { parent: _, ...said } = written.value
  return { ok: true, value: { ...kept, said: { ...said, language, state: said.findings.length > 0 ? 'held' : said.state } } }
}

/** Paper takes its time: it is entered until the city has said that everybody is answered. */
export const takesPaper = (consultation: Pick<Consultation, 'publishedAt' | 'opensOn' | 'closesOn' | 'events'>, today: string): boolean =>
  ['open', 'closed'].includes(phaseOf(consultation, today))

/** Written while the discussion was open, and not in the future. */
function problemsOfDay(day: string, { opensOn, closesOn }: Pick<Consultation, 'opensOn' | 'closesOn'>, today: string): Refusal[] {
  if (!isDay(day)) return [{ code: 'day_unreadable', field: 'day' }]
  return day < opensOn || day > closesOn || day > today ? [{ code: 'day_outside', field: 'day' }] : []
}

const sectionOf = (version: ProgrammeVersion, sentence: string): string | null =>
  sectionsOf(version).find(({ sentences }) => sentences.some(({ id }) => id === sentence))?.id ?? null
