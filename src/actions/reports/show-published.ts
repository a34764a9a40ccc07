import type { City } from '../../books/indicators/figure.ts'
import { compareFindings, type ComparedFinding } from '../../books/reports/compare-findings.ts'
import { reportBefore, type PublishedReport } from '../../books/reports/published-report.ts'
import type { Report } from '../../books/reports/report.ts'
import type { Language } from '../../books/text.ts'
import type { ReportRecord } from './report-record.ts'

type Needs = Pick<ReportRecord, 'listPublishedReports' | 'findPublishedReport' | 'readReportFile'>

/** A published report in one language, with the reports of its kind that it can be compared with. */
export interface PublishedView {
  published: PublishedReport
  report: Report
  /** Earlier ones of the same kind, newest first. */
  earlier: readonly PublishedReport[]
}

/** null: there is none of that number, or it was not published by then. */
export async function showPublished(
  { city, number, language, asOf }: { city: City; number: number; language: Language; asOf: Date },
  needs: Needs,
): Promise<PublishedView | null> {
  const all = await needs.listPublishedReports(city, asOf)
  const published = all.find((one) => one.number === number)
  const report = published && (await readReport(city, number, language, needs))
  if (!published || !report) return null
  return { published, report, earlier: all.filter((one) => one.kind === published.kind && one.number < number) }
}

/** Two published reports beside each other. */
export interface ComparisonView {
  before: PublishedReport
  now: PublishedReport
  findings: readonly ComparedFinding[]
  same: number
}

/**
 * What changed from one published report to another of its kind.
 *
 * @param other  number of the earlier one; null: the last one before it that was not withdrawn
 */
export async function compareReports(
  { city, number, other, language, asOf }: { city: City; number: number; other: number | null; language: Language; asOf: Date },
  needs: Needs,
): Promise<ComparisonView | null> {
  const all = await needs.listPublishedReports(city, asOf)
  const now = all.find((one) => one.number === number)
  if (now === undefined) return null
  const before = other === null ? reportBefore(now, all) : all.find((one) => one.number === other && one.kind === now.kind)
  if (!before || before.number >= now.number) return null
  const [was, is] = [await readReport(city, before.number, language, needs), await readReport(city, number, language, needs)]
  if (was === null || is === null) return null
  const findings = compareFindings(was.findings, is.findings)
  return {
    before,
    now,
    findings: findings.filter(({ change }) => change !== 'same'),
    same: findings.filter(({ change }) => change === 'same').length,
  }
}

async function readReport(city: City, number: number, language: Language, needs: Pick<Needs, 'readReportFile'>): Promise<Report | null> {
  const content = await needs.readReportFile(city, number, language, 'json')
  // Only `writeReport` makes it, and its hash is kept with it.
  return content === null ? null : (JSON.parse(new TextDecoder().decode(content)) as Report)
}
