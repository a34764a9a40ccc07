import type { Outcome } from '../outcome.ts'
import type { Language } from '../text.ts'

/** A program of the city that translates. None comes with Bagdar, and none is needed: then moderators translate themselves. */
export interface TranslationService {
  name: string
  /**
   * As many texts as were given, in their order.
   *
   * Refusals  translation_late, translation_failed
   */
  translate(asked: { from: Language; to: Language; texts: readonly string[] }): Promise<Outcome<string[]>>
}
