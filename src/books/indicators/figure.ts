/**
 * What a figure is: the central idea of Bagdar.
 *
 * A Series is one indicator, for one reference area, from one source, by one method, on one boundary, with one set of
 * dimension values, in one unit. An Observation is a value of a series for a time period, with the Release that brought
 * it. Two sources for one indicator are two series and both are shown. Nothing is ever overwritten.
 */
import type { MultilingualText } from '../text.ts'

export interface City {
  id: string
  /** The city in addresses: `almaty`. */
  slug: string
  name: MultilingualText
  /** The area its own figures are about: `KZALA`. */
  refArea: string
  /** IANA name; a day of `asOf` ends at midnight there. */
  timeZone: string
  /** An invented city says so on every page. */
  invented: boolean
  /** Computed by Bagdar from open data to be compared with; the city itself keeps nothing here. */
  comparison: boolean
}

/** A place that figures are about. */
export interface Area {
  code: string
  name: MultilingualText
  kind: 'country' | 'region' | 'city' | 'district' | 'town' | 'station'
  parent: string | null
  /** First and last day on which the area existed (ISO); null where open or not known. */
  validFrom: string | null
  validTo: string | null
}

/** One value of a code list (SEX = F, UNIT_MEASURE = PT, SERIES = …), with its names. */
export interface Code {
  codelist: string
  code: string
  name: MultilingualText
}

/** Who publishes figures. */
export interface Source {
  id: string
  name: MultilingualText
  url: string | null
  licence: string | null
}

/** What is measured. The definition is the source's own; a proxy is marked as one wherever the indicator is shown. */
export interface Indicator {
  /** Number in the catalogue: `11.6.2`, `11.2.1.1`, or the city's own. */
  code: string
  name: MultilingualText
  /** SDG goal 1–17, target `11.6`, and whether the number is one of the global framework. */
  sdgGoal: number | null
  sdgTarget: string | null
  /** Set when a national measure stands under a global number: the name of the global indicator. */
  globalName: MultilingualText | null
  definition: MultilingualText
  computation: MultilingualText
  limitations: MultilingualText
  /** Who compiles it, in the source's words. */
  compiledBy: MultilingualText
  /** `complete`, `notstarted`, `notapplicable`, … as the source says; null when it says nothing. */
  reportingStatus: string | null
  /** Global metadata and other pages that explain it. */
  links: readonly string[]
}

/** The natural key of a series. `dimensions` has no totals: what is absent is the total. */
export interface SeriesKey {
  indicator: string
  refArea: string
  source: string
  /** How the value was obtained where one source has several ways: '' is the source's usual one. */
  method: string
  /** Which boundary of the area: '' is the official one of the time. */
  boundary: string
  unit: string
  /** SDMX dimension id → code, e.g. `{ SERIES: '_L_KZ_110602_1B', SEX: 'F' }`. */
  dimensions: Readonly<Record<string, string>>
}

export interface Series extends SeriesKey {
  /** Uuid derived from the natural key: the same on every installation. */
  id: string
  /** Readable id used in addresses, derived likewise: `11.6.2-kzala-kazstat-3f9a1c2e`. */
  address: string
}

/** Where a value stands in the file that brought it. */
export interface Origin {
  /** Path inside the import. */
  file: string
  line: number
  /** The whole row and the cell as they were read, spaces included. */
  row: string
  cell: string
}

/** A value as a file or a person gives it, before it has a release. */
export interface Reading {
  series: SeriesKey
  /** ISO or SDMX: `2023`, `2023-07`, `2023-Q1`, `2023-07-01`. */
  timePeriod: string
  /** The published decimal text, surrounding spaces off: never re-rounded. null marks a gap. */
  value: string | null
  /** SDMX observation status (`A` normal, `E` estimated, `P` provisional, `M` missing …); null when not given. */
  obsStatus: string | null
  note: MultilingualText | null
  origin: Origin | null
}

/** One stored value. A period of a series may have several in one release: then the figure is disputed. */
export interface Observation {
  seriesId: string
  timePeriod: string
  value: string | null
  /** `value` as a number; null for a gap. */
  obsValue: number | null
  obsStatus: string | null
  note: MultilingualText | null
  releaseId: string
  origin: Origin | null
}

/** A figure as it stands on a day: what is in force for one series and period. */
export interface Figure {
  timePeriod: string
  /** The value in force. For a disputed figure null: none of the rivals is chosen. */
  value: string | null
  obsValue: number | null
  obsStatus: string | null
  note: MultilingualText | null
  releaseId: string
  /** All values the release gave, in file order; more than one when they differ. */
  claims: readonly Observation[]
  disputed: boolean
}

export type ReleaseStatus = 'draft' | 'published' | 'withdrawn'

export interface ReleaseFile {
  path: string
  sha256: string
  bytes: number
}

/** One import, computation or entry: who, when, from which files, with which parameters, by which code. */
export interface Release {
  id: string
  /** 1, 2, 3 … within the city; used in addresses. */
  number: number
  kind: 'import' | 'computation' | 'entry'
  title: MultilingualText
  /** The source whose figures it brings; null where it brings several. */
  source: string | null
  madeBy: string
  recordedAt: string
  status: ReleaseStatus
  /** From this moment the release is part of the record. For the demonstration: the day the source published. */
  publishedAt: string | null
  withdrawnAt: string | null
  withdrawnBy: string | null
  withdrawnReason: string | null
  parameters: Readonly<Record<string, unknown>>
  codeVersion: string
  files: readonly ReleaseFile[]
  /** What it brought: rows read, observations stored, series touched … */
  counts: Readonly<Record<string, number>>
  /** All notices by code. */
  noticeCounts: Readonly<Record<string, number>>
}

/** A file that a computation made and that pages show: `tiles.pmtiles`, `access-model.bin`, `result.json`. */
export interface ComputedFile {
  name: string
  sha256: string
  bytes: number
}

/** A computed file in the record, with the release that brought it. */
export interface StoredFile extends ComputedFile {
  releaseId: string
  releaseNumber: number
}
