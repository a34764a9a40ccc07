import { expect, test } from 'vitest'
import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'
import { readTable } from '../city-folder/table.ts'
import { writeContributionColumnsCsv, writeContributionsCsv, writeContributionsForPeople } from './contributions-csv.ts'
import { contributionExample } from './contribution.examples.ts'

const recordsOf = (csv: string) => {
  const { columns, rows } = readTable(csv)
  return rows.map(({ cells }) => Object.fromEntries(columns.map((column, at) => [column, cells[at]])))
}

test('every field comes back as it went in, odd characters included', () => {
  const one: PublishedContribution = {
    ...contributionExample,
    text: 'Бір,\n"екі"; =үш',
    organisation: { kk: '«Көше» қоғамы', ru: 'Общество «Улица»' },
    decision: 'partly',
    reason: { kk: 'Иә', ru: 'Да', en: 'Yes' },
    answeredAt: '2026-12-01T09:00:00Z',
    changes: [
      { version: 4, sentence: 's-1' },
      { version: 5, sentence: 's-2' },
    ],
  }
  expect(recordsOf(writeContributionsCsv([one]))).toEqual([
    {
      number: '17',
      kind: 'suggestion',
      parent: '',
      section: 'g-1-1',
      sentence: 's-0a1b2c3d',
      quote: '800 метр',
      language: 'kk',
      text: 'Бір,\n"екі"; =үш',
      withheld: '',
      suggested_wording: contributionExample.suggestedWording,
      channel: 'web',
      organisation_kk: '«Көше» қоғамы',
      organisation_ru: 'Общество «Улица»',
      organisation_en: '',
      written_at: contributionExample.writtenAt,
      status: 'answered',
      decision: 'partly',
      reason_kk: 'Иә',
      reason_ru: 'Да',
      reason_en: 'Yes',
      answered_at: '2026-12-01T09:00:00Z',
      changes: '4:s-1 5:s-2',
    },
  ])
})

test('a hidden text is empty and said to be withheld; without a decision it is open', () => {
  expect(recordsOf(writeContributionsCsv([{ ...contributionExample, text: null }]))[0]).toMatchObject({
    text: '',
    withheld: 'yes',
    status: 'open',
    decision: '',
  })
})

test('for a spreadsheet program nothing is a formula', () => {
  expect(writeContributionsForPeople([{ ...contributionExample, text: '=HYPERLINK("http://x")' }])).toContain(
    '"\'=HYPERLINK(""http://x"")"',
  )
})

test('every column is explained in every language, in the same order', () => {
  const described = recordsOf(writeContributionColumnsCsv())
  expect(described.map(({ column }) => column)).toEqual(readTable(writeContributionsCsv([])).columns)
  expect(described.every(({ meaning_kk, meaning_ru, meaning_en }) => meaning_kk && meaning_ru && meaning_en)).toBe(true)
})
