import { done, type Outcome } from '../../books/outcome.ts'
import { isTimePeriod } from '../decimal-text.ts'
import type { TableField, TableMapping } from './mapping.ts'
import { openTable, tableLimits, type FileMapping, type Table, type TableLimits } from './open-table.ts'
import { plainDecimal } from './plain-decimal.ts'
import { columnOf } from './read-table.ts'

export type ColumnRole = 'period' | 'value' | 'indicator' | 'area' | 'unit' | 'dimension' | 'ignored'

/** How one column would be read. */
export interface ExplainedColumn {
  name: string
  role: ColumnRole
  /** The SDMX dimension, for a dimension. */
  dimension: string | null
  firstValues: string[]
  /** All its different words, where they are few; they may want codes. */
  words: string[]
  distinctValues: number
  emptyCells: number
  /** Codes of notices that would follow: `value_not_a_number`, `time_period_not_understood`, `code_not_mapped`, `unnamed_column`. */
  problems: Array<{ code: string; line: number; value: string }>
}

export interface TableExplanation {
  rows: number
  columns: ExplainedColumn[]
  /** Columns that the mapping names and the table has not. */
  missingColumns: string[]
  /** A mapping to start from, as YAML, when none was given. */
  proposal: string | null
}

/** What would happen to each column of a table, with its first values and first problems; nothing is imported. */
export async function explainTable(
  bytes: Uint8Array,
  mapping: TableMapping | null,
  limits: TableLimits = tableLimits,
  file: FileMapping | undefined = mapping?.file,
): Promise<Outcome<TableExplanation>> {
  const table = await openTable(bytes, file, limits)
  if (!table.ok) return table
  const guess = mapping === null ? guessRoles(table.value) : null
  const named = mapping === null ? [] : fieldsOf(mapping)
  const columns = table.value.header.map((name, at) => {
    const field = named.find(({ field }) => columnOf(field) === name)
    const role = guess?.[at] ?? field?.role ?? (mapping?.periods === 'columns' && isTimePeriod(name) ? 'value' : 'ignored')
    return explainColumn(table.value, at, role, field ?? null, mapping?.numbers ?? guessNumbers(table.value))
  })
  const missing = named.map(({ field }) => columnOf(field)).filter((name) => name !== null)
  return done({
    rows: table.value.rows.length,
    columns,
    missingColumns: missing.filter((name) => !table.value.header.includes(name)),
    proposal: guess === null ? null : proposeMapping(table.value, guess),
  })
}

interface NamedField {
  role: ColumnRole
  dimension: string | null
  field: TableField
}

function fieldsOf(mapping: TableMapping): NamedField[] {
  const fields: NamedField[] = [
    { role: 'indicator', dimension: null, field: mapping.indicator },
    { role: 'area', dimension: null, field: mapping.area },
    { role: 'unit', dimension: null, field: mapping.unit },
  ]
  if (mapping.period !== undefined) fields.push({ role: 'period', dimension: null, field: mapping.period })
  if (mapping.value !== undefined) fields.push({ role: 'value', dimension: null, field: mapping.value })
  for (const [dimension, field] of Object.entries(mapping.dimensions ?? {})) fields.push({ role: 'dimension', dimension, field })
  return fields
}

/** More different words than this nobody gives codes to on a screen. */
const mostWords = 60

function explainColumn(
  table: Table,
  at: number,
  role: ColumnRole,
  named: NamedField | null,
  numbers: TableMapping['numbers'],
): ExplainedColumn {
  const name = table.header[at] ?? ''
  const codes = named !== null && typeof named.field === 'object' && 'codes' in named.field ? named.field.codes : undefined
  const values = table.rows.map((row) => ({ line: row.line, value: (row.cells[at] ?? '').trim() }))
  const filled = values.filter(({ value }) => value !== '')
  const different = new Set(filled.map(({ value }) => value))
  const problemOf = (value: string): string | null => {
    if (role === 'value' && plainDecimal(value, numbers) === null) return 'value_not_a_number'
    const code = codes !== undefined && Object.hasOwn(codes, value) ? codes[value] : undefined
    if (role === 'period' && !isTimePeriod(code ?? value)) return 'time_period_not_understood'
    return codes !== undefined && code === undefined ? 'code_not_mapped' : null
  }
  const problems = filled.flatMap(({ line, value }) => {
    const code = problemOf(value)
    return code === null ? [] : [{ code, line, value }]
  })
  if (name === '') problems.unshift({ code: 'unnamed_column', line: table.headerLine, value: '' })
  return {
    name,
    role,
    dimension: named?.dimension ?? null,
    firstValues: [...different].slice(0, 3),
    words: different.size > mostWords || role === 'value' || role === 'period' ? [] : [...different],
    distinctValues: different.size,
    emptyCells: values.length - filled.length,
    problems: problems.slice(0, 5),
  }
}

