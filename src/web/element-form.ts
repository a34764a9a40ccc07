import { languages } from '../books/text.ts'
import { languageField, textsOf, type ElementKind } from '../books/programme/draft/draft.ts'
import { budgetText, type BudgetRow } from '../books/programme/draft/fields.ts'
import type { Fields } from '../books/programme/draft/merge-fields.ts'
import type { DeskPost } from './desk-route.tsx'

/** Fields of each kind besides its texts. */
const plainFields: Readonly<Record<ElementKind, readonly string[]>> = {
  head: ['period.from', 'period.to', 'baselineYear'],
  passport: [],
  direction: ['number'],
  goal: ['number', 'sdgTargets'],
  sentence: [],
  indicator: ['unit', 'desired', 'baseline.year', 'baseline.value', 'actual'],
  measure: ['number', 'deadline', 'sdgTargets'],
  source: ['url'],
}

/** More rows of money than anybody writes, so that no form is endless. */
const mostRows = 200

/** What the form of an element says. Every field of the kind is there; a field that was not sent is blank. */
export function readElementForm(kind: ElementKind, { form, field }: Pick<DeskPost, 'form' | 'field'>): Fields {
  const texts = textsOf[kind].flatMap((text) => languages.map((language) => languageField(text, language)))
  const targets = kind === 'indicator' ? [...form.keys()].filter((name) => /^target\.\d{4}$/.test(name)) : []
  const fields: Record<string, string> = Object.fromEntries([...plainFields[kind], ...texts, ...targets].map((name) => [name, field(name)]))
  if (kind === 'sentence' || kind === 'indicator') fields['sources'] = form.getAll('sources').filter(isText).join(', ').replaceAll('\0', '')
  if (kind === 'measure') fields['budget'] = budgetText(readRows(field))
  // One of the statistics' figures was chosen for the baseline.
  if (kind === 'indicator' && field('take') !== '') fields['baseline.value'] = field('take')
  return fields
}

const isText = (value: FormDataEntryValue): value is string => typeof value === 'string'

function readRows(field: DeskPost['field']): BudgetRow[] {
  const rows: BudgetRow[] = []
  for (let at = 0; at < mostRows && field(`budget.${at}.currency`) !== ''; at++) {
    const cell = (name: string) => field(`budget.${at}.${name}`)
    rows.push({
      year: cell('year').trim(),
      amount: cell('amount').trim(),
      currency: cell('currency'),
      prices: cell('prices'),
      kk: cell('kk').trim(),
      ru: cell('ru').trim(),
      en: cell('en').trim(),
    })
  }
  return rows
}
