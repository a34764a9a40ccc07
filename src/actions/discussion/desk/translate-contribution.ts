import { isLanguage } from '../../../books/text.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskBasics, DeskDiscussionRecord, ModerationRecord } from './desk-discussion-record.ts'

/** A page of writing may be longer in another language. */
export const longestTranslation = 8000

/**
 * A moderator translates what somebody wrote, or corrects a translation: a new version, marked as a moderator's, or as a machine's where
 * the translation service proposed it. The original is never touched. The history says that it was done, and not what was written: those are a resident's words. null: there is no such contribution.
 * Call it in a transaction.
 */
export async function translateContribution(
  asked: Asked & { number: number; contribution: number; language: string; text: string; wording: string; isProposed: boolean },
  record: DeskBasics & Pick<DeskDiscussionRecord, 'findContribution'> & Pick<ModerationRecord, 'addContributionTranslation'>,
): Promise<Answered<null> | null> {
  const { city, viewer, at, number, language } = asked
  const consultation = await record.lockConsultation(city, number)
  const found = consultation && (await record.findContribution(city, consultation, asked.contribution, { everyWord: true }))
  if (consultation === null || found === null || found.text === null) return null
  const [text, wording] = [asked.text.trim(), asked.wording.trim()]
  if (!isLanguage(language) || language === found.language) return refused({ code: 'translation_language', field: 'language' })
  if (text === '') return refused({ code: 'translation_empty', field: 'text' })
  for (const [field, words] of [
    ['text', text],
    ['wording', wording],
  ] as const)
    if (words.length > longestTranslation)
      return refused({ code: 'text_long', field, details: { limit: longestTranslation, length: words.length } })
  const made = { language, madeBy: asked.isProposed ? 'service' : 'moderator', personId: viewer.personId, madeAt: at } as const
  await record.addContributionTranslation(city, consultation, found.number, { of: 'text', text, ...made })
  if (wording !== '' && found.wording !== null)
    await record.addContributionTranslation(city, consultation, found.number, { of: 'wording', text: wording, ...made })
  await record.addChange(city, {
    at: at.toISOString(),
    by: viewer.personId,
    action: 'contribution.translate',
    subject: `consultation/${number}/contribution/${found.number}`,
    before: null,
    after: { language, madeBy: made.madeBy },
  })
  return answered(null)
}
