import type { SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { countNotices } from '../books/notice.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'

const words = wordsOf('en')
const people = (count: number) => words.number(count, 0)
const inUnit = (value: number | null, unit: string) =>
  value === null ? 'no value' : `${words.number(value, 2)}${unit === 'PT' ? ' %' : ''}`
const said = (key: string, otherwise: string): string => (isMessageKey(key) ? words.t(key) : otherwise)

/** A computed indicator for the terminal: the figure, how sure it is, the other methods, and what is wrong with the data. */
export function saidOfResult(result: SpatialResult): string {
  const { indicator, metadataVersion, value, unit, numerator, denominator, interval, byDistrict, methods, notices } = result
  const { counts } = countNotices(notices)
  const lines = [
    `SDG ${indicator}, UN metadata ${metadataVersion}`,
    '',
    `  ${inUnit(value, unit)}${interval === null ? '' : `   95 % of ${people(interval.draws)} draws: ${words.number(interval.low, 2)} to ${words.number(interval.high, 2)}`}`,
    ...(numerator === null || denominator === null || unit !== 'PT' ? [] : [`  ${people(numerator)} of ${people(denominator)} people`]),
    ...block(
      'By district',
      byDistrict.map((one) => [words.pick(one.name) || one.code, inUnit(one.value, unit)]),
    ),
    ...block(
      'By other methods',
      methods.map((one) => [
        said(`spatial.method_${one.code}`, one.code),
        one.value === null ? (one.reason ?? '') : inUnit(one.value, unit),
      ]),
    ),
    ...block(
      'What the data are like',
      Object.entries(counts).map(([code, count]) => [said(`notices.${code}`, code), String(count)]),
    ),
  ]
  return lines.join('\n')
}

function block(title: string, rows: ReadonlyArray<readonly [string, string]>): string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([name]) => name.length))
  return ['', title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)]
}
