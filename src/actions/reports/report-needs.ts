import type { Report } from '../../books/reports/report.ts'
import type { Typesetting } from '../../formats/typesetting.ts'
import type { CatalogueReads } from '../catalogue-input.ts'
import type { PublicReads } from '../cooperation/public-record.ts'
import type { ConsultationRecord } from '../discussion/consultation-record.ts'
import type { ContributionRecord } from '../discussion/contribution-record.ts'
import type { CityRecord } from '../record.ts'

/** What reports are made from. */
export type ReportNeeds = CatalogueReads &
  Pick<CityRecord, 'listReleases' | 'listRivalReasons'> &
  Pick<ConsultationRecord, 'listConsultations'> &
  Pick<ContributionRecord, 'countParticipation'> &
  PublicReads

/** What turns a report into a file besides. */
export interface ReportWriter {
  /** Sets a document as PDF, apart from requests. */
  typeset(document: Typesetting): Promise<Uint8Array>
  /** A report for further editing in a text processor, made apart from requests too. */
  writeDocx(report: Report, publicAddress: string): Promise<Uint8Array>
  /** Where readers find the site, without slash at the end: figures in files open there. */
  publicAddress: string
}
