import type { Finding, FoundValue } from '../../books/reports/finding.ts'
import type { MeasureSpending } from '../../books/reports/measure-spending.ts'
import type { YearlyIndicator } from '../../books/reports/yearly-indicator.ts'
import type { YearlyReport } from '../../books/reports/yearly.ts'
import { currencyWords, pricesWords, unitOf } from '../programme/programme-words.ts'
import { figurePart, type Telling } from './telling.ts'

/** What the yearly report says of each target indicator and each measure, as it is printed. */
export const findingsOfYear = (telling: Telling, { goals }: YearlyReport): Finding[] =>
  goals.flatMap(({ indicators, measures }) => [
    ...indicators.map((one) => ofIndicator(telling, one)),
    ...measures.map((one) => ofMeasure(telling, one)),
  ])

function ofIndicator(telling: Telling, { view, plan, actual, result }: YearlyIndicator): Finding {
  const { words } = telling
  const unit = unitOf(view, words)
  const { id, name } = view.indicator
  const values: FoundValue[] = [
    ...(plan === null ? [] : [{ part: 'plan' as const, said: `${words.decimal(plan.value)}, ${unit}`, decimal: plan.value, unit }]),
    ...(actual === null
      ? []
      : [
          {
            part: 'actual' as const,
            said: `${figurePart(telling, actual).text}, ${unit}`,
            ...(actual.value === null ? {} : { decimal: actual.value, unit: actual.series }),
          },
        ]),
    {
      part: 'result',
      said: result.kind === 'not_judged' ? words.t(`reports.why_${result.reason}`) : words.t(`reports.result_${result.kind}`),
    },
  ]
  return { key: `indicator ${id}`, name: words.pick(name), values }
}

function ofMeasure(telling: Telling, { measure, planned, spent }: MeasureSpending): Finding {
  const { words } = telling
  const sums = planned.map(({ total, currency, prices }) => ({
    said: [words.decimal(total), currencyWords(currency, words), ...(prices === 'nominal' ? [] : [pricesWords(prices, words)])].join(', '),
    value: total,
    unit: `${currency} ${prices}`,
  }))
  const paid = spent.map(({ currency, figure }) => ({
    said: `${figurePart(telling, figure).text}, ${currencyWords(currency, words)}`,
    value: figure.value,
    unit: currency,
  }))
  return {
    key: `measure ${measure.number}`,
    name: `${measure.number}. ${words.pick(measure.title)}`,
    values: [...together('planned', sums), ...together('spent', paid)],
  }
}

/** Several sums are said one after another; only a single one is compared as a number. */
function together(part: 'planned' | 'spent', sums: ReadonlyArray<{ said: string; value: string | null; unit: string }>): FoundValue[] {
  const [only, ...others] = sums
  if (only === undefined) return []
  const isNumber = others.length === 0 && only.value !== null
  return [{ part, said: sums.map(({ said }) => said).join('; '), ...(isNumber ? { decimal: only.value ?? '', unit: only.unit } : {}) }]
}
