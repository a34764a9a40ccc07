import { alikeTexts, type AlikePair } from '../../../kernel/alike-texts.ts'
import { textSimilarity } from '../../../kernel/text-similarity.ts'
import { languages } from '../../text.ts'
import type { Texts } from './places.ts'

/**
 * All pairs of multilingual texts that are alike at least so much: the mean over the languages that both have.
 *
 * Cost     only pairs that are so alike in one language at least are compared.
 */
export function meanLikeness(left: readonly Texts[], right: readonly Texts[], atLeast: number): AlikePair[] {
  const inOneLanguage = languages.flatMap((language) =>
    alikeTexts(
      left.map((texts) => texts[language] ?? ''),
      right.map((texts) => texts[language] ?? ''),
      atLeast,
    ),
  )
  const places = new Map(inOneLanguage.map(({ left, right }) => [`${left} ${right}`, { left, right }]))
  return [...places.values()]
    .map((pair) => ({ ...pair, likeness: likenessOf(left[pair.left] ?? {}, right[pair.right] ?? {}) }))
    .filter(({ likeness }) => likeness >= atLeast)
    .sort((a, b) => a.left - b.left || a.right - b.right)
}

/** Mean likeness over the languages that both have; 0 when they share none. */
export function likenessOf(a: Texts, b: Texts): number {
  const shared = languages.filter((language) => a[language] && b[language])
  const total = shared.reduce((sum, language) => sum + textSimilarity(a[language] ?? '', b[language] ?? ''), 0)
  return shared.length === 0 ? 0 : total / shared.length
}
