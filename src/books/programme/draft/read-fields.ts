import { languages, type MultilingualText } from '../../text.ts'
import { isDecimal } from '../sum-decimals.ts'
import { sdgTargets } from '../sdg-targets.ts'
import type { BudgetLine, SeriesChoice, YearValue } from '../programme.ts'
import { languageField, type ElementContents, type ElementKind } from './draft.ts'
import { budgetRows } from './fields.ts'
import type { Fields } from './merge-fields.ts'

/** Why a field was not taken. `code` has its words in `locales/{language}/desk.json` under `field_{code}`. */
export interface FieldProblem {
  field: string
  code: string
  details: Readonly<Record<string, string | number>>
}

/** What a form of one kind may refer to. */
export interface FieldContext {
  /** Series that may be chosen, by address. */
  series: ReadonlyMap<string, SeriesChoice>
  /** Ids of the draft's citations. */
  sources: ReadonlySet<string>
}

/** Nobody writes a longer text by hand into one field. */
export const longestText = 5000

/**
 * The fields of a form as the content of an element, and everything that is wrong with them. What is only missing (a translation, an owner)
 * is not wrong: a draft may have gaps.
 */
export function readFields<Kind extends ElementKind>(
  kind: Kind,
  fields: Fields,
  context: FieldContext,
): { content: ElementContents[Kind]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = []
  const reader = new FieldReader(fields, context, problems)
  return { content: contents[kind](reader) as ElementContents[Kind], problems }
}

const contents: { [Kind in ElementKind]: (read: FieldReader) => ElementContents[Kind] } = {
  head: (read) => {
    const title = read.words('title', true)
    const [from, to] = [read.year('period.from', true) ?? 0, read.year('period.to', true) ?? 0]
    if (from > to && to > 0) read.complain('period.to', 'period_reversed')
    return { title, period: { from, to }, baselineYear: read.year('baselineYear') }
  },
  passport: (read) => ({ label: read.words('label', true) }),
  direction: (read) => ({ number: read.number(), title: read.words('title', true) }),
  goal: (read) => ({ number: read.number(), title: read.words('title', true), sdgTargets: read.sdgTargets() }),
  sentence: (read) => ({ text: read.words('text', true), sources: read.sources() }),
  indicator: (read) => ({
    name: read.words('name', true),
    unit: read.line('unit', true),
    desired: read.desired(),
    baseline: read.baseline(),
    targets: read.targets(),
    actual: read.actual(),
    note: read.words('note'),
    sources: read.sources(),
  }),
  measure: (read) => ({
    number: read.number(),
    title: read.words('title', true),
    owner: read.words('owner'),
    deadline: read.date('deadline'),
    formOfCompletion: read.words('form'),
    budget: read.budget(),
    sdgTargets: read.sdgTargets(),
  }),
  source: (read) => ({ title: read.words('title', true), url: read.url() }),
}

/** Reads on after a mistake, so that all problems of a form come at once. */
class FieldReader {
  readonly #fields: Fields
  readonly #context: FieldContext
  readonly #problems: FieldProblem[]

  constructor(fields: Fields, context: FieldContext, problems: FieldProblem[]) {
    this.#fields = fields
    this.#context = context
    this.#problems = problems
  }

  complain(field: string, code: string, details: FieldProblem['details'] = {}): void {
    this.#problems.push({ field, code, details })
  }

