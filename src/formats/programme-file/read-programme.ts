import { checkProgramme } from '../../books/programme/check-programme.ts'
import type { LocatedProblem, Problem } from '../../books/programme/problem.ts'
import type {
  BudgetLine,
  Direction,
  Goal,
  Measure,
  PassportField,
  ProgrammeVersion,
  SeriesChoice,
  TargetIndicator,
  YearValue,
} from '../../books/programme/programme.ts'
import { firstWords, passportId } from '../../books/programme/sections.ts'
import { shortHash } from '../../kernel/natural-key.ts'
import {
  complain,
  isAbsent,
  readChoice,
  readDate,
  readDecimal,
  readList,
  readObject,
  readOptionalText,
  readOptionalYear,
  readRequiredWords,
  readText,
  readWords,
  readYear,
  type Field,
} from './fields.ts'
import { parseYaml } from './parse-yaml.ts'
import { readSentences } from './read-sentences.ts'

/** The version of the format; a file names it so that a later reader knows what it reads. */
export const formatName = 'bagdar-programme/1'

/**
 * One file is one version of a programme. `docs/programme-file.md` describes it.
 *
 * Reads on after a mistake, so that all problems come at once, each with its line and column, those of the rules
 * included. `version` is null when there is an error.
 */
export function readProgramme(text: string, file: string): { version: ProgrammeVersion | null; problems: LocatedProblem[] } {
  const yaml = parseYaml(text, file)
  if (yaml.problems.length > 0) return { version: null, problems: yaml.problems }

  const problems: Problem[] = []
  const version = readVersion({ value: yaml.value, path: [], problems })
  // the rules speak of a whole programme: what could not be read would be reported twice
  const found = problems.length > 0 ? problems : checkProgramme(version)
  const located = found.map(yaml.locate).sort((a, b) => a.line - b.line || a.column - b.column)
  return { version: located.some(({ severity }) => severity === 'error') ? null : version, problems: located }
}

function readVersion(field: Field): ProgrammeVersion {
  const file = readObject(field, [
    'format',
    'programme',
    'version',
    'status',
    'date',
    'act',
    'title',
    'period',
    'baselineYear',
    'sources',
    'passport',
    'directions',
  ])
  const format = readText(file.format)
  if (format !== '' && format !== formatName) complain(file.format, 'unknown_format', { value: format, known: formatName })
  const period = readObject(file.period, ['from', 'to'])
  const status = readChoice(file.status, ['draft', 'adopted', 'amended'])
  if (isAbsent(file.status)) complain(file.status, 'missing', { key: 'status' })
  return {
    programme: readSlug(file.programme),
    number: readNumber(file.version),
    status: status ?? 'draft',
    date: readDate(file.date),
    act: readWords(file.act),
    title: readRequiredWords(file.title),
    period: { from: readYear(period.from), to: readYear(period.to) },
    baselineYear: readOptionalYear(file.baselineYear),
    passport: readList(file.passport, readPassportField),
    directions: readList(file.directions, readDirection),
    sources: readList(file.sources, (item) => {
      const source = readObject(item, ['id', 'title', 'url'])
      return { id: readText(source.id), title: readRequiredWords(source.title), url: readUrl(source.url) }
    }),
  }
}

function readPassportField(item: Field): PassportField {
  const field = readObject(item, ['label', 'text'])
  const label = readRequiredWords(field.label)
  return { label, text: readSentences(field.text, passportId(label)) }
}

function readDirection(item: Field): Direction {
  const field = readObject(item, ['id', 'number', 'title', 'text', 'goals'])
  const number = readText(field.number)
  const id = readId(field.id, idOfNumber('d', number))
  return { id, number, title: readRequiredWords(field.title), text: readSentences(field.text, id), goals: readList(field.goals, readGoal) }
}

function readGoal(item: Field): Goal {
  const field = readObject(item, ['id', 'number', 'title', 'text', 'sdgTargets', 'indicators', 'measures'])
  const number = readText(field.number)
  const id = readId(field.id, idOfNumber('g', number))
  return {
    id,
    number,
    title: readRequiredWords(field.title),
    text: readSentences(field.text, id),
    sdgTargets: readList(field.sdgTargets, readText),
    indicators: readList(field.indicators, (indicator) => readIndicator(indicator, id)),
    measures: readList(field.measures, readMeasure),
  }
}

