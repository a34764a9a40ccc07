import type { PublishedFormat } from '../../books/reports/published-report.ts'
import type { Report } from '../../books/reports/report.ts'
import { claimPdfUa } from '../../formats/pdf-ua.ts'
import { typesetReport } from '../../formats/reports/report-pdf.ts'
import { renderReportDocument } from '../../pages/reports/report-document.tsx'
import type { ReportWriter } from './report-needs.ts'

/** The files that a report can be had as at any time. */
export const reportFormats = ['pdf', 'docx', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report as the bytes of a file: the same report gives the same bytes. */
export async function writeReport(
  report: Report,
  format: PublishedFormat,
  { typeset, writeDocx, publicAddress }: ReportWriter,
): Promise<Uint8Array> {
  switch (format) {
    case 'pdf':
      return claimPdfUa(await typeset(typesetReport(report, publicAddress)))
    case 'docx':
      return await writeDocx(report, publicAddress)
    case 'html':
      return new TextEncoder().encode(renderReportDocument(report, publicAddress))
    case 'json':
      return new TextEncoder().encode(`${JSON.stringify(report)}\n`)
  }
}
