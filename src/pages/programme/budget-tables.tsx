import type { FC } from 'hono/jsx'
import type { Budget } from '../../books/programme/budget.ts'
import type { Measure } from '../../books/programme/programme.ts'
import { Figure } from '../parts/figure.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import type { Words } from '../words.ts'
import { currencyWords, pricesWords } from './programme-words.ts'

interface BudgetTablesProps {
  budgets: readonly Budget[]
  /** Where a sum opens: to the lines that it adds. */
  href: string
  /** Heading of the section, for the scrolling region. */
  labelledBy: string
  words: Words
}

/** Money by year and funding source, one table for each currency and kind of prices: they are never added together. */
export const BudgetTables: FC<BudgetTablesProps> = ({ budgets, href, labelledBy, words }) => (
  <>
    {budgets.map((budget) => (
      <ScrollTable labelledBy={labelledBy} words={words}>
        <caption>{`${currencyWords(budget.currency, words)}, ${pricesWords(budget.prices, words)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{words.t('programme.fundingSource')}</th>
            {budget.years.map(({ year }) => (
              <th scope="col" class="r">
                {year}
              </th>
            ))}
            <th scope="col" class="r">
              {words.t('programme.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {budget.sources.map((line) => (
            <tr>
              <th scope="row">
                <Picked text={line.source} words={words} />
              </th>
              {budget.years.map(({ year }) => (
                <td class="r">{amountIn(line.years, year, href, words)}</td>
              ))}
              <td class="r">
                <Figure href={href} value={words.decimal(line.amount)} />
              </td>
            </tr>
          ))}
          <tr class="here">
            <th scope="row">{words.t('programme.total')}</th>
            {budget.years.map(({ amount }) => (
              <td class="r">
                <Figure href={href} value={words.decimal(amount)} />
              </td>
            ))}
            <td class="r">
              <Figure href={href} value={words.decimal(budget.total)} />
            </td>
          </tr>
        </tbody>
      </ScrollTable>
    ))}
  </>
)

const amountIn = (years: ReadonlyArray<{ year: number; amount: string }>, year: number, href: string, words: Words) => {
  const amount = years.find((one) => one.year === year)?.amount
  return amount === undefined ? <span class="quiet">—</span> : <Figure href={href} value={words.decimal(amount)} />
}

/** Every line of one measure's money: year, amount, prices, funding source. */
export const BudgetLines: FC<{ measure: Measure; href: string; words: Words }> = ({ measure, href, words }) =>
  measure.budget.length === 0 ? (
    <>{words.t('programme.noBudget')}</>
  ) : (
    <ul class="lines">
      {measure.budget.map(({ year, amount, currency, prices, source }) => (
        <li>
          {year}: <Figure href={href} value={words.decimal(amount)} unit={currencyWords(currency, words)} />{' '}
          <span class="fine">
            {pricesWords(prices, words)}, <Picked text={source} words={words} />
          </span>
        </li>
      ))}
    </ul>
  )
