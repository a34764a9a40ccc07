import type { TextFinding } from './check-text.ts'

/** Something@host.ending, Cyrillic hosts included. */
const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,}/gu

/** +7 701 123-45-67, 8 (727) 123 45 67, 87011234567, +998 …: with a plus, or in the form of a number of Kazakhstan or Russia. */
const phone = /(?<![\p{L}\p{N}.+№])(?:\+\d{1,3}|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/gu

/** Twelve digits in a row, perhaps with spaces: an individual identification number (ИИН / ЖСН). */
const identity = /(?<!\d)(?:\d[ \u00a0-]?){11}\d(?!\d)/gu

/**
 * What the author may not have meant to publish: phone numbers, e-mail addresses, identity numbers. Everybody reads a comment.
 *
 * An identity number is refused even so: it is never needed here, and what is stored could be read one day.
 */
export function findPersonalData(text: string): TextFinding[] {
  const at = (
    code: TextFinding['code'],
    severity: TextFinding['severity'],
    pattern: RegExp,
    isOne: (words: string) => boolean = () => true,
  ) =>
    [...text.matchAll(pattern)]
      .filter(([words]) => isOne(words))
      .map(({ 0: words, index }): TextFinding => ({ code, severity, start: index, end: index + words.length, words }))
  const numbers = at('identity_number', 'refuse', identity, isIdentityNumber)
  const phones = at('phone_number', 'hint', phone).filter(
    ({ start, end }) => !numbers.some((number) => number.start < end && start < number.end),
  )
  return [...at('email_address', 'hint', email), ...phones, ...numbers]
}

/**
 * Whether twelve digits can be an individual identification number: year, month and day of birth, century and sex 0 to 6, number in
 * the register, and a check digit. An organisation's number (БИН) has a month and no day, so 4 to 6 stand in the fifth place.
 *
 * Source   Government of Kazakhstan, resolution 565 of 11 June 2003: the check digit is the sum of the first eleven digits,
 *          weighted 1 … 11, modulo 11; when that is 10, weighted 3 … 11, 1, 2.
 *
 * @example
 * isIdentityNumber('880101300010') // => true
 * @example
 * isIdentityNumber('412000000000') // => false
 */
export function isIdentityNumber(words: string): boolean {
  const digits = (words.match(/\d/g) ?? []).map(Number)
  const [month, day, century] = [Number(digits.slice(2, 4).join('')), Number(digits.slice(4, 6).join('')), digits[6] ?? 9]
  if (digits.length !== 12 || month < 1 || month > 12 || day < 1 || day > 31 || century > 6) return false
  const sum = (first: number): number =>
    digits.slice(0, 11).reduce((total, digit, at) => total + digit * (((first - 1 + at) % 11) + 1), 0) % 11
  const check = sum(1) === 10 ? sum(3) : sum(1)
  return check === digits[11]
}
