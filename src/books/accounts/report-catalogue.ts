import type { CataloguedTable } from './data-catalogue.ts'

/** Tables of reports. Who wrote and who published stands in the history of the desk alone. */
export const reportCatalogue: Readonly<Record<string, CataloguedTable>> = {
  report_text: {
    purpose: 'what staff writes into the next report',
    kept: 'as long as the record',
    internal: 'city_id kind part text revision',
  },
  published_report: {
    purpose: 'reports as they were published',
    kept: 'for ever',
    public: 'city_id number kind title as_of published_at sha256 withdrawn_at withdrawal_reason',
  },
  published_report_file: {
    purpose: 'bytes of published reports by language and format',
    kept: 'for ever',
    public: 'city_id number language format sha256 content',
  },
}
