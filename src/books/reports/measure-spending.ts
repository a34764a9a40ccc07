import type { Release, Series } from '../indicators/figure.ts'
import { sumBudget, type Budget } from '../programme/budget.ts'
import type { Measure } from '../programme/programme.ts'
import { isDecimal, subtractDecimals } from '../programme/sum-decimals.ts'
import type { Statistics } from '../programme/target-indicator-view.ts'
import type { MultilingualText } from '../text.ts'
import { reportFigure, type ReportedFigure } from './reported-figure.ts'

/** Dimension of the series that tell what was spent: its code is the number of the measure in the programme. */
const measureDimension = 'MEASURE'

/** What a measure was to cost in a year, and what it did cost. */
export interface MeasureSpending {
  measure: Measure
  /** One for each currency and kind of prices; empty where the programme gives no sum for the year. */
  planned: readonly Budget[]
  /** What was spent, by currency: figures of the record like all others. */
  spent: ReadonlyArray<{ currency: string; figure: ReportedFigure; sourceName: MultilingualText }>
  /** Spent less planned; null where one of the two is missing, or the plan has several currencies or is not in current prices. */
  deviation: string | null
}

/**
 * Plan and spending of a measure in one year. Spending is a series of the city with the dimension `MEASURE` and a currency as its unit; two
 * sources that say different things are two series, and both are told.
 *
 *     deviation = spent − planned, exact in decimals, in current prices of one currency
 *
 * Missing  no budget line, or no figure: empty, never 0.
 */
export function spendingOf(measure: Measure, year: number, statistics: Statistics, releases: readonly Release[]): MeasureSpending {
  const planned = sumBudget(measure.budget.filter((line) => line.year === year))
  const spent = statistics.series
    .filter((series) => tellsOf(series, measure, statistics.refArea))
    .flatMap((series) => {
      const figure = statistics.figures.get(series.id)?.find(({ timePeriod }) => timePeriod === String(year))
      return figure === undefined
        ? []
        : [{ currency: series.unit, figure: reportFigure(series, figure, releases), sourceName: statistics.labels.source(series.source) }]
    })
  return { measure, planned, spent, deviation: deviationOf(planned, spent) }
}

/** Whether a series tells what was spent on some measure of the city. */
export const isSpending = ({ refArea, dimensions }: Series, city: string): boolean => refArea === city && measureDimension in dimensions

/** How many pieces a measure brought, or how far it is, stands under its number too: only a currency (ISO 4217) is money. */
const tellsOf = (series: Series, measure: Measure, city: string): boolean =>
  isSpending(series, city) &&
  series.dimensions[measureDimension] === measure.number &&
  Object.keys(series.dimensions).length === 1 &&
  currencies.has(series.unit)

const currencies = new Set(Intl.supportedValuesOf('currency'))

/**
 * The one sum that a measure cost, for totals and differences. null: it is not known, or two sources say different things, which added up
 * would count the same money twice.
 */
export function knownSpending({ spent }: Pick<MeasureSpending, 'spent'>): { currency: string; value: string } | null {
  const [only] = spent
  if (only === undefined || spent.length > 1 || only.figure.value === null || !isDecimal(only.figure.value)) return null
  return { currency: only.currency, value: only.figure.value }
}

function deviationOf(planned: MeasureSpending['planned'], spent: MeasureSpending['spent']): string | null {
  const [plan, known] = [planned[0], knownSpending({ spent })]
  if (plan === undefined || known === null || planned.length > 1) return null
  return plan.currency === known.currency && plan.prices === 'nominal' ? subtractDecimals(known.value, plan.total) : null
}
