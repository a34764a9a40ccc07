import { describe, expect, test } from 'vitest'
import { anchorOf, plainSentence } from '../../src/books/discussion/text/anchor.ts'
import { findAnchors, type FoundAnchor } from '../../src/books/discussion/text/find-anchor.ts'
import { sectionsOf } from '../../src/books/programme/sections.ts'
import { textSimilarity } from '../../src/kernel/text-similarity.ts'
import { editKinds } from './edit-revision.ts'
import { demonstrationVersions } from './revision.ts'
import { runCorpus, tableOf, type Finder } from './run-corpus.ts'

/** Another seed must give the same picture: `ANCHOR_SEED=7 ANCHOR_DRAWS=200 npx vitest run test/discussion`. */
const seed = Number(process.env['ANCHOR_SEED'] ?? 2026)
const draws = Number(process.env['ANCHOR_DRAWS'] ?? (process.env['LONG_TESTS'] === '1' ? 16 : 6))

describe('anchors over synthetic edits of the demonstration programmes', () => {
  const wrong: unknown[] = []
  const rows = runCorpus(seed, draws, ({ kind, ids, anchor, truth }, found, verdict) => {
    if (verdict === 'wrong') wrong.push({ kind, ids, anchor, truth, found })
  })
  const cases = rows.reduce((sum, row) => sum + row.cases, 0)

  test('thousands of cases, of every kind of edit, with ids carried and ids lost', () => {
    console.info(tableOf(rows))
    expect(cases).toBeGreaterThan(250 * draws)
    expect(new Set(rows.map(({ kind, ids }) => `${kind} ${ids}`)).size).toBe(2 * editKinds.length)
  })

  test('none is silently wrong', () => {
    expect(wrong).toEqual([])
  })

  test('at least 99 % are right', () => {
    expect(rows.reduce((sum, row) => sum + row.right, 0) / cases).toBeGreaterThanOrEqual(0.99)
  })
})

describe('the corpus catches finders that are not careful', () => {
  const counted = (find: Finder) => {
    const rows = runCorpus(seed, 4, () => {}, find)
    return rows.reduce((sum, row) => sum + row.wrong, 0)
  }
  const answer = (sentence: string | null, text: string, quote: string): FoundAnchor => {
    const start = text.indexOf(quote)
    if (sentence === null) return { state: 'detached', sentence: null, start: 0, end: 0, quote }
    return start < 0
      ? { state: 'changed', sentence, start: 0, end: text.length, quote: text }
      : { state: 'found', sentence, start, end: start + quote.length, quote }
  }

  test('one that trusts the most alike sentence', () => {
    const find: Finder = (anchors, from, to) =>
      anchors.map((anchor) => {
        const old = textIn(from, anchor.sentence, anchor.language)
        const best = everySentence(to)
          .map((sentence) => ({ sentence, likeness: textSimilarity(old, plainSentence(sentence, anchor.language)) }))
          .reduce((a, b) => (b.likeness > a.likeness ? b : a))
        const found = best.likeness >= 0.5 ? best.sentence : undefined
        return answer(found?.id ?? null, plainSentence(found, anchor.language), anchor.exact)
      })
    expect(counted(find)).toBeGreaterThan(20)
  })

  test('one that trusts ids', () => {
    const find: Finder = (anchors, _, to) =>
      anchors.map((anchor) => {
        const sentence = everySentence(to).find(({ id }) => id === anchor.sentence)
        return answer(sentence?.id ?? null, plainSentence(sentence, anchor.language), anchor.exact)
      })
    expect(counted(find)).toBeGreaterThan(0)
  })
})

test.each(demonstrationVersions.map((version) => ({ name: `${version.programme} ${version.number}`, version })))(
  'in the version it was made on, every anchor of $name stands where it stood',
  ({ version }) => {
    const anchors = sectionsOf(version).flatMap(({ sentences }) => sentences.flatMap(({ id }) => anchorOf(version, id, 'kk') ?? []))
    const found = findAnchors(anchors, version, version)
    expect(found.map(({ state, sentence, quote }) => [state, sentence, quote])).toEqual(
      anchors.map(({ sentence, exact }) => ['found', sentence, exact]),
    )
  },
)

const everySentence = (version: Parameters<typeof sectionsOf>[0]) => sectionsOf(version).flatMap(({ sentences }) => sentences)
const textIn = (version: Parameters<typeof sectionsOf>[0], id: string, language: 'kk' | 'ru' | 'en') =>
  plainSentence(
    everySentence(version).find((sentence) => sentence.id === id),
    language,
  )
