import type { UploadExplanation } from '../../books/indicators/entry/upload.ts'
import { newSourceOf } from '../../books/indicators/entry/new-source.ts'
import type { Refusal } from '../../books/outcome.ts'
import { readMapping, type TableField, type TableMapping } from '../../formats/table/mapping.ts'

/** How columns are read, as the fields of a form. */
export type MappingFields = Readonly<Record<string, string>>

/** Roles of a column, besides `dimension:SEX` and its like. */
export const columnRoles = ['ignored', 'period', 'value', 'indicator', 'area', 'unit'] as const

const separators: Readonly<Record<string, ',' | ';' | '\t'>> = { comma: ',', semicolon: ';', tab: '\t' }
const encodings = ['windows-1251', 'utf-16le'] as const
const thousands: Readonly<Record<string, '' | ' ' | ',' | '.' | "'">> = { none: '', space: ' ', comma: ',', point: '.', apostrophe: "'" }

/**
 * The form of an upload: what its mapping says, or, before there is one, what the reader guesses from the headers.
 *
 * @param defaults  the city's own area, for where the table names none
 */
export function fieldsOfMapping(explanation: UploadExplanation, mappingText: string | null, defaults: { area: string }): MappingFields {
  const read = mappingText === null ? null : readMapping(mappingText)
  const guessed = explanation.proposal === null ? null : readMapping(explanation.proposal)
  const mapping = read?.ok ? read.value : null
  const numbers = mapping?.numbers ?? (guessed?.ok ? guessed.value.numbers : undefined)
  const fields: Record<string, string> = {
    ...fileFields(mapping?.file ?? fileOf(mappingText)),
    decimal: numbers?.decimal === ',' ? 'comma' : 'point',
    thousands: nameOf(thousands, numbers?.thousands ?? ''),
    indicator: constantOf(mapping?.indicator),
    area: mapping === null ? defaults.area : constantOf(mapping.area),
    unit: constantOf(mapping?.unit),
    source: mapping?.source.id ?? '',
    ...languageFields('title', mapping?.title),
  }
  explanation.columns.forEach(({ name, role }, at) => {
    const own = mapping === null ? { role, codes: {} } : roleOf(name, mapping)
    fields[`role-${at}`] = own.role === 'dimension' ? 'ignored' : own.role
    fields[`codes-${at}`] = Object.entries(own.codes)
      .map(([word, code]) => `${word} = ${code}`)
      .join('\n')
  })
  return fields
}

/**
 * A mapping from the form, as JSON text, or what is missing in it.
 *
 * Refusals  mapping_role_missing, mapping_role_twice, mapping_source_missing, mapping_code_line, and those of `readMapping`
 */
export function mappingOfFields(
  fields: MappingFields,
  columns: readonly string[],
  sources: ReadonlyArray<{ id: string; name: object }>,
): { mapping: string } | { refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const roles = columns.map((_, at) => fields[`role-${at}`] ?? 'ignored')
  const codes = columns.map((_, at) => readCodes(fields[`codes-${at}`] ?? '', `codes-${at}`, refusals))
  const fieldAt = (at: number): TableField => {
    const column = columns[at] ?? ''
    const own = codes[at] ?? new Map<string, string>()
    return own.size === 0 ? column : { column, codes: Object.fromEntries(own) }
  }
  for (const role of new Set(roles)) {
    const places = roles.flatMap((one, at) => (one === role ? [at] : []))
    if (role !== 'ignored' && role !== 'value' && places.length > 1)
      refusals.push({ code: 'mapping_role_twice', field: `role-${places[1]}` })
  }
  const required = (role: 'indicator' | 'area' | 'unit'): TableField => {
    const at = roles.indexOf(role)
    if (at >= 0) return fieldAt(at)
    const constant = (fields[role] ?? '').trim()
    if (constant === '') refusals.push({ code: `mapping_${role}_missing`, field: role })
    return { constant }
  }
  const values = roles.flatMap((role, at) => (role === 'value' ? [at] : []))
  const periodAt = roles.indexOf('period')
  const wide = periodAt < 0 && values.length > 0
  if (values.length === 0) refusals.push({ code: 'mapping_value_missing', field: 'role-0' })
  else if (!wide && values.length > 1) refusals.push({ code: 'mapping_role_twice', field: `role-${values[1]}` })
  if (wide && values.some((at) => !/^\d{4}/.test(columns[at] ?? ''))) refusals.push({ code: 'mapping_no_period', field: 'role-0' })

  const chosen = sources.find((one) => one.id === fields['source'])
  const source = chosen ?? newSourceOf({ kk: fields['source-kk'] ?? '', ru: fields['source-ru'] ?? '', en: fields['source-en'] ?? '' })
  if (source === null) refusals.push({ code: 'mapping_source_missing', field: 'source' })
  const title = languagesOf('title', fields)
  const mapping: Partial<TableMapping> = {
    ...(Object.keys(title).length === 0 ? {} : { title }),
    source: { id: source?.id ?? '', name: source?.name ?? {} },
    file: fileOfFields(fields),
    numbers: { decimal: fields['decimal'] === 'comma' ? ',' : '.', thousands: thousands[fields['thousands'] ?? ''] ?? '' },
    indicator: required('indicator'),
    area: required('area'),
    unit: required('unit'),
    ...(wide ? { periods: 'columns' as const } : { period: periodAt < 0 ? '' : fieldAt(periodAt), value: columns[values[0] ?? 0] ?? '' }),
    dimensions: Object.fromEntries(
      roles.flatMap((role, at) => (role.startsWith('dimension:') ? [[role.slice('dimension:'.length), fieldAt(at)]] : [])),
    ),
  }
  if (refusals.length > 0) return { refusals }
  const text = JSON.stringify(mapping)
  const read = readMapping(text)
  return read.ok ? { mapping: text } : { refusals: [{ ...read.refusal, field: 'role-0' }] }
}

