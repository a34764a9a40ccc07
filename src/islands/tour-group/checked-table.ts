import type { CheckedList, CheckedTraveller } from '../../books/cooperation/tour-group/check-list.ts'
import { travellerFields, worstOf, type TravellerField, type Verdict } from '../../books/cooperation/tour-group/traveller.ts'
import { fill } from '../what-if-map/words.ts'

/** Fields that stand in the list: those that somebody has. */
export const shownFields = ({ travellers }: CheckedList): TravellerField[] =>
  travellerFields.filter((field) => travellers.some(({ values }) => values[field] !== ''))

/** What can be said about one field of a tourist; null: nothing was found about it, because nothing asks for it. */
export function verdictOf(traveller: CheckedTraveller, field: TravellerField): Verdict | null {
  const found = traveller.findings.filter((one) => one.field === field)
  return found.length === 0 ? null : worstOf(found)
}

/**
 * A message with its gaps filled, days in the reader's way of writing them: in figures, because browsers know no Kazakh months.
 *
 * @example
 * inWords('до {found}', { found: '2020-01-31' }, 'ru') // => 'до 31.01.2020'
 */
export function inWords(template: string, details: Readonly<Record<string, string | number>>, language: string): string {
  const written = Object.entries(details).map(([name, value]) => {
    const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(String(value)) ?? []
    return [
      name,
      year === '' ? value : language === 'en' ? `${Number(day)} ${englishMonths[Number(month) - 1]} ${year}` : `${day}.${month}.${year}`,
    ]
  })
  return fill(template, Object.fromEntries(written))
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The checked list as a table for a spreadsheet: what was read, the verdict, and every remark. */
export function checkedTable(list: CheckedList, words: Readonly<Record<string, string>>, language: string): string[][] {
  const fields = shownFields(list)
  const header = [words['number'], ...fields.map((field) => words[`field_${field}`]), words['conclusion'], words['remarks']]
  return [
    header.map((name) => name ?? ''),
    ...list.travellers.map((traveller, index) => [
      String(index + 1),
      ...fields.map((field) => traveller.values[field]),
      words[`verdict_${traveller.verdict}`] ?? '',
      traveller.findings
        .filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
        .map(({ field, code, details = {} }) => `${words[`field_${field}`]}: ${inWords(words[`find_${code}`] ?? '', details, language)}`)
        .join(' '),
    ]),
  ]
}
