import type { Notice } from '../../notice.ts'
import type { MultilingualText } from '../../text.ts'
import type { ReleaseFile } from '../figure.ts'

/** An SDG 11 indicator computed from spatial data: the figure, how sure it is, and everything needed to compute it again. */
export interface SpatialResult {
  indicator: '11.2.1' | '11.3.1' | '11.6.2' | '11.7.1' | 'DEGURBA'
  /** The UN metadata that the formula follows, e.g. `2021-09`. */
  metadataVersion: string
  /** Name of the method, part of the series key: `network-500-1000`. */
  method: string
  unit: string
  /** null where the formula gives no meaningful value; a notice says why. */
  value: number | null
  numerator: number | null
  denominator: number | null
  /** What the figure is made of besides, by name: `landConsumptionRate`, `openSpaceShare` … */
  parts: Readonly<Record<string, number | null>>
  /**
   * What of it is about people: the interval, the districts and the population groups are of this part. null where they are of the value
   * itself. Of 11.7.1 the value is about land, and `accessShare` about people.
   */
  partsOf: string | null
  interval: Interval | null
  byDistrict: readonly PartOfCity[]
  byPopulationGroup: readonly PartOfCity[]
  /** The first of each part, and the first of the value, is the figure itself. */
  methods: readonly MethodResult[]
  /** Which input matters most, widest first. */
  tornado: readonly TornadoBar[]
  parameters: Readonly<Record<string, string | number | boolean | null>>
  notices: readonly Notice[]
  files: readonly ReleaseFile[]
}

export interface Interval {
  low: number
  high: number
  /** 0.95 */
  level: number
  draws: number
  seed: number
}

export interface PartOfCity {
  code: string
  name: MultilingualText
  value: number | null
  numerator: number
  denominator: number
}

/** The same data under another definition. `code` has words in `spatial`. */
export interface MethodResult {
  code: string
  /** null with a reason where the data cannot answer it (no timetable, …). */
  value: number | null
  reason: string | null
  /** The part that it is another definition of; without it, of the value itself. */
  of?: string | undefined
}

export interface TornadoBar {
  input: string
  low: number
  high: number
  /** The part that it moves; without it, the value itself. */
  of?: string | undefined
}
