import type { FC } from 'hono/jsx'
import { languages } from '../../../books/text.ts'
import { budgetRows, type BudgetRow } from '../../../books/programme/draft/fields.ts'
import { problemOf, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import { pricesWords } from '../../programme/programme-words.ts'
import type { Words } from '../../words.ts'

/** Blank rows after those that are filled in; who needs more saves and goes on. */
const blankRows = 3

const blank: BudgetRow = { year: '', amount: '', currency: 'KZT', prices: 'nominal', kk: '', ru: '', en: '' }

interface BudgetFieldsProps {
  text: string
  problems: readonly Problem[]
  /** Years of the programme, the one before included: constant prices are prices of one of them. */
  years: readonly number[]
  words: Words
}

/** Money of a measure: a row for each year and source. A row without year, amount and source is left out. */
export const BudgetFields: FC<BudgetFieldsProps> = ({ text, problems, years, words }) => {
  const rows = [...budgetRows(text), ...Array.from({ length: blankRows }, () => blank)]
  return (
    <fieldset class="part">
      <legend>{words.t('programme.budget')}</legend>
      <p class="fine">{words.t('desk.budget_hint')}</p>
      {rows.map((row, at) => (
        <BudgetLineFields row={row} at={at} problems={problems} years={years} words={words} />
      ))}
    </fieldset>
  )
}

const BudgetLineFields: FC<Omit<BudgetFieldsProps, 'text'> & { row: BudgetRow; at: number }> = ({ row, at, problems, years, words }) => {
  const id = (cell: string) => `budget.${at}.${cell}`
  const field = (cell: string) => ({ id: id(cell), problem: problemOf(problems, id(cell)) })
  const currencies = [...new Set(['KZT', 'USD', 'EUR', row.currency])]
  const prices = [...new Set(['nominal', ...years.map((year) => `constant ${year}`), row.prices])]
  return (
    <div class="money" role="group" aria-label={words.t('desk.budget_row', { row: at + 1 })}>
      <div class="g4">
        <TextField {...field('year')} label={words.t('desk.label_money_year')} value={row.year} inputmode="numeric" maxlength={4} />
        <TextField {...field('amount')} label={words.t('desk.label_money_amount')} value={row.amount} inputmode="decimal" maxlength={40} />
        <SelectField
          {...field('currency')}
          label={words.t('desk.label_money_currency')}
          value={row.currency}
          choices={currencies.map((value) => ({ value, label: value }))}
        />
        <SelectField
          {...field('prices')}
          label={words.t('desk.label_money_prices')}
          value={row.prices}
          choices={prices.map((value) => ({ value, label: pricesWords(value, words) }))}
        />
      </div>
      <div class="tri">
        {languages.map((language) => (
          <TextField
            {...field(language)}
            label={words.t('desk.label_in_language', {
              label: words.t('desk.label_money_source'),
              language: words.t(`desk.language_${language}`),
            })}
            lang={language}
            value={row[language]}
          />
        ))}
      </div>
    </div>
  )
}
