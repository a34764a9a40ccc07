import { languages, type MultilingualText } from '../text.ts'
import type { Refusal } from '../outcome.ts'
import { orderProblems } from './date-order.ts'
import { parsePartialDate } from './partial-date.ts'
import { namedBy } from './named-by.ts'
import { recordFields, type Field } from './record-fields.ts'
import type { Contents, RecordKind } from './records.ts'

/** A record as a form or a row of a table brings it: text by field; words by field and language (`title.kk`). */
export type RecordForm = Readonly<Record<string, string>>

/** Numbers of records that are named, by field and kind: whoever stores the record looks whether they are there. */
export interface Reference {
  field: string
  to: RecordKind
  number: number
}

export interface FilledRecord<Kind extends RecordKind> {
  content: Contents[Kind]
  references: Reference[]
  problems: Refusal[]
}

const mostWords = 5000

/**
 * What a form says, field by field, and everything that is wrong with it at once. Fields that have a page of their own stay as they were.
 *
 * Missing  a field that the form does not bring is empty: '', null, no, none.
 *
 * @param before  the record as it was; null: a new one
 */
export function fillRecord<Kind extends RecordKind>(kind: Kind, form: RecordForm, before: Contents[Kind] | null): FilledRecord<Kind> {
  const problems: Refusal[] = []
  const content: Record<string, unknown> = {}
  for (const [name, field] of Object.entries<Field>(recordFields[kind])) {
    const refuse = (code: string, details: Refusal['details'] = {}): void => void problems.push({ code, field: name, details })
    if (field.type === 'elsewhere') content[name] = (before as Record<string, unknown> | null)?.[name] ?? emptyElsewhere[name]
    else if (field.type === 'words') content[name] = wordsOf(form, name, field, refuse)
    else content[name] = valueOf(field, (form[name] ?? '').replaceAll('\r\n', '\n').normalize('NFC'), refuse)
  }
  const filled = content as unknown as Contents[Kind]
  // What is no number was refused above: nobody need look for it.
  const references = namedBy(kind, filled).filter(({ number }) => isNumber(String(number)))
  return { content: filled, references, problems: [...problems, ...orderProblems(kind, filled)] }
}

const emptyElsewhere: Readonly<Record<string, unknown>> = { protocol: { state: 'none', points: [] }, stages: [] }

type Refuse = (code: string, details?: Refusal['details']) => void

function wordsOf(form: RecordForm, name: string, field: Field & { type: 'words' }, refuse: Refuse): MultilingualText {
  const words: MultilingualText = Object.fromEntries(
    languages.flatMap((language) => {
      const text = (form[`${name}.${language}`] ?? '').trim().replaceAll('\r\n', '\n').normalize('NFC')
      return text === '' ? [] : [[language, text]]
    }),
  )
  if (field.required && Object.keys(words).length === 0) refuse('field_empty')
  const tooLong = languages.find((language) => (words[language] ?? '').length > mostWords)
  if (tooLong !== undefined) refuse('field_too_long', { most: mostWords, language: tooLong })
  return words
}

function valueOf(field: Exclude<Field, { type: 'words' | 'elsewhere' }>, given: string, refuse: Refuse): unknown {
  const text = given.trim()
  switch (field.type) {
    case 'text': {
      if (field.required && text === '') refuse('field_empty')
      if (text.length > field.most) refuse('field_too_long', { most: field.most })
      return text
    }
    case 'partial_date': {
      const date = parsePartialDate(text)
      if (date === null) refuse('date_unreadable', { value: text })
      return date ?? text
    }
    case 'local_time': {
      if (text !== '' && !isLocalTime(text)) refuse('time_unreadable', { value: text })
      return text
    }
    case 'country': {
      const country = text.toUpperCase()
      if (country !== '' && !/^[A-Z]{2}$/.test(country)) refuse('country_unreadable', { value: text })
      return country
    }
    case 'language': {
      const language = text.toLowerCase()
      // A page asks for its name in the reader's language: for what is no code there is no answer at all.
      if (language === '') refuse('field_empty')
      else if (!/^[a-z]{2,3}$/.test(language)) refuse('language_unreadable', { value: text })
      return language
    }
    case 'time_zone': {
      if (text !== '' && !isTimeZone(text)) refuse('time_zone_unknown', { value: text })
      return text
    }
    case 'choice': {
      if (!field.of.includes(text)) refuse('choice_unknown', { value: text, choices: field.of.join(', ') })
      return text
    }
    case 'yes_no': {
      if (!['', 'yes', 'no'].includes(text)) refuse('choice_unknown', { value: text, choices: 'yes, no' })
      return text === 'yes'
    }
    case 'number': {
      if (text === '') return null
      const number = Number(text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.'))
      if (!(number >= field.least && number <= field.most))
        refuse('number_unreadable', { value: text, least: field.least, most: field.most })
      return number
    }
    case 'reference': {
      if (text === '' && field.required) refuse('field_empty')
      if (text === '') return null
      if (!isNumber(text)) refuse('reference_unreadable', { value: text })
      return Number(text)
    }
    case 'references': {
      const parts = partsOf(text)
      if (parts.length === 0 && field.required) refuse('field_empty')
      for (const part of parts) if (!isNumber(part)) refuse('reference_unreadable', { value: part })
      return [...new Set(parts.map(Number))]
    }
    case 'codes': {
      const parts = partsOf(text)
      for (const part of parts) if (!field.pattern.test(part)) refuse('code_unreadable', { value: part })
      return [...new Set(parts)]
    }
  }
}

const partsOf = (text: string): string[] => text.split(/[,;\s]+/).filter((part) => part !== '')
const isNumber = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text)

function isLocalTime(text: string): boolean {
  const [day = '', time = ''] = text.split('T')
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && parsePartialDate(day) !== null && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return /^[A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(name)
  } catch {
    return false
  }
}

/**
 * A record as the form that would fill it: the other way round.
 *
 * @example
 * formOfRecord('person', { nameAsWritten: 'Ш.Ахтар', names: { en: 'Sh. Akhtar' } }) // => { nameAsWritten: 'Ш.Ахтар', 'names.en': 'Sh. Akhtar' }
 */
export function formOfRecord<Kind extends RecordKind>(kind: Kind, content: Contents[Kind]): RecordForm {
  const form: Record<string, string> = {}
  for (const [name, field] of Object.entries<Field>(recordFields[kind])) {
    const value = (content as unknown as Record<string, unknown>)[name]
    if (field.type === 'elsewhere') continue
    if (field.type === 'words')
      for (const [language, text] of Object.entries(value as MultilingualText)) form[`${name}.${language}`] = text ?? ''
    else if (field.type === 'yes_no') form[name] = value === true ? 'yes' : 'no'
    else form[name] = Array.isArray(value) ? value.join(', ') : value === null || value === undefined ? '' : String(value)
  }
  return form
}
