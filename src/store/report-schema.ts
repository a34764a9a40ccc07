import type { PublishedFormat } from '../books/reports/published-report.ts'
import type { ReportKind } from '../books/reports/report.ts'
import type { TextPart } from '../books/reports/report-text.ts'
import type { Language, MultilingualText } from '../books/text.ts'

export interface ReportSchema {
  report_text: {
    city_id: string
    kind: ReportKind
    part: TextPart
    text: MultilingualText
    revision: number
  }
  published_report: {
    city_id: string
    number: number
    kind: ReportKind
    title: MultilingualText
    as_of: Date
    published_at: Date
    sha256: string
    withdrawn_at: Date | null
    withdrawal_reason: string | null
  }
  published_report_file: {
    city_id: string
    number: number
    language: Language
    format: PublishedFormat
    sha256: string
    content: Uint8Array
  }
}
