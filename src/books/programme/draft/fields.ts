import { identifySeries } from '../../indicators/series-key.ts'
import { languages, type MultilingualText } from '../../text.ts'
import type { BudgetLine, SeriesChoice } from '../programme.ts'
import { languageField, type DraftElement, type ElementKind } from './draft.ts'
import type { Fields } from './merge-fields.ts'

/** One row of a measure's money as a form has it. */
export interface BudgetRow {
  year: string
  amount: string
  currency: string
  prices: string
  kk: string
  ru: string
  en: string
}

/** What an element says, as the fields of its form. `readFields` is the way back. */
export function fieldsOf(element: Pick<DraftElement, 'kind' | 'content'>): Fields {
  const given = element as { [Kind in ElementKind]: Pick<Extract<DraftElement, { kind: Kind }>, 'kind' | 'content'> }[ElementKind]
  switch (given.kind) {
    case 'head': {
      const { title, period, baselineYear } = given.content
      return {
        ...texts('title', title),
        'period.from': String(period.from),
        'period.to': String(period.to),
        baselineYear: yearText(baselineYear),
      }
    }
    case 'passport':
      return texts('label', given.content.label)
    case 'direction':
      return { number: given.content.number, ...texts('title', given.content.title) }
    case 'goal':
      return { number: given.content.number, ...texts('title', given.content.title), sdgTargets: given.content.sdgTargets.join(', ') }
    case 'sentence':
      return { ...texts('text', given.content.text), sources: given.content.sources.join(', ') }
    case 'indicator': {
      const { name, unit, desired, baseline, targets, actual, note, sources } = given.content
      return {
        ...texts('name', name),
        ...texts('note', note),
        unit,
        desired: desired ?? '',
        'baseline.year': yearText(baseline?.year ?? null),
        'baseline.value': baseline?.value ?? '',
        ...Object.fromEntries(targets.map(({ year, value }) => [`target.${year}`, value])),
        actual: actual === null ? '' : addressOfChoice(actual),
        sources: sources.join(', '),
      }
    }
    case 'measure': {
      const { number, title, owner, deadline, formOfCompletion, budget, sdgTargets } = given.content
      return {
        number,
        ...texts('title', title),
        ...texts('owner', owner),
        deadline: deadline ?? '',
        ...texts('form', formOfCompletion),
        budget: budgetText(budget.map(rowOf)),
        sdgTargets: sdgTargets.join(', '),
      }
    }
    case 'source':
      return { ...texts('title', given.content.title), url: given.content.url ?? '' }
  }
}

const texts = (name: string, text: MultilingualText): Fields =>
  Object.fromEntries(languages.map((language) => [languageField(name, language), text[language] ?? '']))

const yearText = (year: number | null): string => (year === null ? '' : String(year))

/** A choice of series by the address of the series it picks. */
export const addressOfChoice = (choice: SeriesChoice): string => identifySeries({ ...choice, method: '', boundary: '' }).address

const rowOf = ({ year, amount, currency, prices, source }: BudgetLine): BudgetRow => ({
  year: String(year),
  amount,
  currency,
  prices,
  kk: source.kk ?? '',
  ru: source.ru ?? '',
  en: source.en ?? '',
})

/**
 * All money of a measure is one field: lines have no names by which two editors' lines could be told to be the same. A row to a line, so
 * that a difference can be read, and a tab between its cells: no cell has one.
 */
export const budgetText = (rows: readonly BudgetRow[]): string =>
  rows
    .filter((row) => [row.year, row.amount, row.kk, row.ru, row.en].some((cell) => cell !== ''))
    .map(({ year, amount, currency, prices, kk, ru, en }) =>
      [year, amount, currency, prices, kk, ru, en].map((cell) => cell.replaceAll(/\s+/g, ' ').trim()).join('\t'),
    )
    .join('\n')

/** The way back from `budgetText`. */
export const budgetRows = (text: string): BudgetRow[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [year = '', amount = '', currency = '', prices = '', kk = '', ru = '', en = ''] = line.split('\t')
      return { year, amount, currency, prices, kk, ru, en }
    })
