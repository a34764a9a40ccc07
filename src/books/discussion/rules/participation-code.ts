/** Capital letters and digits that nobody takes for one another: without 0 and O, 1, I and L. */
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const length = 10

/** Kazakh and Russian letters that look like Latin ones: who types the code on another keyboard means the same. */
const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ү: 'Y',
}

/** How many codes one batch may have: what fits on paper that somebody hands out. */
export const mostCodes = 2000
export const longestBatchName = 200

/**
 * A code that the city hands out on paper, made from a secret of at least 40 random characters (base64url): ten symbols, 31¹⁰ of them.
 *
 * @throws {RangeError} the secret has too few characters
 * @example
 * participationCode('AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDD') // => '2222222222'
 */
export function participationCode(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  // 64 is no multiple of 31: the last two are passed over, so that every symbol is as likely as the others.
  const drawn = [...secret].map((one) => alphabet.indexOf(one)).filter((index) => index >= 0 && index < 62)
  if (drawn.length < length) throw new RangeError(`A code needs a longer secret than ${secret.length} characters.`)
  return drawn
    .slice(0, length)
    .map((index) => symbols[index % symbols.length])
    .join('')
}

/**
 * A code as somebody typed it: with blanks or hyphens, small letters, letters of her own keyboard. null: that is no code.
 *
 * @example
 * readCode('abсde-23456') // => 'ABCDE23456'
 */
export function readCode(typed: string): string | null {
  const code = [...typed.toUpperCase().replaceAll(/[\s\-–—.]/g, '')].map((one) => lookAlikes[one] ?? one).join('')
  return code.length === length && [...code].every((one) => symbols.includes(one)) ? code : null
}

/**
 * As it is printed.
 *
 * @example
 * codeInGroups('ABCDE23456') // => 'ABCDE-23456'
 */
export const codeInGroups = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`

/** Codes that were made together, for the same people. */
export interface CodeBatch {
  /** To whom they went, in words. */
  batch: string
  madeAt: string
  made: number
  used: number
  /** Not used, and made void by the city: they were lost. */
  void: number
}

/** What became of a code that somebody brought. */
export type UsedCode = 'used' | 'used_before' | 'void' | 'unknown'
