/** The words of a text without what does not change them, and where each stands. */
export interface PlainWords {
  /** Words in small letters with one space between, a space in front and behind: ` жаңа 24 км жол `. */
  text: string
  words: readonly PlainWord[]
}

export interface PlainWord {
  word: string
  /** In UTF-16 code units of the NFC text. */
  start: number
  end: number
}

/** Words, numbers, signs that change a number; a minus only in front of one. */
const token = /[\p{L}\p{M}\p{N}\p{Cf}]+|[%‰°№$€₸₽§±<>≤≥=+]|(?<![\p{L}\p{N}])[-−](?=\d)/gu

/**
 * A text as its words: quotation marks, dashes, commas, full stops, spaces, capitals and invisible characters are no
 * change of a sentence; a number, a per cent sign or a minus is.
 *
 * @example
 * plainWords('«Жаңа»  жол – 24 км.').text // => ' жаңа жол 24 км '
 * @example
 * plainWords('−5 %').text // => ' - 5 % '
 */
export function plainWords(text: string): PlainWords {
  const words = Array.from(text.normalize('NFC').matchAll(token), ({ 0: found, index }) => ({
    word: found
      .replace(/\p{Cf}/gu, '')
      .toLowerCase()
      .replace('−', '-'),
    start: index,
    end: index + found.length,
  })).filter(({ word }) => word !== '')
  return { text: words.length === 0 ? ' ' : ` ${words.map(({ word }) => word).join(' ')} `, words }
}

/** Where the words of a quote stand in a text, all places, in order; whole words only. */
export function placesOfWords(quote: PlainWords, text: PlainWords): Array<{ start: number; end: number }> {
  const { length } = quote.words
  if (length === 0) return []
  return text.words.flatMap(({ start }, at) => {
    const end = text.words[at + length - 1]?.end
    return end !== undefined && quote.words.every(({ word }, i) => text.words[at + i]?.word === word) ? [{ start, end }] : []
  })
}

/** The numbers of a text, in ascending order, as one text: to see whether they stayed the same. */
export const numbersOf = (text: string): string => (text.match(/\d+/g) ?? []).sort().join(' ')
