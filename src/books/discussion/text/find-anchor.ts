import { sectionsOf } from '../../programme/sections.ts'
import { compareWords } from '../../programme/compare-words.ts'
import type { ProgrammeVersion, Sentence } from '../../programme/programme.ts'
import { plainSentence, type Anchor, type TextRange } from './anchor.ts'
import { placesOfWords, plainWords } from './plain-words.ts'
import { sameSentences } from './same-sentences.ts'

/** Where an anchor stands in another version. */
export interface FoundAnchor {
  /**
   * found: the same words stand, perhaps elsewhere. changed: the same sentence, surely recognised, in other words.
   * detached: gone, or not surely recognised.
   */
  state: 'found' | 'changed' | 'detached'
  /** null when detached. */
  sentence: string | null
  /** Where in the text of that sentence (`plainSentence`), in UTF-16 code units; the whole sentence when changed. */
  start: number
  end: number
  /** The words as they stand there; when detached, as they stood. */
  quote: string
}

/**
 * Where an anchor stands in another version of its programme.
 *
 * `from` is the version that the anchor was made on: only with it can be told whether a like sentence is the same one
 * or a twin that stood beside it all along. For many anchors, `findAnchors` compares the versions once.
 */
export function findAnchor(anchor: Anchor, from: ProgrammeVersion, to: ProgrammeVersion): FoundAnchor {
  return findAnchors([anchor], from, to)[0] ?? detached(anchor)
}

/** Where many anchors of one version stand in another one, in their order. */
export function findAnchors(anchors: readonly Anchor[], from: ProgrammeVersion, to: ProgrammeVersion): FoundAnchor[] {
  const old = new Map(sectionsOf(from).flatMap(({ sentences }) => sentences.map((sentence) => [sentence.id, sentence])))
  const same = sameSentences(from, to)
  const everyOld = [...old.values()]
  const everyNew = sectionsOf(to).flatMap(({ sentences }) => sentences)
  return anchors.map((anchor) => {
    const text = plainSentence(old.get(anchor.sentence), anchor.language)
    if (!text.includes(anchor.exact)) return detached(anchor)
    const images = same.get(anchor.sentence)
    return images === undefined ? findElsewhere(anchor, text, everyOld, everyNew) : findInImages(anchor, text, images)
  })
}

const detached = (anchor: Anchor): FoundAnchor => ({ state: 'detached', sentence: null, start: 0, end: 0, quote: anchor.exact })

/** In the sentence that the old one became, or in the two. */
function findInImages(anchor: Anchor, text: string, images: readonly Sentence[]): FoundAnchor {
  const texts = images.map((sentence) => plainSentence(sentence, anchor.language))
  const joined = texts.join(' ')
  const place = placeIn(anchor, text, joined)
  let offset = 0
  for (const [at, sentence] of images.entries()) {
    const length = texts[at]?.length ?? 0
    if (place !== null && place.start >= offset && place.end <= offset + length)
      return standing('found', sentence, anchor, { start: place.start - offset, end: place.end - offset })
    offset += length + 1
  }
  const longest = images.reduce((a, b) => (plainSentence(b, anchor.language).length > plainSentence(a, anchor.language).length ? b : a))
  return standing('changed', longest, anchor, { start: 0, end: plainSentence(longest, anchor.language).length })
}

/** Where the words of the anchor stand in the new text; null when they do not, or it is not sure which of several places. */
function placeIn(anchor: Anchor, before: string, after: string): TextRange | null {
  const quote = plainWords(anchor.exact)
  const [oldWords, newWords] = [plainWords(before), plainWords(after)]
  if (quote.text === oldWords.text && quote.text === newWords.text) return { start: 0, end: after.length }
  const kept = keptRange(anchor, before, after)
  if (kept !== null) return kept
  const places = placesOfWords(quote, newWords)
  return places.length === 1 && placesOfWords(quote, oldWords).length === 1 ? (places[0] ?? null) : null
}

/** The range in the new text when none of its words were touched. */
function keptRange(anchor: Anchor, before: string, after: string): TextRange | null {
  const start = startIn(anchor, before)
  if (start === null) return null
  let [oldAt, newAt] = [0, 0]
  for (const { kind, text } of compareWords(before, after)) {
    if (kind === 'same' && oldAt <= start && start + anchor.exact.length <= oldAt + text.length) {
      const from = newAt + start - oldAt
      return { start: from, end: from + anchor.exact.length }
    }
    if (kind !== 'inserted') oldAt += text.length
    if (kind !== 'deleted') newAt += text.length
  }
  return null
}

/** Where in its own sentence the quote stands: the only place, or the one whose surroundings agree best. */
function startIn({ exact, prefix, suffix }: Anchor, text: string): number | null {
  const places: number[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) places.push(at)
  const agreement = (at: number): number =>
    commonEnd(text.slice(0, at), prefix) + commonEnd(reverse(text.slice(at + exact.length)), reverse(suffix))
  const [best, second] = places.sort((a, b) => agreement(b) - agreement(a) || a - b)
  if (best === undefined || (second !== undefined && agreement(best) === agreement(second))) return null
  return best
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

const reverse = (text: string): string => text.split('').reverse().join('')

/** Fewer words than this may stand elsewhere by chance. */
const fewestWords = 6

/** A sentence that is not recognised, but whose words stand in exactly one other place, as in a longer sentence. */
function findElsewhere(anchor: Anchor, text: string, everyOld: readonly Sentence[], everyNew: readonly Sentence[]): FoundAnchor {
  const quote = plainWords(anchor.exact)
  if (quote.words.length < fewestWords || quote.text !== plainWords(text).text) return detached(anchor)
  const placesIn = (sentences: readonly Sentence[]) =>
    sentences.flatMap((sentence) =>
      placesOfWords(quote, plainWords(plainSentence(sentence, anchor.language))).map((range) => ({ sentence, range })),
    )
  const [place, another] = placesIn(everyNew)
  if (place === undefined || another !== undefined || placesIn(everyOld).length !== 1) return detached(anchor)
  return standing('found', place.sentence, anchor, place.range)
}

const standing = (state: 'found' | 'changed', sentence: Sentence, { language, exact }: Anchor, { start, end }: TextRange): FoundAnchor => ({
  state,
  sentence: sentence.id,
  start,
  end,
  quote: plainSentence(sentence, language).slice(start, end) || exact, // the next version may lack the language
})