/** How the file itself is opened, for a first look: the rest of the mapping is not known yet. */
export const fileOnlyMapping = (fields: MappingFields): string => JSON.stringify({ file: fileOfFields(fields) })

/** The `file` part of a mapping, whether the rest of it is there or not. */
export function fileOf(mappingText: string | null): NonNullable<TableMapping['file']> {
  if (mappingText === null) return {}
  return (JSON.parse(mappingText) as Partial<TableMapping>).file ?? {}
}

function fileOfFields(fields: MappingFields): NonNullable<TableMapping['file']> {
  const separator = separators[fields['separator'] ?? '']
  const encoding = encodings.find((one) => one === fields['encoding'])
  const header = Number(fields['header'] ?? '1')
  const sheet = (fields['sheet'] ?? '').trim()
  return {
    ...(separator === undefined ? {} : { separator }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === '' ? {} : { sheet }),
    ...(Number.isSafeInteger(header) && header > 1 && header < 1000 ? { header } : {}),
  }
}

const fileFields = ({ separator, encoding, sheet, header }: NonNullable<TableMapping['file']>): MappingFields => ({
  separator: separator === undefined ? '' : nameOf(separators, separator),
  encoding: encoding ?? '',
  sheet: sheet ?? '',
  header: String(header ?? 1),
})

/** Lines "word = CODE"; a word without a code is the total. */
function readCodes(text: string, field: string, refusals: Refusal[]): Map<string, string> {
  const codes = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const at = line.lastIndexOf('=')
    if (at < 0) refusals.push({ code: 'mapping_code_line', field, details: { line: line.trim().slice(0, 60) } })
    else codes.set(line.slice(0, at).trim(), line.slice(at + 1).trim())
  }
  return codes
}

function roleOf(column: string, mapping: TableMapping): { role: string; codes: Readonly<Record<string, string>> } {
  const places: Array<[string, TableField | undefined]> = [
    ['indicator', mapping.indicator],
    ['area', mapping.area],
    ['unit', mapping.unit],
    ['period', mapping.period],
    ['value', mapping.value],
    ...Object.entries(mapping.dimensions ?? {}).map(([id, field]): [string, TableField] => [`dimension:${id}`, field]),
  ]
  for (const [role, field] of places) {
    if (field === column) return { role, codes: {} }
    if (typeof field === 'object' && 'column' in field && field.column === column) return { role, codes: field.codes ?? {} }
  }
  return { role: mapping.periods === 'columns' && /^\d{4}/.test(column) ? 'value' : 'ignored', codes: {} }
}

const constantOf = (field: TableField | undefined): string => (typeof field === 'object' && 'constant' in field ? field.constant : '')

const nameOf = (names: Readonly<Record<string, string>>, sign: string): string =>
  Object.keys(names).find((name) => names[name] === sign) ?? ''

const languagesOf = (name: string, fields: MappingFields): Record<string, string> =>
  Object.fromEntries(
    ['kk', 'ru', 'en'].flatMap((language) =>
      fields[`${name}-${language}`]?.trim() ? [[language, fields[`${name}-${language}`]?.trim() ?? '']] : [],
    ),
  )

const languageFields = (name: string, text: TableMapping['title']): MappingFields =>
  typeof text === 'object' ? Object.fromEntries(Object.entries(text).map(([language, words]) => [`${name}-${language}`, words ?? ''])) : {}
