import type { Refusal } from '../../outcome.ts'
import { languages, type Language, type MultilingualText } from '../../text.ts'
import { participationLevels, type Consultation, type ConsultationContent } from '../consultation.ts'
import { policyRules } from './policy-rules.ts'

/** Characters that a text may have in one language. */
export const longestTexts: Readonly<Record<keyof ConsultationContent, number>> = {
  title: 200,
  question: 1000,
  asked: 500,
  rules: 5000,
  promise: 2000,
}
export const contentTexts = Object.keys(longestTexts) as Array<keyof ConsultationContent>

/** The form as it was filled in. */
export interface ConsultationForm {
  /** Programme and version: `almaty-2020/2`. */
  of: string
  content: ConsultationContent
  level: string
  opensOn: string
  closesOn: string
}

export type ConsultationFields = Pick<Consultation, 'programme' | 'version' | 'content' | 'level' | 'opensOn' | 'closesOn'>

/** The longest that a discussion may last: what is longer is a slip of the hand. */
const mostDays = 731

/**
 * The form of a consultation as fields, or all that is wrong with it. A draft may still lack languages; `problemsOfPublishing` does not let
 * that through.
 *
 * @param today     in the city (ISO)
 * @param versions  the published ones, as `programme/number`
 */
export function readConsultationForm(
  form: ConsultationForm,
  { today, versions }: { today: string; versions: readonly string[] },
): { fields: ConsultationFields; problems: Refusal[] } {
  const content = trimmed(form.content)
  const [programme = '', version = ''] = form.of.split('/')
  const level = participationLevels.find((one) => one === form.level)
  const problems: Refusal[] = [
    ...(versions.includes(form.of) ? [] : [{ code: 'version_missing', field: 'of' }]),
    ...contentTexts.flatMap((name) => problemsOfText(name, content[name])),
    ...(level === undefined ? [{ code: 'level_missing', field: 'level' }] : []),
    ...problemsOfPeriod(form, today),
  ]
  return {
    fields: {
      programme,
      version: Number(version),
      content,
      level: level ?? 'mail',
      opensOn: form.opensOn,
      closesOn: form.closesOn,
    },
    problems,
  }
}

/** Days that are days, in order, and not over yet. */
function problemsOfPeriod({ opensOn, closesOn }: Pick<ConsultationForm, 'opensOn' | 'closesOn'>, today: string): Refusal[] {
  if (!isDay(opensOn)) return [{ code: 'day_unreadable', field: 'opensOn' }]
  if (!isDay(closesOn)) return [{ code: 'day_unreadable', field: 'closesOn' }]
  if (opensOn < today) return [{ code: 'opens_in_past', field: 'opensOn' }]
  if (closesOn < opensOn) return [{ code: 'period_reversed', field: 'closesOn' }]
  if (daysBetween(opensOn, closesOn) > mostDays) return [{ code: 'period_long', field: 'closesOn' }]
  return []
}

function problemsOfText(name: keyof ConsultationContent, text: MultilingualText): Refusal[] {
  const limit = longestTexts[name]
  const tooLong = languages.find((language) => (text[language] ?? '').length > limit)
  if (tooLong !== undefined)
    return [{ code: 'text_long', field: `${name}-${tooLong}`, details: { limit, length: (text[tooLong] ?? '').length } }]
  return Object.keys(text).length === 0 ? [{ code: 'text_missing', field: `${name}-kk` }] : []
}

/**
 * What keeps a draft from being published: a text without Kazakh or Russian, a policy without numbered rules, a first day that is past.
 *
 * @param today  in the city (ISO)
 */
export function problemsOfPublishing(consultation: Pick<Consultation, 'content' | 'opensOn' | 'closesOn'>, today: string): Refusal[] {
  const { content, opensOn } = consultation
  return [
    ...contentTexts.flatMap((name) =>
      (['kk', 'ru'] as const)
        .filter((language) => !content[name][language]?.trim())
        .map((language) => ({ code: `needs_${language}`, field: `${name}-${language}` })),
    ),
    ...(policyRules(content.rules).length === 0 ? [{ code: 'rules_unnumbered', field: 'rules-kk' }] : []),
    ...(opensOn < today ? [{ code: 'opens_in_past', field: 'opensOn' }] : []),
  ]
}

/** Texts that English readers will see in another language: no reason to wait, and said before publishing. */
export const textsWithout = (language: Language, content: ConsultationContent): Array<keyof ConsultationContent> =>
  contentTexts.filter((name) => !content[name][language]?.trim())

/** Without blanks at the ends and without languages that have no words. */
const trimmed = (content: ConsultationContent): ConsultationContent =>
  Object.fromEntries(contentTexts.map((name) => [name, withoutEmpty(content[name])])) as unknown as ConsultationContent

/**
 * A text in the languages that have words.
 *
 * @example
 * withoutEmpty({ kk: ' Сұрақ ', ru: '  ' }) // => { kk: 'Сұрақ' }
 */
export const withoutEmpty = (text: MultilingualText): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, text[language]?.trim() ?? '']).filter(([, words]) => words !== ''))

/**
 * Whether a text is a day of the calendar (ISO).
 *
 * @example
 * isDay('2026-02-29') // => false
 */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/**
 * Days from one day to another.
 *
 * @example
 * daysBetween('2026-11-23', '2026-12-01') // => 8
 */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

/**
 * The day so many days later.
 *
 * @example
 * daysLater('2026-11-23', 30) // => '2026-12-23'
 */
export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
