import { isDecimal, subtractDecimals } from '../programme/sum-decimals.ts'
import { findingParts, type Finding, type FindingPart, type FoundValue } from './finding.ts'

/** One thing in two reports. */
export interface ComparedFinding {
  key: string
  name: string
  /** `new`: only the later report tells of it; `gone`: only the earlier one. */
  change: 'new' | 'gone' | 'changed' | 'same'
  values: readonly ComparedValue[]
}

export interface ComparedValue {
  part: FindingPart
  before: string | null
  now: string | null
  isChanged: boolean
  /** Later less earlier, exact; null where one of them is no number or the units differ. */
  difference: string | null
}

/**
 * What changed between two reports of one kind, in the order of the later one; what only the earlier one tells of comes last.
 *
 * @example
 * compareFindings(
 *   [{ key: 'goal 11', name: 'Cities', values: [{ part: 'current', said: '4', decimal: '4', unit: '' }] }],
 *   [{ key: 'goal 11', name: 'Cities', values: [{ part: 'current', said: '5.5', decimal: '5.5', unit: '' }] }],
 * )[0].values[0].difference // => '1.5'
 */
export function compareFindings(before: readonly Finding[], now: readonly Finding[]): ComparedFinding[] {
  const earlier = new Map(before.map((one) => [one.key, one]))
  const later = new Set(now.map(({ key }) => key))
  return [
    ...now.map((one) => compared(earlier.get(one.key) ?? null, one)),
    ...before.filter(({ key }) => !later.has(key)).map((one) => compared(one, null)),
  ]
}

function compared(before: Finding | null, now: Finding | null): ComparedFinding {
  const values = findingParts.flatMap((part): ComparedValue[] => {
    const [was, is] = [valueOf(before, part), valueOf(now, part)]
    if (was === null && is === null) return []
    return [
      {
        part,
        before: was?.said ?? null,
        now: is?.said ?? null,
        isChanged: was?.said !== is?.said,
        difference: differenceOf(was, is),
      },
    ]
  })
  const { key = '', name = '' } = now ?? before ?? {}
  const isSame = values.every(({ isChanged }) => !isChanged)
  return { key, name, values, change: before === null ? 'new' : now === null ? 'gone' : isSame ? 'same' : 'changed' }
}

const valueOf = (finding: Finding | null, part: FindingPart): FoundValue | null => finding?.values.find((one) => one.part === part) ?? null

function differenceOf(was: FoundValue | null, is: FoundValue | null): string | null {
  if (was?.decimal === undefined || is?.decimal === undefined || was.unit !== is.unit) return null
  return isDecimal(was.decimal) && isDecimal(is.decimal) ? subtractDecimals(is.decimal, was.decimal) : null
}
