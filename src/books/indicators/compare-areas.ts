import type { Area, SeriesKey } from './figure.ts'
import type { Desired } from './progress/trajectory.ts'
import { seriesKeyText } from './series-key.ts'

/** What one area has for the period compared. */
export interface AreaValue {
  value: number
  /** An outlier, or a value after a break that its siblings do not share: shown, greyed, not ranked. */
  suspect: boolean
}

export interface AreaComparison {
  timePeriod: string
  /** Best first; without a direction, largest first and without ranks. Areas with equal values share a rank. */
  compared: readonly { area: string; value: number; rank: number | null }[]
  suspect: readonly { area: string; value: number }[]
  /** Areas that existed and have no value. */
  missing: readonly string[]
  /** Areas that have a value for a time when they did not exist, or no longer: told, never mixed in. */
  notOfThisTime: readonly string[]
  /** Middle of the compared values; null when there are none. */
  median: number | null
}

/**
 * What two series must share to be compared: everything but the area.
 *
 * @example
 * siblingKeyText({ indicator: '3.6.1', refArea: 'KZALA', source: 'kazstat', method: '', boundary: '', unit: '', dimensions: {} }) === siblingKeyText({ indicator: '3.6.1', refArea: 'KZNS', source: 'kazstat', method: '', boundary: '', unit: '', dimensions: {} }) // => true
 */
export const siblingKeyText = (key: SeriesKey): string => seriesKeyText({ ...key, refArea: '' })

/** Areas of the same country and level: regions and cities of regional rank stand side by side, towns among towns. */
export function siblingAreas(own: Area, areas: readonly Area[]): readonly Area[] {
  const level = (area: Area) => (area.kind === 'city' ? 'region' : area.kind)
  return areas.filter((area) => area.parent === own.parent && level(area) === level(own))
}

/**
 * Sibling areas side by side for one period of one series (same indicator, source, unit and dimensions).
 *
 * Missing  areas without a value are counted, not ranked last. No direction, no rank.
 */
export function compareAreas(
  siblings: readonly Area[],
  values: ReadonlyMap<string, AreaValue>,
  timePeriod: string,
  desired: Desired | null,
): AreaComparison {
  const day = lastDayOf(timePeriod)
  const existing = siblings.filter((area) => (area.validFrom ?? '') <= day && (area.validTo ?? '9999') >= day)
  const read = existing.flatMap(({ code }) => {
    const found = values.get(code)
    return found === undefined ? [] : [{ area: code, ...found }]
  })
  const sign = desired === 'decrease' ? 1 : -1
  const sound = read.filter((one) => !one.suspect).toSorted((a, b) => sign * (a.value - b.value) || (a.area < b.area ? -1 : 1))

  return {
    timePeriod,
    compared: sound.map(({ area, value }) => ({
      area,
      value,
      rank: desired === null ? null : 1 + sound.filter((other) => sign * (other.value - value) < 0).length,
    })),
    suspect: read.filter((one) => one.suspect).map(({ area, value }) => ({ area, value })),
    missing: existing.filter(({ code }) => !values.has(code)).map(({ code }) => code),
    notOfThisTime: siblings.filter((area) => !existing.includes(area) && values.has(area.code)).map(({ code }) => code),
    median: median(sound.map((one) => one.value)),
  }
}

/** Last day of a year, quarter, month or day; ISO days compare as text. `31` stands for the last day of any month. */
function lastDayOf(timePeriod: string): string {
  const [year = '', part] = timePeriod.split('-')
  if (part === undefined) return `${year}-12-31`
  if (part.startsWith('Q')) return `${year}-${String(Number(part.slice(1)) * 3).padStart(2, '0')}-31`
  return timePeriod.length === 7 ? `${timePeriod}-31` : timePeriod
}

function median(values: readonly number[]): number | null {
  const ordered = values.toSorted((a, b) => a - b)
  const upper = ordered[Math.floor(ordered.length / 2)]
  const lower = ordered[Math.ceil(ordered.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
