import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { Field } from '../../../books/cooperation/record-fields.ts'
import type { Contents, CooperationRecord, RecordKind } from '../../../books/cooperation/records.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { Language } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { isMessageKey, type MessageKey } from '../../messages.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'
import { deskCrumbs } from '../people/desk-crumbs.ts'

/** Address of a list, or of a record, inside the city. */
export const recordPath = (kind: RecordKind, number?: number, below = ''): string =>
  `/desk/cooperation/${kind}${number === undefined ? '' : `/${number}`}${below}`

/** Address of the page on which a source document is read. */
export const readingPath = (source: number, below = ''): string => `/desk/cooperation/sources/${source}${below}`

/** The way back: desk, cooperation, all of this kind. */
export const cooperationCrumbs = (frame: Frame, kind: RecordKind | null, ...here: ReadonlyArray<string | Crumb>): Crumb[] =>
  deskCrumbs(
    frame,
    { label: frame.words.t('cooperation.book'), href: link(frame, '/desk/cooperation') },
    ...(kind === null ? [] : [{ label: frame.words.t(`cooperation.kinds_${kind}`), href: link(frame, recordPath(kind)) }]),
    ...here,
  )

const mostLetters = 90
const shortened = (text: string): string => (text.length > mostLetters ? `${text.slice(0, mostLetters).trimEnd()}…` : text)

/** What a record is called; its kind and number where nobody has named it. */
export function recordTitle({ kind, number, content }: CooperationRecord, words: Words, named: NamedRecords): string {
  const of = (to: RecordKind, other: number | null): string => {
    const found = other === null ? undefined : named.get(`${to}/${other}`)
    return found === undefined ? '' : recordTitle(found, words, new Map())
  }
  const join = (...parts: string[]): string => parts.filter((part) => part !== '').join(', ')
  const title = {
    partner: () => words.pick((content as Contents['partner']).name),
    person: () => words.pick((content as Contents['person']).names) || (content as Contents['person']).nameAsWritten,
    statement: () => shortened((content as Contents['statement']).text),
    membership: () => {
      const { person, partner, role } = content as Contents['membership']
      return join(of('person', person), words.pick(role), of('partner', partner))
    },
    attendance: () => {
      const { person, partner, event } = content as Contents['attendance']
      return join(of('person', person), of('partner', partner), of('event', event))
    },
  }[kind as 'partner']
  return (
    (title === undefined ? words.pick((content as Contents['event']).title) : title()) ||
    words.t('deskCooperation.unnamed', { kind: words.t(`cooperation.kind_${kind}`), number })
  )
}

const firstKey = (...keys: string[]): MessageKey | null => keys.find(isMessageKey) ?? null

/** What a field is called; some are called otherwise in one kind than in the others. */
export function fieldLabel(kind: RecordKind, name: string, words: Words): string {
  const key = firstKey(`deskCooperation.field_${kind}_${name}`, `deskCooperation.field_${name}`)
  return key === null ? name : words.t(key)
}

/** The same for a field of a form: `title.kk`. */
export function formFieldLabel(kind: RecordKind, field: string, words: Words): string {
  const [name = '', language] = field.split('.')
  const label = fieldLabel(kind, name, words)
  return language === undefined ? label : `${label}, ${words.t(`entry.in_${language as Language}`)}`
}

/** How to fill a field in; undefined: its name says enough. */
export function fieldHint(kind: RecordKind, name: string, field: Field, words: Words): string | undefined {
  const key = firstKey(`deskCooperation.hint_${kind}_${name}`, `deskCooperation.hint_${name}`, `deskCooperation.hint_type_${field.type}`)
  return key === null ? undefined : words.t(key)
}

/** Prefix of the words of a choice, by kind and field. */
const choicePrefixes: Readonly<Record<string, string>> = {
  'source.kind': 'source_kind',
  'partner.kind': 'partner_kind',
  'event.kind': 'event_kind',
  'event.state': 'event_state',
  'attendance.state': 'attendance',
  'statement.form': 'form',
  'commitment.strength': 'strength',
  'agreement.kind': 'agreement_kind',
  'project.stage': 'project_stage',
  'project.type': 'project_type',
}

export function choiceLabel(kind: RecordKind, name: string, value: string, words: Words): string {
  const key = firstKey(`cooperation.${choicePrefixes[`${kind}.${name}`]}_${value}`)
  return key === null ? value : words.t(key)
}

/** The field of the page that a refusal is about: words stand in three fields, and the reader's own language comes first. */
const idOf = (field: string, words: Words, inLanguages: readonly string[]): string =>
  inLanguages.includes(field) ? `${field}-${words.language}` : field

/**
 * Everything that was refused, in the reader's words, each beside its field.
 *
 * @param inLanguages  fields that are asked for in three languages
 */
export const problemsOf = (refusals: readonly Refusal[], words: Words, inLanguages: readonly string[] = []): Problem[] =>
  refusals.map(({ code, field = '', details }) => {
    const key = firstKey(`deskCooperation.refused_${code}`, `cooperation.refused_${code}`)
    return { field: idOf(field, words, inLanguages), text: key === null ? code : words.t(key, details) }
  })
