import type { Notice } from '../books/notice.ts'
import type { TableReport } from '../formats/input-output/report-input-output.ts'
import { isMessageKey } from '../pages/messages.ts'
import { wordsOf } from '../pages/words.ts'

const words = wordsOf('en')
const mostTold = 10

/** A table for the terminal: labels, sums, and what is not as it should be. */
export function saidOfTable(place: string, { table, notices, noticeCounts }: TableReport): string {
  if (table === null) return [`${place}: no table could be read.`, ...saidOfNotices(notices, noticeCounts)].join('\n')
  const { sums, unit } = table
  const amount = (value: number) => `${words.number(value, 0).padStart(20)} ${unit}`
  return [
    `${table.name}${table.year === 0 ? '' : `, ${table.year}`}`,
    `Rows and columns: ${table.n}`,
    `Regions (${table.regions.length}): ${shortened(table.regions.map(({ code }) => code))}`,
    `Sectors (${table.sectors.length}): ${shortened(table.sectors.map(({ code }) => code))}`,
    `Final demand: ${shortened(table.finalDemand)}`,
    ...(table.extensions.length === 0 ? [] : [`Below the table: ${shortened(table.extensions.map(({ name }) => name))}`]),
    '',
    `  intermediate sales ${amount(sums.intermediateSales)}`,
    `  final demand       ${amount(sums.finalDemand)}`,
    `  output             ${amount(sums.output)}`,
    `  value added        ${amount(sums.valueAdded)}`,
    ...saidOfNotices(notices, noticeCounts),
  ].join('\n')
}

const shortened = (names: readonly string[]): string =>
  names.length <= 2 * mostTold ? names.join(', ') : `${names.slice(0, mostTold).join(', ')} … ${names.slice(-3).join(', ')}`

/** Each code once: what it is, why it matters, where the first few stand, what to do. */
function saidOfNotices(notices: readonly Notice[], counts: TableReport['noticeCounts']): string[] {
  if (notices.length === 0) return ['', 'Nothing to be said of it: sums and labels are as they should be.']
  return Object.entries(counts).flatMap(([code, count]) => {
    const own = notices.filter((one) => one.code === code)
    const sentence = (part: string) => {
      const key = `notices.${code}${part}`
      return isMessageKey(key) ? words.t(key, own[0]?.details ?? {}) : ''
    }
    return [
      '',
      `${own[0]?.severity ?? ''}: ${sentence('')}${count === 1 ? '' : ` (${count})`}`,
      `  ${sentence('_why')} ${sentence('_do')}`,
      ...own.slice(0, mostTold).flatMap(placeOf),
    ]
  })
}

/** Where a notice of the reader points to; those of the whole table say it in their words, or name what they are about. */
function placeOf({ file, line, column, value, details }: Notice): string[] {
  if ('where' in details) return []
  const place = [file, line === null ? null : `row ${line}`, column === null ? null : `column ${column}`].filter((part) => part !== null)
  if (line === null && column === null && value === null) return []
  return [`  ${[place.join(', '), value].filter((part) => part !== null && part !== '').join(': ')}`]
}
