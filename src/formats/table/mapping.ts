import { LineCounter, parseDocument, type Document, type Node } from 'yaml'
import { z } from 'zod'
import { done, refuse, type Outcome } from '../../books/outcome.ts'

const text = z.strictObject({ kk: z.string().optional(), ru: z.string().optional(), en: z.string().optional() })
const textOrWords = z.union([z.string().min(1), text])
const column = z.strictObject({ column: z.string().min(1), codes: z.record(z.string(), z.string()).optional() })
const field = z.union([z.string().min(1), column, z.strictObject({ constant: z.string() })])

const shape = z.strictObject({
  title: textOrWords.optional(),
  source: z.strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
    name: textOrWords,
    url: z.string().optional(),
    licence: z.string().optional(),
  }),
  file: z
    .strictObject({
      separator: z.enum([',', ';', '\t']).optional(),
      encoding: z.enum(['utf-8', 'windows-1251', 'utf-16le']).optional(),
      sheet: z.string().optional(),
      header: z.number().int().min(1).optional(),
    })
    .optional(),
  numbers: z.strictObject({ decimal: z.enum(['.', ',']).optional(), thousands: z.enum(['', ' ', ',', '.', "'"]).optional() }).optional(),
  indicator: field,
  area: field,
  unit: field,
  periods: z.enum(['column', 'columns']).optional(),
  period: field.optional(),
  value: z.string().min(1).optional(),
  dimensions: z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), field).optional(),
  names: z
    .strictObject({
      indicators: z.record(z.string(), textOrWords).optional(),
      areas: z.record(z.string(), textOrWords).optional(),
      codes: z.record(z.string(), z.record(z.string(), textOrWords)).optional(),
    })
    .optional(),
})

/**
 * How the columns of a table become readings, as the mapping file says it.
 *
 *     source: { id: gorstat, name: { ru: Управление статистики } }
 *     numbers: { decimal: ',', thousands: ' ' }
 *     indicator: { constant: '11.6.2' }
 *     area: { column: Город, codes: { Алматы: KZALA } }
 *     unit: { constant: MG_CUB_METER }
 *     period: Год
 *     value: Значение
 *     dimensions: { SEX: { column: Пол, codes: { женщины: F, мужчины: M, всего: '' } } }
 *
 * A field is the name of a column, a column with a list of codes, or a constant. With `periods: columns` the years are
 * the headers of columns, and `period` and `value` are left out.
 */
export type TableMapping = z.infer<typeof shape>
export type TableField = z.infer<typeof field>

/** A mapping file is a page of text; anything larger is not one. */
const longestMapping = 200_000

/**
 * A mapping from its YAML or JSON text, or the first thing that is wrong with it, with its line.
 *
 * Refusals  mapping_too_long, mapping_not_yaml, mapping_unknown_key, mapping_missing_key, mapping_wrong_value,
 *           mapping_period_missing, mapping_period_twice
 */
export function readMapping(source: string): Outcome<TableMapping> {
  if (source.length > longestMapping) return refuse('mapping_too_long', undefined, { characters: longestMapping })
  const lines = new LineCounter()
  let document: Document
  let content: unknown
  try {
    document = parseDocument(source, { lineCounter: lines, logLevel: 'silent' })
    const [error] = document.errors
    if (error) return refuse('mapping_not_yaml', undefined, { line: lines.linePos(error.pos[0]).line, reason: error.code })
    content = document.toJS({ maxAliasCount: 50 })
  } catch {
    return refuse('mapping_not_yaml', undefined, { line: 1, reason: 'TOO_DEEP_OR_TOO_MANY_ALIASES' })
  }
  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path)
  const parsed = shape.safeParse(content, { reportInput: true })
  if (!parsed.success) {
    // A misspelt key is also a missing one: its own line helps more.
    const { issues } = parsed.error
    const issue = issues.find((one) => one.code === 'unrecognized_keys') ?? issues[0]
    const path = issue?.path ?? []
    if (issue?.code === 'unrecognized_keys') {
      const key = issue.keys[0] ?? ''
      return refuse('mapping_unknown_key', [...path, key].join('.'), { line: lineOf([...path, key]), key })
    }
    const key = path.join('.')
    const missing = issue?.input === undefined
    const expected = issue?.code === 'invalid_value' ? issue.values.map((value) => JSON.stringify(value)).join(' ') : ''
    return refuse(missing ? 'mapping_missing_key' : 'mapping_wrong_value', key, { line: lineOf(path), key, expected })
  }
  return checkPeriods(parsed.data, lineOf)
}

function checkPeriods(mapping: TableMapping, lineOf: (path: readonly string[]) => number): Outcome<TableMapping> {
  const wide = mapping.periods === 'columns'
  for (const key of ['period', 'value'] as const) {
    if (wide && mapping[key] !== undefined) return refuse('mapping_period_twice', key, { line: lineOf([key]), key })
    if (!wide && mapping[key] === undefined) return refuse('mapping_period_missing', key, { line: 1, key })
  }
  return done(mapping)
}

/** The line of a place in the document, or of the nearest place above it that exists. */
function lineOfPath(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as Node | undefined
    const start = node?.range?.[0]
    if (start !== undefined) return lines.linePos(start).line
  }
  return 1
}
