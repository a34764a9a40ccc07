import { done, refuse, type Outcome } from '../../outcome.ts'
import type { MultilingualText } from '../../text.ts'
import { phaseOf, type Consultation, type ConsultationEvent } from '../consultation.ts'
import { isDay, withoutEmpty } from './consultation-fields.ts'

export const longestReason = 2000

type Period = Pick<Consultation, 'publishedAt' | 'opensOn' | 'closesOn' | 'events'>

interface NewLastDay {
  closesOn: string
  reason: MultilingualText
}

/** When something is done: the moment, and the day that it is in the city. */
interface Now {
  at: Date
  today: string
}

/**
 * More time: a later last day, and why. The old day stays on the page.
 *
 * @returns the event; its `closesOn.after` is the new last day
 */
export function extendConsultation(consultation: Period, { closesOn, reason }: NewLastDay, { at, today }: Now): Outcome<ConsultationEvent> {
  if (!isRunning(consultation, today)) return refuse('not_running')
  if (!isDay(closesOn)) return refuse('day_unreadable', 'closesOn')
  if (closesOn <= consultation.closesOn) return refuse('not_later', 'closesOn')
  return newLastDay('extended', consultation, { closesOn, reason }, at)
}

/** An earlier end, and why. Nobody finds a closed door without a word: the earliest last day is today. */
export function closeEarly(consultation: Period, { closesOn, reason }: NewLastDay, { at, today }: Now): Outcome<ConsultationEvent> {
  if (!isRunning(consultation, today)) return refuse('not_running')
  if (!isDay(closesOn)) return refuse('day_unreadable', 'closesOn')
  if (closesOn >= consultation.closesOn) return refuse('not_earlier', 'closesOn')
  if (closesOn < today) return refuse('last_day_past', 'closesOn')
  if (closesOn < consultation.opensOn) return refuse('closes_before_opening', 'closesOn')
  return newLastDay('closed', consultation, { closesOn, reason }, at)
}

/**
 * The city has answered everybody.
 *
 * @param waiting  how many contributions that are shown have no answer
 */
export function declareAnswered(consultation: Period, waiting: number, { at, today }: Now): Outcome<ConsultationEvent> {
  if (phaseOf(consultation, today) !== 'closed') return refuse('not_closed')
  if (waiting > 0) return refuse('answers_missing', '', { count: waiting })
  return done({ kind: 'answered', at: at.toISOString() })
}

const isRunning = (consultation: Period, today: string): boolean => ['announced', 'open'].includes(phaseOf(consultation, today))

function newLastDay(
  kind: 'extended' | 'closed',
  { closesOn: before }: Period,
  { closesOn: after, reason }: NewLastDay,
  at: Date,
): Outcome<ConsultationEvent> {
  const words = withoutEmpty(reason)
  for (const [language, text] of Object.entries(words))
    if (text.length > longestReason) return refuse('text_long', `reason-${language}`, { limit: longestReason, length: text.length })
  // Everybody who is asked reads why.
  for (const language of ['kk', 'ru'] as const) if (words[language] === undefined) return refuse(`needs_${language}`, `reason-${language}`)
  return done({ kind, at: at.toISOString(), closesOn: { before, after }, reason: words })
}
