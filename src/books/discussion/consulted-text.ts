import type { ProgrammeVersion, Sentence } from '../programme/programme.ts'
import { sectionsOf, type Section } from '../programme/sections.ts'

/** How many contributions stand at a section and a sentence; null: on the whole text. */
export interface CountAt {
  section: string | null
  sentence: string | null
  count: number
}

/** Where a contribution stands in the version that is discussed. */
export interface Place {
  section: Section
  /** null: the section as a whole. */
  sentence: Sentence | null
  /** The sentence's number in its section, from 1; 0 where there is none. */
  number: number
}

/** Sections of the version with how much is said in each. A section without sentences has nothing to say something about. */
export function countSections(version: ProgrammeVersion, counts: readonly CountAt[]): Array<{ section: Section; count: number }> {
  return sectionsOf(version)
    .filter(({ sentences }) => sentences.length > 0)
    .map((section) => ({
      section,
      count: counts.reduce((sum, one) => sum + (one.section === section.id ? one.count : 0), 0),
    }))
}

/** Looks up places of a version; null: the whole text, or a place that the version does not have. */
export function placesIn(version: ProgrammeVersion): (at: { section: string | null; sentence: string | null }) => Place | null {
  const sections = new Map(sectionsOf(version).map((section) => [section.id, section]))
  return ({ section: id, sentence: sentenceId }) => {
    const section = id === null ? undefined : sections.get(id)
    if (section === undefined) return null
    const at = section.sentences.findIndex((sentence) => sentence.id === sentenceId)
    return { section, sentence: section.sentences[at] ?? null, number: at + 1 }
  }
}
