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

/** Days of a finding in the reader's way of writing them. */
export function inWords(template: string, details: Readonly<Record<string, string | number>>, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' })
  const isDay = /^\d{4}-\d{2}-\d{2}$/
  return fill(
    template,
    Object.fromEntries(
      Object.entries(details).map(([name, value]) => [
        name,
        isDay.test(String(value)) ? format.format(new Date(`${value}T00:00:00Z`)) : value,
      ]),
    ),
  )
}

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
