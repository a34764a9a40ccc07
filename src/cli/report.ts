import { makeReport } from '../actions/reports/make-report.ts'
import { readTexts } from '../actions/reports/read-texts.ts'
import { reportFormats, writeReport, type ReportFormat } from '../actions/reports/write-report.ts'
import { dayIn, isAsOf, momentOf } from '../books/as-of.ts'
import { reportKinds, type ReportKind } from '../books/reports/report.ts'
import type { BrokenPlaceholder } from '../books/reports/written-texts.ts'
import { isLanguage } from '../books/text.ts'
import { readArguments } from './arguments.ts'
import { cityOf, type Command } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'
import { writeNewFile } from './files.ts'
import { wordsOfRefusal } from './words-of-refusal.ts'

/** `bagdar report yearly|vlr|city|example|brief|press --lang kk|ru|en --out FILE`: with what staff wrote at the desk. */
export const report: Command = async (args, terminal, needs) => {
  const text = { type: 'string' } as const
  const given = readArguments(args, { city: text, lang: text, year: text, 'as-of': text, out: text }, 1)
  const kind = kindOf(given.words[0])
  const language = given.text('lang') ?? 'kk'
  if (!isLanguage(language)) throw new UsageError(`--lang ${language} is none of kk, ru, en`)
  const year = given.text('year')
  if (year !== null && !/^\d{4}$/.test(year)) throw new UsageError(`--year ${year} is not a year; write four digits`)
  const asOf = given.text('as-of')
  if (asOf !== null && !(isAsOf(asOf) && asOf.length === 10)) throw new UsageError(`--as-of ${asOf} is not a day; write it as 2026-11-22`)
  const out = given.text('out')
  const format = formatOf(out)

  return await needs.withRecord(async (record) => {
    const city = await cityOf(record, given.text('city'))
    const day = asOf ?? dayIn(city.timeZone, record.now())
    const { texts, broken } = await readTexts(city, kind, momentOf(day, city.timeZone, record.now()), record)
    if (broken.length > 0) throw new RefusedError(brokenPlaceholders(broken), { code: 'report_placeholders' })
    const input = { kind, city, language, day, asOf: day, year: year === null ? null : Number(year), written: texts }
    const made = await makeReport(input, record)
    if (!made.ok) throw new RefusedError(wordsOfRefusal(made.refusal), { code: made.refusal.code })
    writeNewFile(out ?? '', await writeReport(made.value, format, needs))
    terminal.answer({ city: city.slug, report: kind, language, asOf: day, file: out })
    terminal.say(`The report is in ${out}.`)
    return exitCodes.done
  })
}

/** Which placeholders cannot be filled, and what to do. */
const brokenPlaceholders = (broken: readonly BrokenPlaceholder[]): string =>
  [
    'The texts of the report have placeholders whose figure is gone. Put them right at the desk, under Reports:',
    ...broken.map(({ part, language, written, why }) => `  ${part} (${language}): ${written} (${whys[why]})`),
  ].join('\n')

const whys: Readonly<Record<BrokenPlaceholder['why'], string>> = {
  unreadable: 'not readable; write {{figure SERIES 2023}}',
  no_series: 'no such series',
  no_figure: 'no figure for this period',
}

function kindOf(word: string | undefined): ReportKind {
  const kind = reportKinds.find((one) => one === word)
  if (kind === undefined) throw new UsageError(`Say which report: ${reportKinds.join(', ')}`)
  return kind
}

function formatOf(file: string | null): ReportFormat {
  const format = reportFormats.find((one) => file?.endsWith(`.${one}`))
  if (format === undefined)
    throw new UsageError(`Say where the report goes: --out with a name that ends in ${reportFormats.map((one) => `.${one}`).join(', ')}`)
  return format
}
