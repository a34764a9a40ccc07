import { done, refuse, type Outcome } from '../outcome.ts'
import { commonPasswords, commonWords } from './common-passwords.ts'

/** Characters of a password. Length is the only demand: rules about digits and signs make passwords that are alike. */
export const shortestPassword = 12
export const longestPassword = 200

/** What many would think of first on this site, besides the names of its cities and the person's own. */
const contextWords = ['bagdar', 'бағдар', 'багдар', 'kazakhstan', 'қазақстан', 'казахстан', 'akimat', 'әкімдік', 'акимат']

/** With fewer letters than this besides, a password is the given words and little else. */
const ownLetters = 8

/**
 * Whether somebody may choose this password. It is taken exactly as typed; only for the comparison with what is known are capitals
 * folded and the usual disguises undone.
 *
 * @param about  words that an attacker would try for this person: her name and address, the names of the cities
 */
export function checkNewPassword(password: string, about: readonly string[]): Outcome<null> {
  const length = [...password].length
  if (length < shortestPassword) return refuse('password_short', 'password', { least: shortestPassword })
  if (length > longestPassword) return refuse('password_long', 'password', { most: longestPassword })
  const folded = fold(password)
  const plain = undisguised(folded)
  if (commonPasswords().has(folded) || isPattern(folded)) return refuse('password_common', 'password')
  if (isMadeOf(folded, commonWords) || isMadeOf(plain, commonWords)) return refuse('password_common', 'password')
  const own = [...contextWords, ...about.flatMap((text) => [fold(text), ...fold(text).split(/[^\p{L}\p{N}]+/u)])]
  if (isMadeOf(folded, own) || isMadeOf(plain, own)) return refuse('password_about', 'password')
  return done(null)
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
const undisguised = (text: string): string => text.replaceAll(/[013457@$!]/g, (sign) => disguises[sign] ?? sign)

/** One piece over and over (`abcabcabcabc`), one step over and over (`23456789:;<=`), or hardly any different characters. */
function isPattern(folded: string): boolean {
  if (repeats(folded)) return true
  if (new Set(folded).size < 5) return true
  const codes = [...folded].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return steps.filter((step) => step === 1).length >= steps.length - 2 || steps.filter((step) => step === -1).length >= steps.length - 2
}

/** Whether the text is one piece repeated to its very end, but for a last character, the last time perhaps cut short. */
function repeats(text: string): boolean {
  for (let size = 1; size <= 6; size++) {
    const piece = text.slice(0, size)
    if (piece.repeat(Math.ceil(text.length / size)).startsWith(text.slice(0, -1))) return true
  }
  return false
}

/** Whether the text is these words and little else: digits and signs around them, or a few letters. */
function isMadeOf(folded: string, words: readonly string[]): boolean {
  const found = words.filter((word) => word.length >= 4 && folded.includes(word)).sort((a, b) => b.length - a.length)
  const rest = found.reduce((text, word) => text.replaceAll(word, ''), folded)
  return found.length > 0 && rest.replaceAll(/[\d\P{L}]/gu, '').length < ownLetters
}
