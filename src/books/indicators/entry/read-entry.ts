import { refuse, type Outcome, type Refusal } from '../../outcome.ts'
import type { MultilingualText } from '../../text.ts'
import { enteredStatuses } from './entered-value.ts'
import { isPeriod } from './period.ts'
import { readDecimal } from './read-decimal.ts'

/** A form of one value, as it was filled in. */
export interface EntryForm {
  timePeriod: string
  value: string
  /** The value is taken out: a marked gap stays in its place. */
  remove: boolean
  obsStatus: string
  note: MultilingualText
  place: string
  reason: string
}

export interface ReadEntry {
  timePeriod: string
  value: string | null
  typed: string
  obsStatus: string | null
  note: MultilingualText | null
  place: string
  reason: string
}

export const longestNote = 1000
export const longestPlace = 500

/**
 * The value that a form says, or everything that keeps it from being taken. A correction and a removal need a reason, and every value
 * a place where it can be looked up.
 *
 * Refusals  period_not_understood, value_missing, value_not_decimal, status_unknown, place_missing, reason_missing, text_too_long
 *
 * @param stands  whether a value stands for the period already
 */
export function readEntry(form: EntryForm, stands: boolean): { entry: ReadEntry } | { refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const take = (outcome: Outcome<never>) => void (outcome.ok || refusals.push(outcome.refusal))
  const timePeriod = form.timePeriod.trim()
  if (!isPeriod(timePeriod)) take(refuse('period_not_understood', 'period'))
  const value = form.remove ? null : readDecimal(form.value)
  if (!form.remove && form.value.trim() === '') take(refuse('value_missing', 'value'))
  else if (!form.remove && value === null) take(refuse('value_not_decimal', 'value', { value: form.value.trim().slice(0, 40) }))
  if (form.remove && !stands) take(refuse('nothing_to_remove', 'remove'))
  const status = form.obsStatus.trim()
  if (status !== '' && !(enteredStatuses as readonly string[]).includes(status)) take(refuse('status_unknown', 'status'))
  const place = form.place.trim()
  if (place === '') take(refuse('place_missing', 'place'))
  const reason = form.reason.trim()
  if (stands && reason === '') take(refuse('reason_missing', 'reason'))
  for (const [field, text, limit] of [
    ['place', place, longestPlace],
    ['reason', reason, longestPlace],
    ...Object.entries(form.note).map(([language, words]) => [`note-${language}`, words.trim(), longestNote] as const),
  ] as const)
    if (text.length > limit) take(refuse('text_too_long', field, { limit, length: text.length }))
  if (refusals.length > 0) return { refusals }
  const note = Object.fromEntries(
    Object.entries(form.note).flatMap(([language, words]) => (words.trim() ? [[language, words.trim()]] : [])),
  )
  return {
    entry: {
      timePeriod,
      value,
      typed: form.remove ? '' : form.value.trim(),
      obsStatus: form.remove ? 'M' : status === '' ? null : status,
      note: Object.keys(note).length === 0 ? null : note,
      place,
      reason: stands ? reason : '',
    },
  }
}
