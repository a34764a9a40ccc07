import { textSimilarity } from '../../kernel/text-similarity.ts'
import { languages, type MultilingualText } from '../text.ts'
import { sectionsOf, sentenceId, type Section } from './sections.ts'
import type { ProgrammeVersion, Sentence } from './programme.ts'

/** Below this a sentence counts as new. Two amended sentences of one paragraph are typically below 0.4. */
const alike = 0.5

/**
 * The next version with the ids of the previous one wherever a sentence is still the same sentence, so that a comment
 * on it, or a link to it, finds it again.
 *
 * Within a section, in this order: the same words; an id that the author repeated; the most alike of what is left, from
 * 0.5 up. Then a sentence that moved to another section word for word. All the others are new.
 *
 * Ids that the author wrote are never changed.
 */
export function carryIds(previous: ProgrammeVersion, next: ProgrammeVersion): ProgrammeVersion {
  const before = sectionsOf(previous)
  const after = sectionsOf(next)
  const beforeById = new Map(before.map((section) => [section.id, section.sentences]))
  const taken = new Set<string>()
  const idOf = new Map<Sentence, string>()
  const carry = (sentence: Sentence, id: string) => {
    idOf.set(sentence, id)
    taken.add(id)
  }

  for (const section of after) for (const sentence of section.sentences) if (!hasDerivedId(sentence, section)) carry(sentence, sentence.id)
  for (const section of after) {
    const old = beforeById.get(section.id) ?? []
    for (const [sentence, from] of pairs(section, old, taken, idOf)) carry(sentence, from.id)
  }

  const elsewhere = before.flatMap((section) => section.sentences)
  for (const section of after) {
    for (const sentence of section.sentences.filter((one) => !idOf.has(one))) {
      const moved = elsewhere.find((old) => !taken.has(old.id) && likeness(old.text, sentence.text) === 1)
      carry(sentence, moved?.id ?? freeId(section.id, sentence, new Set([...taken, ...elsewhere.map(({ id }) => id)])))
    }
  }
  return withIds(next, (sentence) => ({ ...sentence, id: idOf.get(sentence) ?? sentence.id }))
}

/** Pairs of a new and an old sentence of one section, the surest first; no sentence twice. */
function pairs(
  section: Section,
  old: readonly Sentence[],
  taken: ReadonlySet<string>,
  done: ReadonlyMap<Sentence, string>,
): Array<[Sentence, Sentence]> {
  const candidates = section.sentences
    .filter((sentence) => !done.has(sentence))
    .flatMap((sentence, at) =>
      old
        .filter((from) => !taken.has(from.id))
        .map((from, oldAt) => ({ sentence, from, score: likeness(from.text, sentence.text), apart: Math.abs(at - oldAt) })),
    )
    .filter(({ score }) => score >= alike)
    .sort((a, b) => b.score - a.score || a.apart - b.apart)

  const used = new Set<Sentence>()
  return candidates.flatMap(({ sentence, from }): Array<[Sentence, Sentence]> => {
    if (used.has(sentence) || used.has(from)) return []
    used.add(sentence).add(from)
    return [[sentence, from]]
  })
}

/** Mean likeness over the languages that both have; 0 when they share none. */
function likeness(a: MultilingualText, b: MultilingualText): number {
  const shared = languages.filter((language) => a[language] && b[language])
  const total = shared.reduce((sum, language) => sum + textSimilarity(a[language] ?? '', b[language] ?? ''), 0)
  return shared.length === 0 ? 0 : total / shared.length
}

/** Whether the reader made the id, and so may give a better one. */
function hasDerivedId(sentence: Sentence, section: Section): boolean {
  const same = section.sentences.filter((other) => sentenceId(section.id, other.text) === sentenceId(section.id, sentence.text))
  return same.some((_, at) => sentenceId(section.id, sentence.text, at + 1) === sentence.id)
}

/** A derived id that no sentence of either version bears. */
function freeId(section: string, sentence: Sentence, taken: ReadonlySet<string>): string {
  let occurrence = 1
  while (taken.has(sentenceId(section, sentence.text, occurrence))) occurrence++
  return sentenceId(section, sentence.text, occurrence)
}

/** The version with every sentence replaced. */
function withIds(version: ProgrammeVersion, replace: (sentence: Sentence) => Sentence): ProgrammeVersion {
  return {
    ...version,
    passport: version.passport.map((field) => ({ ...field, text: field.text.map(replace) })),
    directions: version.directions.map((direction) => ({
      ...direction,
      text: direction.text.map(replace),
      goals: direction.goals.map((goal) => ({ ...goal, text: goal.text.map(replace) })),
    })),
  }
}
