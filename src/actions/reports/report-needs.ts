import type { Typesetting } from '../../formats/typesetting.ts'
import type { CityRecord } from '../record.ts'

/** What reports are made from. */
export type ReportNeeds = Pick<
  CityRecord,
  'listIndicators' | 'listAreas' | 'listCodes' | 'listSources' | 'listSeries' | 'listFigures' | 'listReleases' | 'listProgrammeVersions'
>

/** What turns a report into a file besides. */
export interface ReportWriter {
  /** Sets a document as PDF, apart from requests. */
  typeset(document: Typesetting): Promise<Uint8Array>
  /** Where readers find the site, without slash at the end: figures in files open there. */
  publicAddress: string
}