/** Words that headers of statistical tables begin with, in the three languages. */
const headerWords: ReadonlyArray<[ColumnRole, RegExp]> = [
  ['period', /^(year|period|time|date|год|дата|период|жыл|кезең)/i],
  ['value', /^(value|obs_value|amount|значение|показание|мән|мәні)/i],
  ['unit', /^(unit|единиц|ед\.|өлшем)/i],
  ['area', /^(ref_area|area|region|city|district|geo|регион|область|город|район|территор|аймақ|өңір|қала|аудан)/i],
  ['indicator', /^(indicator|показатель|индикатор|көрсеткіш)/i],
]

function guessRoles(table: Table): ColumnRole[] {
  const numbers = guessNumbers(table)
  const roles = table.header.map((name): ColumnRole => {
    if (name === '') return 'ignored'
    return isTimePeriod(name) ? 'value' : (headerWords.find(([, words]) => words.test(name))?.[0] ?? 'dimension')
  })
  const all = (at: number, test: (value: string) => boolean) => table.rows.slice(0, 200).every((row) => test((row.cells[at] ?? '').trim()))
  if (!roles.includes('period') && !isWide(table)) {
    const at = roles.findIndex((role, index) => role === 'dimension' && all(index, isTimePeriod))
    if (at >= 0) roles[at] = 'period'
  }
  if (!roles.includes('value')) {
    const at = roles.findLastIndex((role, index) => role === 'dimension' && all(index, (value) => plainDecimal(value, numbers) !== null))
    if (at >= 0) roles[at] = 'value'
  }
  return roles
}

const isWide = (table: Table): boolean => table.header.filter(isTimePeriod).length >= 2

/** A decimal comma is likely when cells such as `12,5` are seen. */
function guessNumbers(table: Table): { decimal: ',' | '.'; thousands: '' | ' ' } {
  const cells = table.rows.slice(0, 200).flatMap((row) => row.cells)
  return {
    decimal: cells.some((cell) => /^\s*[-\u2212]?\d[\d \u00a0]*,\d+\s*$/.test(cell)) ? ',' : '.',
    thousands: cells.some((cell) => /^\s*[-\u2212]?\d{1,3}([ \u00a0]\d{3})+([.,]\d+)?\s*$/.test(cell)) ? ' ' : '',
  }
}

function proposeMapping(table: Table, roles: readonly ColumnRole[]): string {
  const numbers = guessNumbers(table)
  const columnFor = (role: ColumnRole) => table.header[roles.indexOf(role)]
  const field = (role: ColumnRole, constant: string) => JSON.stringify(columnFor(role) ?? { constant })
  const lines = [
    'source: { id: "our-office", name: { kk: "", ru: "", en: "" } }',
    `numbers: { decimal: ${JSON.stringify(numbers.decimal)}, thousands: ${JSON.stringify(numbers.thousands)} }`,
    `indicator: ${field('indicator', '11.6.2')}`,
    `area: ${field('area', 'KZALA')}`,
    `unit: ${field('unit', 'PT')}`,
    ...(isWide(table)
      ? ['periods: columns']
      : [`period: ${field('period', '2023')}`, `value: ${JSON.stringify(columnFor('value') ?? '')}`]),
  ]
  const dimensions = table.header.filter((_, at) => roles[at] === 'dimension')
  if (dimensions.length > 0)
    lines.push('dimensions:', ...dimensions.map((name, index) => `  ${dimensionId(name, index)}: ${JSON.stringify(name)}`))
  return `${lines.join('\n')}\n`
}

const dimensionId = (name: string, index: number): string => {
  const id = name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
  return /^[A-Z][A-Z0-9_]*$/.test(id) ? id : `BREAKDOWN_${index + 1}`
}
