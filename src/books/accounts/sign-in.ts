/** How long links and codes are good for, in minutes. */
export const minutesOf = {
  /** A code or link to sign in. */
  signIn: 10,
  /** Between the first factor and the second. */
  secondFactor: 10,
  reset: 60,
  invite: 60,
} as const

/** A code is six digits: five tries find one in two hundred thousand. */
export const mostTriesOfACode = 5

export const minutesLater = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

const longestAddress = 254

/**
 * An e-mail address as it is kept: without spaces around it, in lower case, so that one address is one person. null: it is none. Only what
 * mail servers of cities and residents really use is taken; quotes, comments and line breaks are not.
 *
 * @example
 * normalAddress(' Aigul.S@Almaty.Example ') // => 'aigul.s@almaty.example'
 * normalAddress('a@b.example\r\nBcc: all@c.example') // => null
 */
export function normalAddress(text: string): string | null {
  const address = text.trim().toLowerCase()
  if (address.length > longestAddress) return null
  return /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*$/u.test(address)
    ? address
    : null
}

/**
 * What a code means that was typed or pasted: spaces and hyphens are for the eye.
 *
 * @example
 * digitsOf(' 123 456 ') // => '123456'
 */
export const digitsOf = (text: string): string => text.replaceAll(/[\s\u00a0-]/g, '')

/**
 * A recovery code as it is hashed: without the hyphens that help to read it.
 *
 * @example
 * plainRecoveryCode('ABCD-2345-efgh-6789') // => 'abcd2345efgh6789'
 */
export const plainRecoveryCode = (text: string): string => digitsOf(text).toLowerCase()

/**
 * A recovery code in groups of four.
 *
 * @example
 * readableRecoveryCode('abcd2345efgh6789') // => 'abcd-2345-efgh-6789'
 */
export const readableRecoveryCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code

/**
 * Where to go on to after signing in: a path of this site in one of its languages, or the account. Whatever leads elsewhere, however it is
 * written, is dropped: a link to our sign-in must not end on somebody else's page.
 *
 * @example
 * safePath('/ru/almaty/desk?tab=1', 'ru') // => '/ru/almaty/desk?tab=1'
 * safePath('//evil.example/ru', 'ru') // => '/ru/account'
 */
export function safePath(to: string | null | undefined, language: string): string {
  const elsewhere = `/${language}/account`
  // A backslash is a slash to browsers, and they drop tabs and line breaks.
  if (to === null || to === undefined || to.length > 500 || /[\\\p{Cc}\s]/u.test(to)) return elsewhere
  return /^\/(?:kk|ru|en)(?:[/?#]|$)/.test(to) && !/^\/(?:kk|ru|en)\/(?:sign-out|sign-in)/.test(to) ? to : elsewhere
}

/**
 * What to call somebody who has not said how: what stands before the @.
 *
 * @example
 * nameFrom('aigul.s@almaty.example') // => 'aigul.s'
 */
export const nameFrom = (email: string): string => email.split('@')[0] ?? email

export const longestName = 100
