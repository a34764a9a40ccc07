import type { MultilingualText } from '../text.ts'
import type { RivalReason } from './rivals.ts'
import type { Notice } from '../notice.ts'
import type { Area, Code, Indicator, Reading, ReleaseFile, Source } from './figure.ts'

/**
 * Everything one import understood: what every reader in `formats/` (Open SDG folder, CSV, XLSX, demonstration)
 * hands to `actions/import-readings.ts`.
 */
export interface ReadingSet {
  title: MultilingualText
  source: Source
  indicators: readonly Indicator[]
  areas: readonly Area[]
  codes: readonly Code[]
  readings: readonly Reading[]
  /** Why figures of different sources differ, where somebody has said so. */
  rivalReasons?: readonly RivalReason[]
  notices: readonly Notice[]
  files: readonly ReleaseFile[]
  /** Data rows seen, including those that gave no reading. */
  rows: number
}
