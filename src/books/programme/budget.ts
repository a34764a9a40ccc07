import { firstWords } from './sections.ts'
import { sumDecimals } from './sum-decimals.ts'
import type { MultilingualText } from '../text.ts'
import type { BudgetLine, ProgrammeVersion } from './programme.ts'

/** Money in one currency and one kind of prices. Nominal and constant prices are never added together. */
export interface Budget {
  currency: string
  /** `nominal`, or `constant 2020`. */
  prices: string
  years: ReadonlyArray<{ year: number; amount: string }>
  sources: ReadonlyArray<{ source: MultilingualText; amount: string; years: ReadonlyArray<{ year: number; amount: string }> }>
  total: string
}

/**
 * Budget lines summed by year and by funding source: one `Budget` for each currency and kind of prices.
 *
 *     total = Σ amounts, exact in decimals
 *
 * Units    the currency of the lines.
 * Missing  no lines: no budget. A year without money is left out, not 0.
 *
 * @example
 * sumBudget([
 *   { year: 2025, amount: '1.5', currency: 'KZT', prices: 'nominal', source: { en: 'City' } },
 *   { year: 2026, amount: '2', currency: 'KZT', prices: 'nominal', source: { en: 'City' } },
 * ])[0].total // => '3.5'
 */
export function sumBudget(lines: readonly BudgetLine[]): Budget[] {
  return [...groupBy(lines, (line) => `${line.currency} ${line.prices}`).values()].map((same) => ({
    currency: same[0]?.currency ?? '',
    prices: same[0]?.prices ?? '',
    years: byYear(same),
    sources: [...groupBy(same, (line) => firstWords(line.source)).values()].map((lines) => ({
      source: lines[0]?.source ?? {},
      amount: total(lines),
      years: byYear(lines),
    })),
    total: total(same),
  }))
}

/** All budget lines of a version. */
export const budgetLines = (version: ProgrammeVersion): BudgetLine[] =>
  version.directions.flatMap((direction) => direction.goals.flatMap((goal) => goal.measures.flatMap((measure) => measure.budget)))

const total = (lines: readonly BudgetLine[]): string => sumDecimals(lines.map((line) => line.amount))

const byYear = (lines: readonly BudgetLine[]) =>
  [...groupBy(lines, (line) => line.year)].map(([year, same]) => ({ year, amount: total(same) })).sort((a, b) => a.year - b.year)

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}
