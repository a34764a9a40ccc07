import type { MultilingualText } from '../text.ts'
import { flagsOf, smartTestsOf, type CommitmentFlag, type SmartTest, type TestedCommitment } from './commitment-tests.ts'
import { dayOfPromise } from './date-order.ts'
import type { Evidence } from './evidence.ts'
import { heldAgainst, promiseEvidence, type KeptDeadline, type KeptStatusEvent } from './kept.ts'
import type { PartialDate } from './partial-date.ts'
import type { Commitment, CooperationRecord } from './records.ts'
import { reportLight, statusOn, type ReportLight, type Status } from './status.ts'

/** A commitment with everything that is computed from what is written down about it. */
export interface CommitmentView {
  number: number
  content: Commitment
  publishedAt: string | null
  revision: number
  by: readonly PartnerName[]
  to: readonly PartnerName[]
  event: { number: number; title: MultilingualText } | null
  /** Day of the promise: its own, or that of its event. */
  madeOn: PartialDate
  isMadeOnInferred: boolean
  /** Places where the promise stands. */
  evidence: readonly Evidence[]
  /** Oldest first, those that were taken back too. */
  events: readonly KeptStatusEvent[]
  /** Oldest first; the last one is in force. */
  deadlines: readonly KeptDeadline[]
  due: PartialDate
  status: Status
  light: ReportLight
  flags: readonly CommitmentFlag[]
  smart: Readonly<Record<SmartTest, boolean>>
}

export interface PartnerName {
  number: number
  kind: string
  name: MultilingualText
}

/** What a view is made of. */
export interface CommitmentParts {
  partners: ReadonlyMap<number, PartnerName>
  event: { number: number; title: MultilingualText; dated: PartialDate; isDateInferred: boolean; startsAt: string } | null
  evidence: readonly Evidence[]
  events: readonly KeptStatusEvent[]
  deadlines: readonly KeptDeadline[]
}

/**
 * @param today  ISO day in the city's time zone
 */
export function viewCommitment(
  { number, content, publishedAt, revision }: CooperationRecord<'commitment'>,
  { partners, event, evidence, events, deadlines }: CommitmentParts,
  today: string,
): CommitmentView {
  const named = (numbers: readonly number[]): PartnerName[] => numbers.flatMap((one) => partners.get(one) ?? [])
  const promise = promiseEvidence(evidence, events)
  const held = heldAgainst(
    events,
    promise.map(({ source }) => source),
  )
  const due = deadlines.at(-1)?.due ?? ''
  const madeOn = dayOfPromise(content, event)
  const tested: TestedCommitment = {
    by: named(content.by),
    due,
    owner: content.owner,
    formOfCompletion: hasWords(content.formOfCompletion),
    isForAbsentParty: content.isForAbsentParty,
    isJurisdictionUnclear: hasWords(content.jurisdiction),
    hasResources: hasWords(content.resources),
  }
  return {
    ...{ number, content, publishedAt, revision, madeOn, events, deadlines, due },
    by: tested.by as PartnerName[],
    to: named(content.to),
    event: event && { number: event.number, title: event.title },
    isMadeOnInferred: content.madeOn === '' && event?.startsAt === '' && event.isDateInferred,
    evidence: promise,
    status: statusOn(held, due, today),
    light: reportLight(held, madeOn, today),
    flags: flagsOf(tested),
    smart: smartTestsOf(tested),
  }
}

const hasWords = (text: MultilingualText): boolean => Object.values(text).some((words) => words.trim() !== '')
