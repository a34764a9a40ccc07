import type { TextFinding } from './check-text.ts'

const kinds: ReadonlyArray<[TextFinding['code'], TextFinding['severity'], RegExp]> = [
  // Everything of category Cc but tab and the ends of lines; lone halves of pairs and what is no character.
  ['control_characters', 'refuse', /(?:(?![\t\n\r])\p{Cc})+|\p{Cs}+|[\ufffe\uffff\ufff9-\ufffb]+/gu],
  // Unicode Standard Annex 9: they make a text read in another order than it is stored ("Trojan source", CVE-2021-42574).
  ['bidi_characters', 'refuse', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu],
  // Zero width, soft hyphen, blank letters (Hangul fillers, Braille blank) and tags. A joiner inside an emoji is no disguise.
  [
    'invisible_characters',
    'hold',
    /(?:\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060-\u2064\u2800\u3164\ufeff\uffa0]|(?<!\p{Extended_Pictographic}\ufe0f?[\u{1f3fb}-\u{1f3ff}]?)\u200d|[\u{e0000}-\u{e007f}])+/gu,
  ],
  // A mark or two make a letter, as in ё, й, ẩ in NFD; a tower of them covers the lines above.
  ['stacked_marks', 'hold', /\p{L}\p{Mn}{3,}/gu],
]

/**
 * Characters that are not what they seem: controls, direction marks, invisible ones, towers of marks, and words of two
 * scripts.
 *
 * Source   Unicode Technical Standard 39, "Unicode security mechanisms", section 5 (mixed-script detection).
 */
export function findOddCharacters(text: string): TextFinding[] {
  const odd = kinds.flatMap(([code, severity, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }): TextFinding => ({
      code,
      severity,
      start: index,
      end: index + found.length,
      words: code === 'stacked_marks' ? found : codePoints(found),
    })),
  )
  return [...odd, ...findMixedScript(text)]
}

const codePoints = (text: string): string =>
  Array.from(text, (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')

/** Letters that look alike in both scripts: only with them can a word of one pass for a word of the other. */
const latinLookalikes = /^[aceiopxyhkbmtABCEHIKMOPTXYëïË]$/
const cyrillicLookalikes = /^[асеорхуһівткмнАВСЕНІКМОРТХУҮҺЅЈёїЁ]$/

/**
 * Words with Latin and Cyrillic letters together: «Алмaты» with a Latin a.
 *
 * Fine are: a Latin word with a Cyrillic ending behind a hyphen or apostrophe (Wi-Fi-дың, SMS-ке), a number with a unit,
 * and, without a hyphen, an all-capital or wholly Latin stem of three letters and more with its ending (Tele2нің, QRды): in these the
 * letters of one script stand in one stretch and are not all lookalikes.
 */
export function findMixedScript(text: string): TextFinding[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: word, index }): TextFinding[] =>
    isMixed(word) ? [{ code: 'mixed_script', severity: 'hold', start: index, end: index + word.length, words: word }] : [],
  )
}

function isMixed(word: string): boolean {
  const letters = Array.from(word.normalize('NFC')).filter((character) => /\p{L}/u.test(character))
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter))
  const cyrillic = letters.filter((letter) => /\p{Script=Cyrillic}/u.test(letter))
  if (latin.length === 0 || cyrillic.length === 0) return false
  // PDFтің, QRды, Zoomда: a Latin name in front, its ending behind, and somewhere a letter that nobody mistakes.
  const firstCyrillic = letters.findIndex((letter) => /\p{Script=Cyrillic}/u.test(letter))
  const isNameWithEnding = firstCyrillic === latin.length && latin.length >= 2 && latin.some((letter) => !latinLookalikes.test(letter))
  const endingIsPlain = cyrillic.some((letter) => !cyrillicLookalikes.test(letter)) || latin.length > cyrillic.length
  return !(isNameWithEnding && endingIsPlain)
}
