import type { Context } from 'hono'
import { placeAt, type SpanForm } from '../actions/cooperation/mark-span.ts'
import type { ReadFrom } from '../books/cooperation/desk-view.ts'
import type { RecordForm } from '../books/cooperation/fill-record.ts'
import { recordFields, type Field } from '../books/cooperation/record-fields.ts'
import { recordKinds, type RecordKind } from '../books/cooperation/records.ts'
import type { Refusal } from '../books/outcome.ts'
import { languages, type MultilingualText } from '../books/text.ts'
import { decodeText } from '../formats/csv.ts'
import type { SpanInput } from '../pages/desk/cooperation/span-fields.tsx'
import { numberOf } from './desk-consultation.ts'
import type { DeskPost, DeskRequest } from './desk-route.tsx'
import type { Site } from './site.ts'

/** Addresses of records name their kind; other words in its place belong to other pages. */
export const kindPath = `/cooperation/:kind{(?:${recordKinds.join('|')})}`

const ownForms = new RegExp(
  `^/[a-z]{2}/[^/]+/desk/cooperation/((${recordKinds.join('|')})/(new|\\d+(/(evidence|untie|publish|withdraw|pursue))?)|sources/\\d+(/span)?)/?$`,
)

/** Whether a request brings a form of a record: a source is longer than other forms, and has a limit of its own. */
export const bringsRecord = (c: Context): boolean => c.req.method === 'POST' && ownForms.test(c.req.path)

/** Of a form of a record: a source of 500,000 characters, twice. */
export const mostBytesOfARecord = 4_000_000

export const kindOf = ({ parameter }: DeskRequest): RecordKind => parameter('kind') as RecordKind
export const doingOf = ({ city, viewer }: DeskRequest, site: Site) => ({ city, by: viewer.personId, at: site.now() })

/** Fields of a kind that are asked for in three languages. */
export const inLanguagesOf = (kind: RecordKind): string[] =>
  Object.entries<Field>(recordFields[kind]).flatMap(([name, { type }]) => (type === 'words' ? [name] : []))

/**
 * What the form of a record says.
 *
 * @param before  of a record that is there: fields that do not change any more are not in its form
 */
export function recordFormOf(
  { form, field }: Pick<DeskPost, 'form' | 'field'>,
  kind: RecordKind,
  before: RecordForm,
  fixed: readonly string[],
): RecordForm {
  const given: Record<string, string> = {}
  for (const [name, { type }] of Object.entries<Field>(recordFields[kind])) {
    if (fixed.includes(name) && !form.has(name)) given[name] = before[name] ?? ''
    else if (type === 'words') for (const language of languages) given[`${name}.${language}`] = field(`${name}-${language}`)
    else if (type === 'references') given[name] = form.getAll(name).filter(isText).join(', ').replaceAll('\0', '')
    else if (type === 'local_time')
      given[name] = field(name)
        .trim()
        .replace(/^(\S+) +(\S+)$/, '$1T$2')
    else if (type !== 'elsewhere') given[name] = field(name)
  }
  return given
}

const isText = (value: FormDataEntryValue): value is string => typeof value === 'string'

/** What the address of a new record says already: `?event=3`, `?title-kk=…`. */
export function prefilledBy(query: URLSearchParams, kind: RecordKind): Record<string, string> {
  const form: Record<string, string> = {}
  for (const [name, { type }] of Object.entries<Field>(recordFields[kind]))
    if (type === 'words') for (const language of languages) form[`${name}.${language}`] = query.get(`${name}-${language}`) ?? ''
    else form[name] = query.get(name) ?? ''
  return form
}

/** null: it was read from nowhere. */
export function readFromOf(get: (name: string) => string): ReadFrom | null {
  const [source, start, end] = [get('source'), get('start'), get('end')].map((text) => (/^\d{1,9}$/.test(text) ? Number(text) : null))
  return typeof source === 'number' && typeof start === 'number' && typeof end === 'number' ? { source, start, end } : null
}

/** The text of a file that was brought in place of typing it; null: none was. */
export async function textOfFile(file: FormDataEntryValue | null): Promise<{ text: string } | Refusal | null> {
  if (file === null || typeof file === 'string' || file.size === 0) return null
  const { text, utf8 } = decodeText(new Uint8Array(await file.arrayBuffer()))
  return utf8 ? { text: text.replaceAll('\0', '') } : { code: 'file_not_utf8', field: 'file' }
}

/** A place in a source as it was typed. */
export const spanInputOf = ({ field }: Pick<DeskPost, 'field'>): SpanInput => ({
  source: field('span-source'),
  words: field('span-words'),
  start: field('span-start'),
  marker: field('span-marker'),
})

/** The same as the actions take it. */
export async function spanFormOf(
  { city, record }: Pick<DeskPost, 'city' | 'record'>,
  { source, words, start, marker }: SpanInput,
): Promise<SpanForm> {
  const found = start === '' ? null : await record.findCooperation(city, 'source', numberOf(source))
  return { source: numberOf(source), words, place: found && placeAt(found.content.text, words, Number(start)), marker }
}

/** Words in several languages, those that are there: `note-kk`. */
export const writtenIn = ({ field }: Pick<DeskPost, 'field'>, name: string): MultilingualText =>
  Object.fromEntries(
    languages.flatMap((language) => (field(`${name}-${language}`).trim() === '' ? [] : [[language, field(`${name}-${language}`).trim()]])),
  )
