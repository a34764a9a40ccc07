import { notice, type Notice } from '../../books/notice.ts'
import type { Grid } from './grid.ts'
import type { GridLabels } from './grid-labels.ts'

const scales = /\b(thousand|mil[l.]?|million|billion)s?\b/i
const currencies: readonly [string, RegExp][] = [
  ['USD', /US\s?\$|USD|U\.?S\.? dollars?|\bdollars?\b/i],
  ['EUR', /\bEUR\b|€|\beuros?\b/i],
  ['KZT', /\bKZT\b|₸|\btenge\b|теңге|тенге/i],
  ['THB', /\bTHB\b|฿|\bbaht\b/i],
  ['CNY', /\bCNY\b|\brenminbi\b|\byuan\b/i],
  ['JPY', /\bJPY\b|¥|\byen\b/i],
]

/**
 * The unit that the title or a column of units names, `million USD`; null where it names two. Where none is named the table has none, and
 * a notice says so.
 */
export function unitOf(grid: Grid, labels: GridLabels, notices: Notice[]): string | null {
  const units = new Set<string>()
  for (const text of titles(grid, labels)) {
    const found = currencies.filter(([, pattern]) => pattern.test(text)).map(([code]) => code)
    const scale = scales
      .exec(text)?.[1]
      ?.toLowerCase()
      .replace(/^mil.*/, 'million')
    for (const currency of found) units.add(scale === undefined ? currency : `${scale} ${currency}`)
  }
  const [unit, other] = units
  if (other !== undefined) {
    notices.push(notice('io_units_differ', 'error', { file: grid.file, value: [...units].join(', ') }))
    return null
  }
  if (unit === undefined) notices.push(notice('io_unit_unknown', 'warning', { file: grid.file }))
  return unit ?? ''
}

/** Years that a title names beside that of the table: of prices, of the release, of the copyright. */
const otherYears =
  /constant \d{4} prices|(?:prices of|previous year|releases?d?|updated|edition|©|\(c\)) *(?:in |of )?\d{4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? *\d{4}|\d{4} (?:release|edition)/gi

/** The year that the title names, or else the name of the file; null where the title names two. */
export function yearOf(grid: Grid, labels: GridLabels, notices: Notice[]): number | null {
  const yearsIn = (texts: readonly string[]) =>
    new Set(texts.flatMap((text) => [...text.matchAll(/(?<![\d.])(19[5-9]\d|20[0-4]\d)(?![\d.])/g)].map(([year]) => Number(year))))
  const above = titles(grid, labels).map((text) => text.replaceAll(otherYears, ''))
  const inTitle = yearsIn(above)
  if (inTitle.size > 1) {
    notices.push(notice('io_years_differ', 'error', { file: grid.file, value: [...inTitle].join(', ') }))
    return null
  }
  const [year] = inTitle.size === 1 ? inTitle : yearsIn([grid.file])
  if (year === undefined) notices.push(notice('io_year_unknown', 'warning', { file: grid.file }))
  return year ?? 0
}

/** Texts above the labels, and those of a column of units. */
function titles(grid: Grid, labels: GridLabels): string[] {
  const above = grid.rows.filter(({ row }) => row < labels.headerRow).slice(0, 20)
  const first = grid.rows[labels.firstRow]
  const beside = grid.rows
    .slice(labels.firstRow)
    .flatMap((row) =>
      [...row.texts].filter(([column]) => column < labels.firstColumn && column > labels.labelColumn).map(([, text]) => text),
    )
  return [
    ...above.flatMap(({ texts }) => (texts.size <= 8 ? [...texts.values()] : [])),
    ...(first === undefined ? [] : [...new Set(beside)]),
  ]
}
