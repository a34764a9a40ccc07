import { checkDigit } from './check-digit.ts'

/** Letters and digits that eyes and scanners take for each other. */
const pairs = ['O0', 'Q0', 'D0', 'I1', 'L1', 'Z2', 'S5', 'G6', 'B8'] as const
const digitOf = new Map(pairs.map(([letter, digit]) => [letter ?? '', digit ?? '']))
const letterOf = new Map([...pairs].reverse().map(([letter, digit]) => [digit ?? '', letter ?? '']))

/**
 * A character where only digits can stand, or only letters.
 *
 * @example
 * letterAs('O', 'digits') // => '0'
 * letterAs('0', 'letters') // => 'O'
 */
export const letterAs = (character: string, kind: 'digits' | 'letters'): string =>
  (kind === 'digits' ? digitOf : letterOf).get(character) ?? character

/**
 * The one spelling of a document number that fits its check digit, when one of its characters is taken for its look-alike. It is a
 * proposal for whoever has the passport in hand, never a correction: letters and digits both stand in numbers.
 *
 * @returns null where no spelling fits, or several
 * @example
 * numberThatFits('L8989O2C3', '6') // => 'L898902C3'
 */
export function numberThatFits(number: string, check: string): string | null {
  const fitting = [...number].flatMap((character, at) => {
    const text = number.slice(0, at) + (othersOf(character) ?? character) + number.slice(at + 1)
    return text !== number && checkDigit(text) === letterAs(check, 'digits') ? [text] : []
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

const othersOf = (character: string): string | null => digitOf.get(character) ?? letterOf.get(character) ?? null
