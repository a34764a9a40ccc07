import { done, refuse, type Outcome } from '../../books/outcome.ts'
import type { City } from '../../books/indicators/figure.ts'
import { publishedFormats, type NewReport, type PublishedReport } from '../../books/reports/published-report.ts'
import type { ReportKind } from '../../books/reports/report.ts'
import type { BrokenPlaceholder } from '../../books/reports/written-texts.ts'
import { languages, type Language } from '../../books/text.ts'
import { dayIn } from '../../books/as-of.ts'
import { makeReport } from './make-report.ts'
import { readTexts } from './read-texts.ts'
import type { ReportNeeds, ReportWriter } from './report-needs.ts'
import type { ReportRecord } from './report-record.ts'
import { writeReport } from './write-report.ts'

/** Where the history says what became of published reports. */
const subjectOf = (number: number): string => `report/${number}`

export type Prepared = Outcome<NewReport> | { ok: false; broken: readonly BrokenPlaceholder[] }

/**
 * A report is written in all languages and formats, as the record stands at that moment: what `keepReport` keeps. Nothing is stored yet,
 * and it takes as long as a dozen files do, so call it outside of transactions.
 *
 * Refusals  those of the report; placeholders whose figure is gone
 */
export async function prepareReport(
  { city, kind, year, at }: { city: City; kind: ReportKind; year: number | null; at: Date },
  needs: ReportNeeds & Pick<ReportRecord, 'listReportTexts'>,
  writer: ReportWriter,
): Promise<Prepared> {
  const { texts, broken } = await readTexts(city, kind, at, needs)
  if (broken.length > 0) return { ok: false, broken }
  const [day, asOf] = [dayIn(city.timeZone, at), at.toISOString()]
  const title: Partial<Record<Language, string>> = {}
  const files: Array<NewReport['files'][number]> = []
  for (const language of languages) {
    const made = await makeReport({ kind, city, language, day, asOf, year, written: texts }, needs)
    if (!made.ok) return made
    title[language] = `${made.value.title}. ${made.value.subtitle}`
    for (const format of publishedFormats) files.push({ language, format, content: await writeReport(made.value, format, writer) })
  }
  return done({ kind, title, asOf, files })
}

/** The report is published: from now on its bytes stay. In a transaction. */
export async function keepReport(
  { city, by, at, report }: { city: City; by: string; at: Date; report: NewReport },
  record: Pick<ReportRecord, 'addPublishedReport' | 'addChange'>,
): Promise<PublishedReport> {
  const published = await record.addPublishedReport(city, report, at)
  const { number, kind, sha256 } = published
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'report.publish', subject: subjectOf(number), before: null },
    after: { kind, sha256, asOf: published.asOf },
  })
  return published
}

const longestReason = 1000

/**
 * A published report no longer counts; it stays where it is and says why. In a transaction.
 *
 * Refusals  reason_missing, text_too_long, report_not_published
 */
export async function withdrawReport(
  { city, by, at, number, reason }: { city: City; by: string; at: Date; number: number; reason: string },
  record: Pick<ReportRecord, 'withdrawReport' | 'addChange'>,
): Promise<Outcome<null>> {
  const why = reason.trim()
  if (why === '') return refuse('reason_missing', 'reason')
  if (why.length > longestReason) return refuse('text_too_long', 'reason', { limit: longestReason, length: why.length })
  if (!(await record.withdrawReport(city, number, { at, reason: why }))) return refuse('report_not_published')
  await record.addChange(city, {
    ...{ at: at.toISOString(), by, action: 'report.withdraw', subject: subjectOf(number) },
    ...{ before: { withdrawn: false }, after: { withdrawn: true, reason: why } },
  })
  return done(null)
}
