import { expect, test } from 'vitest'
import { noCooperation, smallCity, smallRecord } from '../../test/support/small-record.ts'
import type { Language } from '../books/text.ts'
import { searchRecord } from './search-record.ts'

const pages = [{ path: '/methods', title: { en: 'Methods', ru: 'Методы' }, text: {} }]
const find = (query: string, language: Language = 'ru') =>
  searchRecord(
    { city: smallCity, query, language, only: null, pages, asOf: new Date('2026-11-22T00:00:00Z') },
    { ...smallRecord(), ...noCooperation },
  )

test.each([
  { case: 'an indicator by Kazakh words typed with Russian letters', query: 'кала', paths: ['/indicators/11.6.2', '/about#area-UQ'] },
  { case: 'an indicator by its number', query: '11.10.1', paths: ['/indicators/11.10.1'] },
  { case: 'a page of the site', query: 'методы', paths: ['/methods'] },
  { case: 'a release by its title', query: 'загрузка 2', paths: ['/releases/2'] },
  { case: 'nothing', query: 'несуществующее', paths: [] },
  { case: 'nothing for an empty query', query: ' ', paths: [] },
])('finds $case', async ({ query, paths }) => {
  expect((await find(query)).groups.flatMap(({ hits }) => hits.map((hit) => hit.path))).toEqual(paths)
})

test('shows the title in the language that has the hit, and marks it', async () => {
  const hit = (await find('кала')).groups[0]?.hits[0]
  expect(hit?.title.language).toBe('kk')
  expect(hit?.title.pieces[0]).toEqual({ text: 'Қала', hit: true })
})

test('shows the whole sentence where only the definition has the hit', async () => {
  const hit = (await find('посты')).groups[0]?.hits[0]
  expect(hit?.excerpt?.pieces.map((piece) => piece.text).join('')).toBe('Посты стоят у дорог.')
})