  line(field: string, required = false): string {
    const text = (this.#fields[field] ?? '').replaceAll(/\s+/g, ' ').trim()
    if (text === '' && required) this.complain(field, 'missing')
    if (text.length > longestText) this.complain(field, 'too_long', { limit: longestText, length: text.length })
    return text
  }

  /** A text in the languages that have words. */
  words(name: string, required = false): MultilingualText {
    const given = languages.map((language) => [language, this.line(languageField(name, language))] as const)
    const words = given.filter(([, text]) => text !== '')
    if (words.length === 0 && required) this.complain(languageField(name, languages[0]), 'words_missing')
    return Object.fromEntries(words)
  }

  number(): string {
    const number = this.line('number', true)
    if (number !== '' && !/^[\p{L}\d]+([.-][\p{L}\d]+)*\.?$/u.test(number))
      this.complain('number', 'not_a_number_of_outline', { value: number })
    return number.replace(/\.$/, '')
  }

  year(field: string, required = false): number | null {
    const text = this.line(field, required)
    if (text === '') return null
    if (/^(19|20|21)\d\d$/.test(text)) return Number(text)
    this.complain(field, 'not_a_year', { value: text })
    return null
  }

  /** As people write numbers: spaces between thousands, comma or point. Kept as plain decimal text with all its digits. */
  decimal(field: string, given = this.line(field)): string | null {
    if (given === '') return null
    const text = given.replaceAll(/\s/g, '').replace(',', '.').replace('−', '-')
    if (isDecimal(text) && text.length <= 40) return text.replace('+', '')
    this.complain(field, 'not_a_decimal', { value: given })
    return null
  }

  date(field: string): string | null {
    const text = this.line(field)
    if (text === '') return null
    if (isDay(text)) return text
    this.complain(field, 'not_a_date', { value: text })
    return null
  }

  desired(): 'increase' | 'decrease' | null {
    const text = this.line('desired')
    return text === 'increase' || text === 'decrease' ? text : null
  }

  baseline(): YearValue | null {
    const [year, value] = [this.year('baseline.year'), this.decimal('baseline.value')]
    if (year !== null && value !== null) return { year, value }
    if (year === null && value !== null && this.line('baseline.year') === '') this.complain('baseline.year', 'baseline_year_missing')
    if (year !== null && this.line('baseline.value') === '') this.complain('baseline.value', 'baseline_value_missing')
    return null
  }

  targets(): YearValue[] {
    const years = Object.keys(this.#fields).flatMap((field) => /^target\.(\d{4})$/.exec(field)?.[1] ?? [])
    return years.sort().flatMap((year) => {
      const value = this.decimal(`target.${year}`)
      return value === null ? [] : [{ year: Number(year), value }]
    })
  }

  actual(): SeriesChoice | null {
    const address = this.line('actual')
    if (address === '') return null
    const choice = this.#context.series.get(address)
    if (choice === undefined) this.complain('actual', 'unknown_series', { value: address })
    return choice ?? null
  }

  sources(): string[] {
    const ids = this.#list('sources')
    for (const id of ids.filter((one) => !this.#context.sources.has(one))) this.complain('sources', 'unknown_source', { value: id })
    return ids
  }

  sdgTargets(): string[] {
    const targets = this.#list('sdgTargets')
    for (const target of targets.filter((one) => !sdgTargets.has(one))) this.complain('sdgTargets', 'unknown_sdg_target', { value: target })
    return targets
  }

  url(): string | null {
    const text = this.line('url')
    if (text === '') return null
    if (!/^https?:\/\/[^\s]+$/.test(text)) this.complain('url', 'not_a_url', { value: text })
    return text
  }

  budget(): BudgetLine[] {
    return budgetRows(this.#fields['budget'] ?? '').flatMap((row, at): BudgetLine[] => {
      const field = (name: string) => `budget.${at}.${name}`
      const year = /^(19|20|21)\d\d$/.test(row.year) ? Number(row.year) : null
      if (year === null) this.complain(field('year'), row.year === '' ? 'missing' : 'not_a_year', { value: row.year })
      const amount = this.decimal(field('amount'), row.amount)
      if (row.amount === '') this.complain(field('amount'), 'missing')
      if (!/^[A-Z]{3}$/.test(row.currency)) this.complain(field('currency'), 'not_a_currency', { value: row.currency })
      if (!/^(nominal|constant \d{4})$/.test(row.prices)) this.complain(field('prices'), 'not_prices', { value: row.prices })
      const source = Object.fromEntries(languages.map((one) => [one, row[one]] as const).filter(([, text]) => text !== ''))
      if (Object.keys(source).length === 0) this.complain(field('kk'), 'words_missing')
      return year === null || amount === null ? [] : [{ year, amount, currency: row.currency, prices: row.prices, source }]
    })
  }

  #list(field: string): string[] {
    return [...new Set((this.#fields[field] ?? '').split(/[,;\s]+/).filter((one) => one !== ''))]
  }
}

/**
 * Whether a text is a day, a month or a year that there is.
 *
 * @example
 * isDay('2026-02-30') // => false
 */
export function isDay(text: string): boolean {
  const [, year = '', month, day] = /^((?:19|20|21)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  if (year === '') return false
  if (month === undefined) return true
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`)
  return (
    !Number.isNaN(date.getTime()) && date.getUTCMonth() + 1 === Number(month) && (day === undefined || date.getUTCDate() === Number(day))
  )
}
