import type { KeptChange, Change } from '../../books/accounts/change.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { NewReport, PublishedFormat, PublishedReport } from '../../books/reports/published-report.ts'
import type { ReportKind } from '../../books/reports/report.ts'
import type { ReportText } from '../../books/reports/report-text.ts'
import type { Language } from '../../books/text.ts'

/** Texts for reports and published reports, as the store keeps them. */
export interface ReportRecord {
  listReportTexts(city: City, kind: ReportKind): Promise<ReportText[]>
  /** `revision` is the one that the text was written upon, 0 where there was none. false: somebody was faster, and nothing is written. */
  keepReportText(city: City, kind: ReportKind, text: ReportText): Promise<boolean>
  /** Published by that moment, newest first; withdrawn ones too. */
  listPublishedReports(city: City, asOf: Date): Promise<PublishedReport[]>
  findPublishedReport(city: City, number: number): Promise<PublishedReport | null>
  readReportFile(city: City, number: number, language: Language, format: PublishedFormat): Promise<Uint8Array | null>
  /** In a transaction. */
  addPublishedReport(city: City, report: NewReport, at: Date): Promise<PublishedReport>
  /** false: there is none, or it was withdrawn before. */
  withdrawReport(city: City, number: number, withdrawal: { at: Date; reason: string }): Promise<boolean>
  addChange(city: { id: string } | null, change: Change): Promise<void>
  listChanges(city: { id: string } | null, filter: { subject?: string; offset: number; limit: number }): Promise<KeptChange[]>
}