function readIndicator(item: Field, goal: string): TargetIndicator {
  const field = readObject(item, ['id', 'name', 'unit', 'desired', 'baseline', 'targets', 'actual', 'note', 'sources'])
  const name = readRequiredWords(field.name)
  return {
    id: readId(field.id, `i-${shortHash(8, goal, firstWords(name))}`),
    name,
    unit: readOptionalText(field.unit) ?? '',
    desired: readChoice(field.desired, ['increase', 'decrease']),
    baseline: isAbsent(field.baseline) ? null : readYearValue(field.baseline),
    targets: readTargets(field.targets),
    actual: isAbsent(field.actual) ? null : readSeriesChoice(field.actual),
    note: readWords(field.note),
    sources: readList(field.sources, readText),
  }
}

function readYearValue(field: Field): YearValue {
  const { year, value } = readObject(field, ['year', 'value'])
  return { year: readYear(year), value: readDecimal(value) }
}

/** Year by year as an object, `2025: 64.0`, in the order of the years. */
function readTargets(field: Field): YearValue[] {
  if (isAbsent(field)) return []
  if (typeof field.value !== 'object' || Array.isArray(field.value)) {
    complain(field, 'targets_expected')
    return []
  }
  const targets = Object.entries(field.value ?? {}).map(([year, value]) => {
    const place = { ...field, path: [...field.path, year] }
    return { year: readYear({ ...place, value: year }), value: readDecimal({ ...place, value }) }
  })
  return targets.sort((a, b) => a.year - b.year)
}

function readSeriesChoice(field: Field): SeriesChoice {
  const choice = readObject(field, ['indicator', 'source', 'unit', 'refArea', 'dimensions'])
  const dimensions = choice.dimensions.value
  const pairs = isAbsent(choice.dimensions) ? [] : Object.keys(readObject(choice.dimensions, Object.keys(dimensions ?? {})))
  return {
    indicator: readText(choice.indicator),
    source: readText(choice.source),
    unit: readOptionalText(choice.unit) ?? '',
    refArea: readText(choice.refArea),
    dimensions: Object.fromEntries(
      pairs.map((key) => [
        key,
        readText({ ...choice.dimensions, value: (dimensions as Record<string, unknown>)[key], path: [...choice.dimensions.path, key] }),
      ]),
    ),
  }
}

function readMeasure(item: Field): Measure {
  const field = readObject(item, ['id', 'number', 'title', 'owner', 'deadline', 'formOfCompletion', 'budget', 'sdgTargets'])
  const number = readText(field.number)
  return {
    id: readId(field.id, idOfNumber('m', number)),
    number,
    title: readRequiredWords(field.title),
    owner: readWords(field.owner),
    deadline: readDate(field.deadline),
    formOfCompletion: readWords(field.formOfCompletion),
    budget: readList(field.budget, readBudgetLine),
    sdgTargets: readList(field.sdgTargets, readText),
  }
}

function readBudgetLine(item: Field): BudgetLine {
  const field = readObject(item, ['year', 'amount', 'currency', 'prices', 'source'])
  const currency = readText(field.currency)
  if (currency !== '' && !/^[A-Z]{3}$/.test(currency)) complain(field.currency, 'not_a_currency', { value: currency })
  const prices = readText(field.prices)
  if (prices !== '' && !/^(nominal|constant \d{4})$/.test(prices)) complain(field.prices, 'not_prices', { value: prices })
  return { year: readYear(field.year), amount: readDecimal(field.amount), currency, prices, source: readRequiredWords(field.source) }
}

/** An id stands in addresses after `#`: letters, digits, `_`, `-`. */
function readId(field: Field, derived: string): string {
  const id = readOptionalText(field)
  if (id !== null && !/^[\p{L}\p{N}_-]+$/u.test(id)) complain(field, 'not_an_id', { value: id })
  return id ?? derived
}

/** `3.1.1.1` → `g-3-1-1-1`. */
const idOfNumber = (kind: string, number: string): string => `${kind}-${number.replace(/[^\p{L}\p{N}]+/gu, '-')}`

function readSlug(field: Field): string {
  const slug = readText(field)
  if (slug !== '' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) complain(field, 'not_a_slug', { value: slug })
  return slug
}

function readNumber(field: Field): number {
  const text = readText(field)
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  if (text !== '') complain(field, 'not_a_version_number', { value: text })
  return 0
}

/** Only addresses that are safe to link to. */
function readUrl(field: Field): string | null {
  const url = readOptionalText(field)
  if (url === null || /^https?:\/\/[^\s]+$/.test(url)) return url
  complain(field, 'not_a_url', { value: url })
  return null
}
