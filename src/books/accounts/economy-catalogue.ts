import type { CataloguedTable } from './data-catalogue.ts'

/** Tables of the economy. Nothing in them is about a person. */
export const economyCatalogue: Readonly<Record<string, CataloguedTable>> = {
  economy_table: {
    purpose: 'input-output tables and margins that were loaded, with their source',
    kept: 'for ever',
    public: 'city_id number outline source notice_counts loaded_at',
  },
  economy_table_piece: {
    purpose: 'numbers of loaded tables',
    kept: 'for ever',
    public: 'city_id table_number piece content',
  },
  city_economy: {
    purpose: 'what is known of the economy of cities, with its source',
    kept: 'for ever',
    public: 'city_id code number content entered_at',
  },
  twin_note: {
    purpose: 'economic notes about two cities as they were computed',
    kept: 'for ever',
    public: 'city_id a b number content computed_at code_version',
  },
}
