import { plainWords } from './plain-words.ts'
import { findLinks } from './find-links.ts'
import { findPersonalData } from './find-personal-data.ts'
import { findOddCharacters } from './find-odd-characters.ts'

/** Something in a text that its author or a moderator should look at. */
export interface TextFinding {
  code: TextFindingCode
  /** refuse: cannot be sent so. hold: a moderator looks first. hint: the author is told and decides. */
  severity: 'refuse' | 'hold' | 'hint'
  /** Where, in UTF-16 code units of the text. */
  start: number
  end: number
  /** The words there; characters that cannot be seen as `U+200B`. */
  words: string
}

export type TextFindingCode =
  | 'text_empty'
  | 'text_too_long'
  | 'control_characters'
  | 'bidi_characters'
  | 'invisible_characters'
  | 'stacked_marks'
  | 'mixed_script'
  | 'link'
  | 'many_links'
  | 'hidden_link_host'
  | 'shouting'
  | 'repetition'
  | 'phone_number'
  | 'email_address'
  | 'identity_number'

/** About two pages; longer things are letters, and go as several comments. */
export const longestContribution = 4000

/**
 * Everything in a text that needs a look, in the order of the text. Rules only: nothing is sent anywhere.
 *
 * refuse: empty, too long, characters that make a text read otherwise than it is, an identity number. hold: what spam and disguise look like.
 * hint: what the author may not have meant to publish.
 */
export function checkText(text: string, longest = longestContribution): TextFinding[] {
  return [
    ...checkLength(text, longest),
    ...findOddCharacters(text),
    ...findLinks(text),
    ...findPersonalData(text),
    ...checkManner(text),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
}

function checkLength(text: string, longest: number): TextFinding[] {
  if (!/[\p{L}\p{N}]/u.test(text)) return [{ code: 'text_empty', severity: 'refuse', start: 0, end: text.length, words: text.trim() }]
  const length = text.normalize('NFC').trim().length
  return length <= longest ? [] : [{ code: 'text_too_long', severity: 'refuse', start: 0, end: text.length, words: String(length) }]
}

/** So many capital letters in words of four and more make a shout; abbreviations (ЖЭО, ЭСКАТО, ЦОН) do not. */
const capitalsOfAShout = 20

/** One word may be said three times in a row, one line twice. */
const repeatedWord = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)(?:[\s,.!?-]+\1(?![\p{L}\p{N}])){3,}/giu
const repeatedCharacter = /([^\s.\d_=*-])\1{7,}|([!?])(?:\s*[!?]){4,}/gu

function checkManner(text: string): TextFinding[] {
  const at = (code: TextFindingCode, start: number, words: string): TextFinding => ({
    code,
    severity: 'hint',
    start,
    end: start + words.length,
    words,
  })
  const loud = [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/gu)]
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = loud.reduce((sum, [word]) => sum + word.length, 0)
  const first = loud[0]
  const last = loud.at(-1)
  const shouting =
    first !== undefined && last !== undefined && capitals >= capitalsOfAShout && capitals > letters / 2
      ? [at('shouting', first.index, text.slice(first.index, last.index + last[0].length))]
      : []
  const repeated = [...text.matchAll(repeatedWord), ...text.matchAll(repeatedCharacter)].map(({ 0: words, index }) =>
    at('repetition', index, words),
  )
  return [...shouting, ...repeated, ...repeatedSentences(text).map(({ start, words }) => at('repetition', start, words))]
}

/** Sentences of four words and more that stand three times and more: from the second one on it is the same again. */
function repeatedSentences(text: string): Array<{ start: number; words: string }> {
  const seen = new Map<string, Array<{ start: number; words: string }>>()
  for (const { 0: found, index } of text.matchAll(/[^.!?…\n]+/g)) {
    const { words, text: key } = plainWords(found)
    if (words.length < 4) continue
    const start = index + (found.length - found.trimStart().length)
    const places = seen.get(key)
    if (places === undefined) seen.set(key, [{ start, words: found.trim() }])
    else places.push({ start, words: found.trim() })
  }
  return [...seen.values()].filter((places) => places.length >= 3).flatMap((places) => places.slice(1, 2))
}
