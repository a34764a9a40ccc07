import type { DraftProblem } from '../../../books/programme/draft/check-draft.ts'
import type { Draft, DraftElement, ElementName } from '../../../books/programme/draft/draft.ts'
import type { FieldProblem } from '../../../books/programme/draft/read-fields.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import type { Crumb } from '../../parts/crumbs.tsx'
import type { Problem } from '../../parts/form.tsx'
import { isMessageKey } from '../../messages.ts'
import { wordsOf, type Words } from '../../words.ts'

/** Address of a draft's page inside the city. */
export const draftPath = (draft: Pick<Draft, 'programme'>, rest = ''): string => `/desk/programme/${draft.programme}${rest}`

/** Address of an element's page, or of something about it: `/history`. */
export const elementPath = (draft: Pick<Draft, 'programme'>, { kind, id }: ElementName, rest = ''): string =>
  draftPath(draft, `/${kind}/${encodeURIComponent(id)}${rest}`)

/** The way up from a page of a draft. */
export const deskCrumbs = (frame: Frame, draft: Draft | null, ...further: Crumb[]): Crumb[] => [
  { label: frame.words.t('common.desk'), href: link(frame, '/desk') },
  { label: frame.words.t('common.programme'), href: link(frame, '/desk/programme') },
  ...(draft === null ? [] : [{ label: frame.words.t('desk.draft_short', { number: draft.number }), href: link(frame, draftPath(draft)) }]),
  ...further,
]

/** What an element is called in lists: its words, or that it has none; numbers before. */
export function elementTitle(element: Pick<DraftElement, 'kind' | 'content'>, words: Words): string {
  const content = element.content as { number?: string } & Partial<Record<'title' | 'label' | 'text' | 'name', MultilingualText>>
  const text = content.title ?? content.label ?? content.text ?? content.name ?? {}
  return [content.number, words.pick(text) || words.t('desk.no_words')].filter(Boolean).join('. ')
}

/** The label of a field by its name: `title.kk`, `target.2030`, `budget.2.amount`. In the reader's language unless told otherwise. */
export function labelOf(field: string, words: Words): string {
  const [name = '', part = '', cell = ''] = field.split('.')
  if (name === 'target') return words.t('desk.label_target', { year: part })
  if (name === 'budget' && cell !== '')
    return words.t('desk.label_budget_cell', {
      row: Number(part) + 1,
      cell: words.t(isLanguageCell(cell) ? `desk.label_money_source` : keyOf(`money_${cell}`)),
    })
  const whole = `desk.label_${field.replaceAll('.', '_')}`
  if (isMessageKey(whole)) return words.t(whole)
  const label = words.t(keyOf(name))
  return isLanguageCell(part) ? words.t('desk.label_in_language', { label, language: words.t(`desk.language_${part}`) }) : label
}

const isLanguageCell = (part: string): part is 'kk' | 'ru' | 'en' => part === 'kk' || part === 'ru' || part === 'en'

function keyOf(name: string): 'desk.label_title' {
  const key = `desk.label_${name}`
  if (!isMessageKey(key)) throw new RangeError(`No label for the field "${name}".`)
  return key as 'desk.label_title'
}

/** The label of a text in the language that is written into it. */
export const labelIn = (name: string, language: 'kk' | 'ru' | 'en'): string => wordsOf(language).t(keyOf(name))

/** Why a form was not taken, in words. */
export const problemsOf = (problems: readonly FieldProblem[], words: Words): Problem[] =>
  problems.map(({ field, code, details }) => {
    const key = `desk.field_${code}`
    return { field, text: isMessageKey(key) ? words.t(key, details) : code }
  })

/** The same for the top of the page, where the field is not beside it. */
export const summaryOf = (problems: readonly FieldProblem[], words: Words): Problem[] =>
  problemsOf(problems, words).map(({ field, text }) => ({
    field,
    text: field === '' ? text : words.t('desk.field_problem', { label: labelOf(field, words), text }),
  }))

/** What a draft lacks, in words. */
export function draftProblemWords({ code, details }: DraftProblem, words: Words): string {
  if (code === 'language_missing')
    return words.t('desk.problem_language_missing', {
      languages: String(details['languages'])
        .split(', ')
        .map((one) => (isLanguageCell(one) ? words.t(`desk.language_${one}`) : one))
        .join(', '),
    })
  const [own, general] = [`desk.problem_${code}`, `programme.problem_${code}`]
  return isMessageKey(own) ? words.t(own, details) : isMessageKey(general) ? words.t(general, details) : code
}

/** Day and time in the city. */
export const momentWords = (iso: string, frame: Frame): string =>
  new Intl.DateTimeFormat(frame.words.language === 'en' ? 'en-GB' : frame.words.language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: frame.city?.timeZone ?? 'Asia/Almaty',
  }).format(new Date(iso))
