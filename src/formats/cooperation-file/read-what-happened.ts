import { findSpanFault, findWords } from '../../books/cooperation/evidence.ts'
import { parsePartialDate } from '../../books/cooperation/partial-date.ts'
import { partnershipStages, protocolPointKinds, protocolStates, type RecordKind } from '../../books/cooperation/records.ts'
import { statusEventKinds } from '../../books/cooperation/status.ts'
import {
  complain,
  isAbsent,
  readChoice,
  readList,
  readObject,
  readOptionalText,
  readRequiredWords,
  readText,
  readWords,
  type Field,
} from '../programme-file/fields.ts'
import type { CaseProtocol, CaseRecord, CaseSpan, CaseStatus } from './case.ts'

/** What stands above in the file: ids by kind, and the texts of the sources. */
export interface KnownRecords {
  ids: Map<RecordKind, Set<string>>
  texts: Map<string, string>
}

/**
 * A place in a source: `exact` as it stands there, and `start` and `end` in UTF-16 units. Without them the words may occur only once.
 *
 * @param marker  verb of the commitment that the place bears out; '' for anything else
 */
export function readSpan(field: Field, known: KnownRecords, marker = ''): CaseSpan {
  const given = readObject(field, ['source', 'start', 'end', 'exact'])
  const source = readText(given.source)
  const exact = readText(given.exact).normalize('NFC')
  const text = known.texts.get(source)
  if (source !== '' && text === undefined) complain(given.source, 'record_unknown', { value: source, kind: 'source' })
  if (text === undefined || exact === '') return { source, words: exact, place: 0 }
  if (marker !== '' && findWords(exact, marker).length === 0) complain(given.exact, 'marker_not_found', { marker })
  const places = findWords(text, exact)
  if (!isAbsent(given.start) || !isAbsent(given.end)) {
    const [start, end] = [readOffset(given.start), readOffset(given.end)]
    const fault = findSpanFault(text, { start, end, exact })
    if (fault === null) return { source, words: exact, place: places.findIndex((place) => place.start === start) }
    complain(given.exact, `span_${fault}`, { start, end, found: text.slice(Math.max(0, start), Math.max(0, end)).slice(0, 100) })
  } else if (places.length === 0) complain(given.exact, 'words_not_found')
  else if (places.length > 1)
    complain(given.exact, 'words_several', { count: places.length, starts: places.map(({ start }) => start).join(', ') })
  return { source, words: exact, place: 0 }
}

function readOffset(field: Field): number {
  const text = readText(field)
  if (text !== '' && !/^\d{1,9}$/.test(text)) complain(field, 'not_an_offset', { value: text })
  return Number(text)
}

/** What happened, oldest first. */
export const readStatus = (field: Field, known: KnownRecords): CaseStatus[] =>
  readList(field, (item) => {
    const { kind, on, note, evidence, retracts } = readObject(item, ['kind', 'on', 'note', 'evidence', 'retracts'])
    const day = readText(on)
    if (day !== '' && (day.length !== 10 || parsePartialDate(day) === null)) complain(on, 'day_unreadable')
    if (isAbsent(kind)) complain(kind, 'missing', { key: 'kind' })
    return {
      kind: readChoice(kind, statusEventKinds) ?? 'reported',
      on: day,
      note: readWords(note),
      evidence: isAbsent(evidence) ? null : readSpan(evidence, known),
      retracts: isAbsent(retracts) ? null : readOffset(retracts),
    }
  })

export const readDeadlines = (field: Field): Array<CaseRecord['deadlines'][number]> =>
  readList(field, (item) => {
    const { due, reason } = readObject(item, ['due', 'reason'])
    return { due: readDate(due), reason: readOptionalText(reason) ?? '' }
  })

export function readProtocol(field: Field, known: KnownRecords): CaseProtocol | null {
  if (isAbsent(field)) return null
  const { state, points } = readObject(field, ['state', 'points'])
  if (isAbsent(state)) complain(state, 'missing', { key: 'state' })
  return {
    state: readChoice(state, protocolStates) ?? 'draft',
    points: readList(points, (item) => {
      const point = readObject(item, ['kind', 'text', 'speaker', 'assignment'])
      if (isAbsent(point.kind)) complain(point.kind, 'missing', { key: 'kind' })
      return {
        kind: readChoice(point.kind, protocolPointKinds) ?? 'heard',
        text: readRequiredWords(point.text),
        speaker: readName(point.speaker, 'person', known),
        assignment: readName(point.assignment, 'assignment', known),
      }
    }),
  }
}

/** Stages of a partnership, oldest first. */
export const readStages = (field: Field, known: KnownRecords): Array<CaseRecord['stages'][number]> =>
  readList(field, (item) => {
    const { stage, on, source } = readObject(item, ['stage', 'on', 'source'])
    if (isAbsent(stage)) complain(stage, 'missing', { key: 'stage' })
    return { stage: readChoice(stage, partnershipStages) ?? 'idea', on: readDate(on), source: readName(source, 'source', known) }
  })

function readName(field: Field, kind: RecordKind, known: KnownRecords): string | null {
  const id = readOptionalText(field)
  if (id !== null && known.ids.get(kind)?.has(id) !== true) complain(field, 'record_unknown', { value: id, kind })
  return id
}

function readDate(field: Field): string {
  const text = readOptionalText(field) ?? ''
  const date = parsePartialDate(text)
  if (date === null) complain(field, 'date_unreadable', { value: text })
  return date ?? ''
}
