import type { Report } from '../../books/reports/report.ts'
import { claimPdfUa } from '../../formats/pdf-ua.ts'
import { writeReportDocx } from '../../formats/reports/report-docx.ts'
import { typesetReport } from '../../formats/reports/report-pdf.ts'
import { renderReportDocument } from '../../pages/reports/report-document.tsx'
import type { ReportWriter } from './report-needs.ts'

/** The files that a report can be had as. */
export const reportFormats = ['pdf', 'docx', 'html'] as const
export type ReportFormat = (typeof reportFormats)[number]

/** A report as the bytes of a file: the same report gives the same bytes. */
export async function writeReport(report: Report, format: ReportFormat, { typeset, publicAddress }: ReportWriter): Promise<Uint8Array> {
  if (format === 'pdf') return claimPdfUa(await typeset(typesetReport(report, publicAddress)))
  if (format === 'docx') return await writeReportDocx(report, publicAddress)
  return new TextEncoder().encode(renderReportDocument(report, publicAddress))
}
