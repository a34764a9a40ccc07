import type { MultilingualText } from '../text.ts'
import type { Evidence, Subject } from './evidence.ts'
import type { StatusEvent } from './status.ts'

/** What a deadline or a status is of. */
export interface Pursued extends Subject {
  kind: 'commitment' | 'assignment'
}

/** A status event as it is kept: whether its source is another than that of the promise is found when it is read. */
export interface KeptStatusEvent extends Omit<StatusEvent, 'evidence'> {
  subject: Pursued
  /** Number of the evidence, and of the source it lies in. */
  evidence: { number: number; source: number } | null
  note: MultilingualText
  /** ISO moment of the entry. */
  enteredAt: string
  /** Pseudonym; null: the command line. */
  enteredBy: string | null
}

/** A deadline as it is kept. */
export interface KeptDeadline {
  subject: Pursued
  due: string
  reason: string
  setAt: string
  setBy: string | null
}

/** The places in which the promise itself stands: those of a subject that no event rests on. */
export function promiseEvidence(evidence: readonly Evidence[], events: readonly KeptStatusEvent[]): Evidence[] {
  const ofEvents = new Set(events.map(({ evidence: one }) => one?.number))
  return evidence.filter(({ number }) => !ofEvents.has(number))
}

/**
 * Events as the computation of a status takes them.
 *
 * @param promiseSources  sources in which the promise itself stands: they do not bear out that it was kept
 */
export const heldAgainst = (events: readonly KeptStatusEvent[], promiseSources: readonly number[]): StatusEvent[] =>
  events.map(({ number, kind, on, evidence, retracts }) => ({
    ...{ number, kind, on, retracts },
    evidence: evidence && { source: evidence.source, isIndependent: !promiseSources.includes(evidence.source) },
  }))
