import type { MultilingualText } from '../books/text.ts'

/** The tables as Kysely sees them; `migrations/` has their meaning. Columns of type jsonb are read as plain values. */
export interface Schema {
  city: CityTable
  release: ReleaseTable
  notice: NoticeTable
  entry: EntryTable
  series: SeriesTable
  series_release: SeriesReleaseTable
  observation: ObservationTable
  programme_version: ProgrammeVersionTable
  mistake_report: MistakeReportTable
  computed_file: ComputedFileTable
  computed_file_part: ComputedFilePartTable
}

interface CityTable {
  id: string
  slug: string
  position: number
  name: MultilingualText
  ref_area: string
  time_zone: string
  invented: boolean
  comparison: boolean
}

interface ReleaseTable {
  city_id: string
  id: string
  number: number
  kind: 'import' | 'computation' | 'entry'
  title: MultilingualText
  source: string | null
  made_by: string
  recorded_at: Date
  status: 'draft' | 'published' | 'withdrawn'
  published_at: Date | null
  withdrawn_at: Date | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  parameters: Record<string, unknown>
  code_version: string
  files: Array<{ path: string; sha256: string; bytes: number }>
  counts: Record<string, number>
  notice_counts: Record<string, number>
}

interface NoticeTable {
  city_id: string
  release_id: string
  position: number
  code: string
  severity: 'error' | 'warning' | 'info'
  file: string | null
  line: number | null
  column: string | null
  value: string | null
  details: Record<string, string | number>
}

interface EntryTable {
  city_id: string
  kind: 'indicator' | 'area' | 'code' | 'source' | 'rival_reason'
  key: string
  release_id: string
  content: unknown
}

interface SeriesTable {
  city_id: string
  id: string
  address: string
  indicator: string
  ref_area: string
  source: string
  method: string
  boundary: string
  unit: string
  dimensions: Record<string, string>
}

interface SeriesReleaseTable {
  city_id: string
  release_id: string
  series_id: string
}

interface ObservationTable {
  city_id: string
  series_id: string
  time_period: string
  release_id: string
  position: number
  value: string | null
  obs_value: number | null
  obs_status: string | null
  note: MultilingualText | null
  file: string | null
  line: number | null
  origin_row: string | null
  origin_cell: string | null
}

interface ProgrammeVersionTable {
  city_id: string
  programme: string
  number: number
  release_id: string
  content: unknown
}

interface MistakeReportTable {
  city_id: string
  number: number
  series_id: string
  time_period: string
  text: string
  reported_at: Date
}

interface ComputedFileTable {
  city_id: string
  release_id: string
  name: string
  sha256: string
  bytes: number
}

interface ComputedFilePartTable {
  city_id: string
  release_id: string
  name: string
  position: number
  content: Buffer
}
