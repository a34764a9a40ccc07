import { languages } from '../text.ts'
import type { Refusal } from '../outcome.ts'
import type { RecordForm } from './fill-record.ts'
import { recordFields, type Field } from './record-fields.ts'
import type { RecordKind } from './records.ts'

/** What a city usually has in a table already. */
export const importedKinds = ['partner', 'agreement'] as const
export type ImportedKind = (typeof importedKinds)[number]

export const isImportedKind = (text: string): text is ImportedKind => (importedKinds as readonly string[]).includes(text)

/** Most rows that one table may have; a longer one comes in parts. */
export const mostRows = 1000

/** One row of a table, as the form that would add the record. */
export interface RecordRow {
  /** Line of the table, so that whatever is wrong with it can name it. */
  line: number
  form: RecordForm
}

export interface RefusedRow {
  line: number
  problems: readonly Refusal[]
}

/** What a table would add, and the rows that have something wrong. */
export interface CheckedRows {
  rows: RecordRow[]
  refused: RefusedRow[]
}

/** A column of a table of records: a field, and for words the language after a point. */
export interface RecordColumn {
  name: string
  field: Field
  /** One of the languages of a field that is needed will do. */
  needed: boolean
}

/**
 * The columns of a table of records, named as the fields are.
 *
 * @example
 * recordColumns('person').map(({ name }) => name) // => ['nameAsWritten', 'names.kk', 'names.ru', 'names.en']
 */
export const recordColumns = (kind: RecordKind): RecordColumn[] =>
  Object.entries<Field>(recordFields[kind]).flatMap(([name, field]): RecordColumn[] => {
    const needed = field.type === 'choice' || ('required' in field && field.required === true)
    if (field.type === 'elsewhere') return []
    return field.type === 'words'
      ? languages.map((language) => ({ name: `${name}.${language}`, field, needed }))
      : [{ name, field, needed }]
  })

/**
 * What is wrong with a row, at the column of the table: a field for words has one for each language.
 *
 * @example
 * atColumn('partner', { code: 'field_empty', field: 'name' }) // => { code: 'field_empty', field: 'name.kk, name.ru, name.en' }
 */
export function atColumn(kind: RecordKind, refusal: Refusal): Refusal {
  const { field = '', details } = refusal
  if ((recordFields[kind] as Readonly<Record<string, Field>>)[field]?.type !== 'words') return refusal
  const language = details?.['language']
  const columns = recordColumns(kind).filter(({ name }) =>
    language === undefined ? name.startsWith(`${field}.`) : name === `${field}.${language}`,
  )
  return { ...refusal, field: columns.map(({ name }) => name).join(', ') }
}

/** Rows as a page gave them to the browser and gets them back; null: they are none. */
export function parseRows(text: string): RecordRow[] | null {
  try {
    const rows: unknown = JSON.parse(text)
    return Array.isArray(rows) && rows.length <= mostRows && rows.every(isRow) ? rows : null
  } catch {
    return null
  }
}

const isRow = (row: unknown): row is RecordRow =>
  typeof row === 'object' &&
  row !== null &&
  Number.isSafeInteger((row as RecordRow).line) &&
  typeof (row as RecordRow).form === 'object' &&
  (row as RecordRow).form !== null &&
  Object.values((row as RecordRow).form).every(isText)

/** Written as JSON a text may hold what no text of ours does: a null character, half of a character. */
const isText = (cell: unknown): boolean => typeof cell === 'string' && !/[\0\p{Surrogate}]/u.test(cell)
