import type { Refusal } from '../outcome.ts'
import type { Evidence } from './evidence.ts'
import { strengthsOfVerb } from './propose-spans.ts'
import type { Commitment, Contents, CooperationRecord, PartnerStatement, RecordKind } from './records.ts'

/**
 * What stands in the way of publishing a record. A promise and a quote have to lie in a source: the verb of a promise within its place, a
 * quote word for word.
 *
 * @param evidence  of this record
 * @example
 * publishProblems('statement', { event: null, form: 'direct_quote', speakers: [1], text: '…', language: 'kk', translations: {}, translatedBy: '' }, [])
 * // => [{ code: 'evidence_missing' }]
 */
export function publishProblems<Kind extends RecordKind>(kind: Kind, content: Contents[Kind], evidence: readonly Evidence[]): Refusal[] {
  if (kind === 'commitment') return commitmentProblems(content as Commitment, evidence)
  if (kind === 'statement') return statementProblems(content as PartnerStatement, evidence)
  return []
}

function commitmentProblems({ marker }: Commitment, evidence: readonly Evidence[]): Refusal[] {
  if (evidence.length === 0) return [{ code: 'evidence_missing' }]
  const isMarked = evidence.some((place) => markerIn(place) === marker)
  return isMarked ? [] : [{ code: 'marker_not_in_evidence', field: 'marker', details: { marker } }]
}

/** The words that a place marks as the verb of the promise. */
export const markerIn = ({ exact, start, marker }: Evidence): string | null =>
  marker === null ? null : exact.slice(marker.start - start, marker.end - start)

/**
 * What speaks against the step that somebody chose for a promise: by its verb it stands on another. The rules may err, so a person may
 * confirm the step; a verb that they do not know says nothing.
 *
 * @param languages  of the sources, by their numbers
 */
export function strengthProblems(
  { strength, marker }: Commitment,
  evidence: readonly Evidence[],
  languages: ReadonlyMap<number, string>,
): Refusal[] {
  const reached = evidence.flatMap((place) =>
    place.marker === null || markerIn(place) !== marker
      ? []
      : strengthsOfVerb(
          place.exact,
          { start: place.marker.start - place.start, end: place.marker.end - place.start },
          languages.get(place.source) ?? '',
        ),
  )
  const [byVerb] = reached
  if (byVerb === undefined || reached.includes(strength)) return []
  return [{ code: 'strength_differs', field: 'strengthConfirmed', details: { marker, by_verb: byVerb, chosen: strength } }]
}

function statementProblems({ text }: PartnerStatement, evidence: readonly Evidence[]): Refusal[] {
  if (evidence.length === 0) return [{ code: 'evidence_missing' }]
  return evidence.some(({ exact }) => exact === text) ? [] : [{ code: 'quote_differs', field: 'text' }]
}

/** What a published record may not change any more: others rely on it. A mistake in it is withdrawn and entered anew. */
const fixedFields: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  source: ['text', 'language'],
  statement: ['text', 'language', 'form', 'speakers'],
  commitment: ['by', 'strength', 'marker'],
}

/**
 * Fields of a record that do not change any more.
 *
 * @param isUsed  the record is a source and something points into its text: then that is fixed before it is published
 */
export const fixedFieldsOf = ({ kind, publishedAt }: Pick<CooperationRecord, 'kind' | 'publishedAt'>, isUsed: boolean): readonly string[] =>
  publishedAt === null && !isUsed ? [] : (fixedFields[kind] ?? [])

/** Those of them that somebody tries to change all the same. */
export function changesOfFixed<Kind extends RecordKind>(
  before: CooperationRecord<Kind>,
  after: Contents[Kind],
  isUsed: boolean,
): Refusal[] {
  const was = before.content as unknown as Record<string, unknown>
  const is = after as unknown as Record<string, unknown>
  return fixedFieldsOf(before, isUsed)
    .filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
    .map((field) => ({ code: isUsed ? 'source_is_used' : 'published_is_fixed', field }))
}
