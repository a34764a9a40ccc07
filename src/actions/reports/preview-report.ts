import { dayIn } from '../../books/as-of.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Outcome } from '../../books/outcome.ts'
import type { Report, ReportKind } from '../../books/reports/report.ts'
import type { BrokenPlaceholder } from '../../books/reports/written-texts.ts'
import type { Language } from '../../books/text.ts'
import { makeReport } from './make-report.ts'
import { readTexts } from './read-texts.ts'
import type { ReportNeeds } from './report-needs.ts'
import type { ReportRecord } from './report-record.ts'

export type Preview = Outcome<Report> | { ok: false; broken: readonly BrokenPlaceholder[] }

/** A report as it would be published at that moment, in one language, with what staff wrote; or the placeholders whose figure is gone. */
export async function previewReport(
  { city, kind, language, year, at }: { city: City; kind: ReportKind; language: Language; year: number | null; at: Date },
  needs: ReportNeeds & Pick<ReportRecord, 'listReportTexts'>,
): Promise<Preview> {
  const { texts, broken } = await readTexts(city, kind, at, needs)
  if (broken.length > 0) return { ok: false, broken }
  return await makeReport({ kind, city, language, day: dayIn(city.timeZone, at), asOf: at.toISOString(), year, written: texts }, needs)
}
