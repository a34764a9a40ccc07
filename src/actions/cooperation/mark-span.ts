import { findSpanFault, findWords, isSamePlace, type Evidence, type Subject } from '../../books/cooperation/evidence.ts'
import { promiseEvidence } from '../../books/cooperation/kept.ts'
import type { RecordKind } from '../../books/cooperation/records.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { CooperationReads, CooperationWrites, Doing } from './cooperation-record.ts'

type Record = Pick<CooperationReads, 'findCooperation' | 'listEvidence' | 'listStatusEvents'> &
  Pick<CooperationWrites, 'addEvidence' | 'addChange' | 'touchCooperation'>

export interface SpanForm {
  source: number
  /** The words as somebody pasted them. */
  words: string
  /** Which of several places, counted from 0; null: not said. */
  place: number | null
  /** The verb of a promise, within the words; '' for anything else. */
  marker: string
}

/** Several places hold the words: `places` says where, with what stands around each. */
export type Marked =
  | { ok: true; evidence: number }
  | { ok: false; problem: { code: string; field: string }; places: ReadonlyArray<{ start: number; end: number; around: string }> }

const around = 60

/**
 * A record is tied to a place in a source: by the words themselves, which the server finds. Where they stand several times, the person says
 * which. The same place is tied once; what happened to a record may rest on any place, that of another event too.
 * Call it in a transaction. null: no such record.
 *
 * @param input.isOfEvent  the place bears out what happened to the record, not the record itself
 */
export async function markSpan(
  input: Doing & { subject: Subject & { kind: RecordKind }; form: SpanForm; isOfEvent?: boolean },
  record: Record,
): Promise<Marked | null> {
  const { city, by, at, subject, form, isOfEvent = false } = input
  if ((await record.findCooperation(city, subject.kind, subject.number)) === null) return null
  const source = await record.findCooperation(city, 'source', form.source)
  if (source === null) return refused('source_missing', 'source')
  const { text } = source.content
  const located = locate(text, form)
  if (!located.ok) return located
  const { marker, ...place } = located.span
  const exact = text.slice(place.start, place.end)
  const fault = findSpanFault(text, { ...place, exact }, marker)
  if (fault !== null) return refused(`span_${fault}`, 'words')
  const own = isOfEvent ? [] : await ownEvidence(city, subject, record)
  if (own.some((one) => isSamePlace(one, { source: form.source, ...place, marker }))) return refused('span_tied_already', 'words')
  const evidence = await record.addEvidence(city, { subject, source: form.source, ...place, exact, marker })
  await record.touchCooperation(city)
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'cooperation.evidence', subject: `cooperation/${subject.kind}/${subject.number}` },
    ...{ before: null, after: { source: form.source, ...place, exact, marker } },
  })
  return { ok: true, evidence }
}

/** The places of a record itself: without those that bear out what happened to it. */
export async function ownEvidence(
  city: City,
  { kind, number }: Subject,
  record: Pick<CooperationReads, 'listEvidence' | 'listStatusEvents'>,
): Promise<Evidence[]> {
  const evidence = await record.listEvidence(city, kind, [number])
  const isPursued = kind === 'commitment' || kind === 'assignment'
  return isPursued ? promiseEvidence(evidence, await record.listStatusEvents(city, kind, [number])) : evidence
}

export type Located =
  | { ok: true; span: { start: number; end: number; marker: { start: number; end: number } | null } }
  | (Marked & { ok: false })

/** The place that a person means by the words, and its verb. */
export function locate(text: string, form: Omit<SpanForm, 'source'>): Located {
  const places = findWords(text, form.words)
  if (places.length === 0) return refused('words_not_found', 'words')
  const place = places.length === 1 ? places[0] : places[form.place ?? -1]
  if (place === undefined)
    return {
      ...refused('words_several', 'words'),
      places: places.map(({ start, end }) => ({ start, end, around: text.slice(Math.max(0, start - around), end + around) })),
    }
  const marker = markerWithin(text, place, form.marker)
  return marker === undefined ? refused('marker_not_found', 'marker') : { ok: true, span: { ...place, marker } }
}

/**
 * Which of the places that hold the words begins at an offset: that is how a page names it.
 *
 * @returns null: none of them does
 * @example
 * placeAt('Біз келістік. Олар келісті.', 'келіс', 19) // => 1
 */
export function placeAt(text: string, words: string, start: number): number | null {
  const place = findWords(text, words).findIndex((one) => one.start === start)
  return place < 0 ? null : place
}

/** The last place of the verb within the words, because the verb ends a Kazakh sentence; undefined: it is not in them. */
function markerWithin(
  text: string,
  place: { start: number; end: number },
  marker: string,
): { start: number; end: number } | null | undefined {
  if (marker.trim() === '') return null
  const found = findWords(text.slice(place.start, place.end), marker).at(-1)
  return found && { start: place.start + found.start, end: place.start + found.end }
}

const refused = (code: string, field: string): { ok: false; problem: { code: string; field: string }; places: [] } => ({
  ok: false,
  problem: { code, field },
  places: [],
})
