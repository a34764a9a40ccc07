import { problem, type Path, type Problem } from '../../books/programme/problem.ts'
import { languages, type MultilingualText } from '../../books/text.ts'
import { isDecimal } from '../../books/programme/sum-decimals.ts'
import { nearestKey } from './nearest-key.ts'

/** A value of the file, where it stands, and the list to which problems are added. */
export interface Field {
  value: unknown
  path: Path
  problems: Problem[]
}

/** Absent, or written as nothing: `note:`, `note: null`, `note: ~`. */
export const isAbsent = ({ value }: Field): boolean =>
  value === undefined || value === null || value === '' || value === 'null' || value === '~'

export const complain = ({ problems, path }: Field, code: string, details: Problem['details'] = {}): void => {
  problems.push(problem('error', code, path, details))
}

/** An object with known keys; every other key is named, with the key that was likely meant. */
export function readObject<Key extends string>(field: Field, keys: readonly Key[]): Record<Key, Field> {
  const { value, path, problems } = field
  const given = isObject(value) ? value : {}
  if (!isObject(value)) complain(field, 'object_expected', { keys: keys.join(', ') })
  for (const key of Object.keys(given)) {
    if ((keys as readonly string[]).includes(key)) continue
    const nearest = nearestKey(key, keys)
    problems.push(
      problem('error', nearest === null ? 'unknown_key' : 'misspelt_key', [...path, key], {
        key,
        ...(nearest === null ? { known: keys.join(', ') } : { nearest }),
      }),
    )
  }
  // one problem is enough for what is no object at all: its missing parts are not told one by one
  const heard = isObject(value) ? problems : []
  return Object.fromEntries(keys.map((key) => [key, { value: given[key], path: [...path, key], problems: heard }])) as unknown as Record<
    Key,
    Field
  >
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every item of a list; an absent list is empty. */
export function readList<T>(field: Field, readItem: (item: Field) => T): T[] {
  if (isAbsent(field)) return []
  if (!Array.isArray(field.value)) {
    complain(field, 'list_expected')
    return []
  }
  return field.value.map((value: unknown, at) => readItem({ ...field, value, path: [...field.path, at] }))
}

/** One line of text; '' and a problem when it is missing. */
export function readText(field: Field): string {
  const text = readOptionalText(field)
  if (text === null) complain(field, 'missing', { key: String(field.path.at(-1) ?? '') })
  return text ?? ''
}

export function readOptionalText(field: Field): string | null {
  if (isAbsent(field)) return null
  if (typeof field.value === 'string') return field.value.trim()
  complain(field, 'text_expected')
  return null
}

/** One of a few words. */
export function readChoice<Choice extends string>(field: Field, choices: readonly Choice[]): Choice | null {
  const text = readOptionalText(field)
  const choice = choices.find((one) => one === text) ?? null
  if (text !== null && choice === null) complain(field, 'not_a_choice', { value: text, choices: choices.join(', ') })
  return choice
}

/** `kk:`, `ru:`, `en:`; absent gives no words. */
export function readWords(field: Field): MultilingualText {
  if (isAbsent(field)) return {}
  if (typeof field.value === 'string') {
    complain(field, 'language_not_said', { languages: languages.join(', ') })
    return {}
  }
  const given = readObject(field, languages)
  return Object.fromEntries(
    languages.map((language) => [language, readOptionalText(given[language])]).filter(([, words]) => words !== null),
  )
}

export function readRequiredWords(field: Field): MultilingualText {
  const words = readWords(field)
  if (isAbsent(field)) complain(field, 'missing', { key: String(field.path.at(-1) ?? '') })
  return words
}

/** A year of four digits; 0 and a problem when it is none. */
export function readYear(field: Field): number {
  const text = readText(field)
  if (/^[12]\d{3}$/.test(text)) return Number(text)
  if (text !== '') complain(field, 'not_a_year', { value: text })
  return 0
}

export const readOptionalYear = (field: Field): number | null => (isAbsent(field) ? null : readYear(field))

/** A decimal number, kept as it is written. */
export function readDecimal(field: Field): string {
  const text = readText(field)
  if (text === '' || isDecimal(text)) return text
  complain(field, 'not_a_decimal', { value: text })
  return '0'
}

/** `2026`, `2026-03` or `2026-03-01`. */
export function readDate(field: Field): string | null {
  const text = readOptionalText(field)
  if (text === null || isDate(text)) return text
  complain(field, 'not_a_date', { value: text })
  return null
}

function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return year !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}
