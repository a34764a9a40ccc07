import type { TranslationService } from '../../../books/discussion/translation-service.ts'
import { isLanguage } from '../../../books/text.ts'
import type { ContributionRecord } from '../contribution-record.ts'
import { answered, refused, type Answered } from './asked.ts'
import { longestTranslation } from './translate-contribution.ts'

type CityId = { id: string }

export interface ProposedTranslation {
  text: string
  wording: string
}

/**
 * The translation service of the city proposes a translation of what somebody wrote. Nothing is stored: a moderator reads it, corrects it,
 * and keeps it, marked as a machine's. Call it outside of a transaction: none waits for a program. null: there are no such words.
 */
export async function proposeTranslation(
  { city, consultation, contribution, language }: { city: CityId; consultation: CityId; contribution: number; language: string },
  { record, service }: { record: Pick<ContributionRecord, 'findContribution'>; service: TranslationService },
): Promise<Answered<ProposedTranslation> | null> {
  const found = await record.findContribution(city, consultation, contribution, { everyWord: true })
  if (found === null || found.text === null) return null
  if (!isLanguage(language) || language === found.language) return refused({ code: 'translation_language', field: 'language' })
  const texts = found.wording === null ? [found.text] : [found.text, found.wording]
  const outcome = await service.translate({ from: found.language, to: language, texts })
  if (!outcome.ok) return refused(outcome.refusal)
  const [text = '', wording = ''] = outcome.value
  const longest = Math.max(text.length, wording.length)
  if (longest > longestTranslation)
    return refused({ code: 'text_long', field: 'text', details: { limit: longestTranslation, length: longest } })
  return answered({ text, wording })
}
