import { expect, test } from 'vitest'
import { readEconomyFile } from './read-economy-file.ts'

const text = `format: bagdar-economy/1
table: { file: flows.csv, title: A table, licence: CC0-1.0, address: https://example.org }
cities:
  here:
    name: { en: Here }
    country: AAA
    countryName: { en: Aland }
    invented: yes
    output:
      source: { en: A survey }
      shares: { AHF: 0.1, c2: 0.25 }
    demand: { source: { en: The census }, share: 0.2 }
    visitors: { source: { en: A survey }, currency: USD, spending: { HRS: 300 } }
    askedBy: [We want numbers]
  there:
    name: { en: There }
    country: BBB
    countryName: { en: Bland }
`

test('a file with all that can be known, and a city of which nothing is', () => {
  const { given, problems } = readEconomyFile(text, 'economy.yaml')
  expect(problems).toEqual([])
  expect(given).toEqual({
    table: { file: 'flows.csv', title: 'A table', licence: 'CC0-1.0', address: 'https://example.org' },
    cities: [
      {
        ...{
          code: 'here',
          name: { en: 'Here' },
          country: 'AAA',
          countryName: { en: 'Aland' },
          invented: true,
          askedBy: ['We want numbers'],
        },
        output: { source: { en: 'A survey' }, shares: { AHF: 0.1, c2: 0.25 } },
        demand: { source: { en: 'The census' }, share: 0.2 },
        visitors: { source: { en: 'A survey' }, currency: 'USD', spending: { HRS: 300 } },
      },
      {
        ...{ code: 'there', name: { en: 'There' }, country: 'BBB', countryName: { en: 'Bland' }, invented: false, askedBy: [] },
        ...{ output: null, demand: null, visitors: null },
      },
    ],
  })
})

test.each([
  { case: 'another format', from: 'bagdar-economy/1', to: 'bagdar-economy/9', code: 'unknown_format', line: 1 },
  { case: 'an address that is none', from: 'https://example.org', to: 'javascript:alert(1)', code: 'not_an_address', line: 2 },
  { case: 'a share that is no number', from: 'AHF: 0.1', to: 'AHF: a tenth', code: 'not_a_decimal', line: 11 },
  { case: 'shares without a source', from: '      source: { en: A survey }\n      shares', to: '      shares', code: 'missing', line: 9 },
  { case: 'a key with a slip', from: '    country: AAA', to: '    contry: AAA', code: 'misspelt_key', line: 6 },
  { case: 'no name', from: '    name: { en: There }\n', to: '', code: 'missing', line: 15 },
])('$case is named with its line', ({ from, to, code, line }) => {
  const { given, problems } = readEconomyFile(text.replace(from, to), 'economy.yaml')
  expect(given).toBeNull()
  expect(problems.map((one) => ({ code: one.code, line: one.line }))).toContainEqual({ code, line })
})
