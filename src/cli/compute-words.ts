import { unitOfPart } from '../books/indicators/sdg-11/readings-of-result.ts'
import type { MethodResult, SpatialResult } from '../books/indicators/sdg-11/spatial-result.ts'
import { countNotices } from '../books/notice.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'

const words = wordsOf('en')
const people = (count: number) => words.number(count, 0)
const said = (key: string, otherwise: string): string => (isMessageKey(key) ? words.t(key) : otherwise)

const signs: Readonly<Record<string, string>> = { PT: ' %', UG_CUB_METER: ' µg/m³', KM2: ' km²', M2: ' m²' }
const decimals: Readonly<Record<string, number>> = { PERSONS: 0, RATIO: 6 }
const inUnit = (value: number | null, unit: string): string =>
  value === null ? 'no value' : `${words.number(value, decimals[unit] ?? 2)}${signs[unit] ?? ''}`
/** The Degree of Urbanisation is no indicator of the goals. */
const titleOf = ({ indicator, metadataVersion }: SpatialResult): string =>
  /^\d/.test(indicator)
    ? `SDG ${indicator}, UN metadata ${metadataVersion}`
    : `${said(`spatial.reading_indicator_${indicator}`, indicator)}, UN recommendation ${metadataVersion}`

/** A computed indicator for the terminal: the figure, how sure it is, the other methods, and what is wrong with the data. */
export function saidOfResult(result: SpatialResult): string {
  const { value, unit, parts, partsOf, numerator, denominator, byDistrict, byPopulationGroup, methods, notices } = result
  const partName = (name: string) => said(`spatial.reading_part_${name}`, name)
  // Of 11.7.1 the value is about land; interval, districts and groups are about people.
  const ofPart = partsOf === null ? '' : `: ${partName(partsOf)}`
  const interval = (of: string | null) => (of === partsOf ? intervalOf(result) : '')
  const { counts } = countNotices(notices)
  const lines = [
    titleOf(result),
    '',
    `  ${inUnit(value, unit)}${interval(null)}`,
    ...(numerator === null || denominator === null || unit !== 'PT' || partsOf !== null
      ? []
      : [`  ${people(numerator)} of ${people(denominator)} people`]),
    ...block(
      'What it is made of',
      Object.entries(parts).map(([name, part]) => [partName(name), `${inUnit(part, unitOfPart(name))}${interval(name)}`]),
    ),
    ...block(
      `By district${ofPart}`,
      byDistrict.map((one) => [words.pick(one.name) || one.code, inUnit(one.value, unit)]),
    ),
    ...block(
      `By group of people${ofPart}`,
      byPopulationGroup.map((one) => [words.pick(one.name) || one.code, inUnit(one.value, unit)]),
    ),
    ...[...new Set(methods.map(({ of }) => of))].flatMap((of) =>
      block(
        `By other methods${of === undefined ? '' : `: ${partName(of)}`}`,
        methods.filter((one) => one.of === of).map((one) => [said(`spatial.method_${one.code}`, one.code), methodValue(one, unit)]),
      ),
    ),
    ...block(
      'What the data are like',
      Object.entries(counts).map(([code, count]) => [said(`notices.${code}`, code), String(count)]),
    ),
  ]
  return lines.join('\n')
}

function intervalOf({ interval }: SpatialResult): string {
  if (interval === null) return ''
  return `   95 % of ${people(interval.draws)} draws: ${words.number(interval.low, 2)} to ${words.number(interval.high, 2)}`
}

const methodValue = ({ value, reason }: MethodResult, unit: string): string =>
  value === null ? said(`spatial.method_reason_${reason}`, reason ?? '') : inUnit(value, unit)

function block(title: string, rows: ReadonlyArray<readonly [string, string]>): string[] {
  if (rows.length === 0) return []
  const width = Math.max(...rows.map(([name]) => name.length))
  return ['', title, ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)]
}
