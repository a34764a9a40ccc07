import type { Refusal } from '../../outcome.ts'
import type { ProgrammeVersion } from '../../programme/programme.ts'
import { sectionsOf } from '../../programme/sections.ts'
import { isLanguage, type Language } from '../../text.ts'
import { phaseOf, type Consultation } from '../consultation.ts'
import { writeContribution, type CheckedWriting } from '../write-contribution.ts'
import { isDay } from './consultation-fields.ts'
import { readCode } from './participation-code.ts'

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
  /** The participation code on the form; '' where there is none. */
  code: string
}

/** A paper form that may be kept. */
export interface ReadPaperForm extends Omit<CheckedWriting, 'parent'> {
  receipt: string
  day: string
  channel: 'paper' | 'meeting'
  place: string
  language: Language
  code: string | null
}

export const longestReceipt = 60
export const longestPlace = 200

/** What checks warn about a writer who is not here to be asked: a moderator looks at it instead. */
const allHints = ['shouting', 'repetition', 'phone_number', 'email_address', 'link', 'many_links', 'mixed_script'] as const

/**
 * A paper form as a contribution, or all that is wrong with it. What the checks of the text warn about does not keep it out: a
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
    ...(written.ok
      ? []
      : written.problems.map(({ code: finding, field }) => ({ code: finding, field: field === '' ? 'sentence' : field }))),
  ]
  if (problems.length > 0 || !written.ok || language === null || (channel !== 'paper' && channel !== 'meeting'))
    return { ok: false, problems }
  const { parent: _, ...value } = written.value
  const state = value.findings.length > 0 ? 'held' : value.state
  return { ok: true, value: { ...value, state, receipt, day, channel, place, language, code } }
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
