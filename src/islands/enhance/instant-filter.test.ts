import { expect, test } from 'vitest'
import { filterInstantly } from './instant-filter.ts'

/** As much of a page as the filter touches. */
function pageOf(texts: readonly string[]) {
  const rows = texts.map((textContent) => ({ textContent, hidden: false, closest: () => null }))
  const listeners: Array<() => void> = []
  const input = { value: '', addEventListener: (_: string, listener: () => void) => listeners.push(listener) }
  filterInstantly(input as unknown as HTMLInputElement, rows as unknown as HTMLElement[])
  const type = (text: string) => {
    input.value = text
    for (const listener of listeners) listener()
    return rows.filter((row) => !row.hidden).map((row) => row.textContent)
  }
  return { type }
}

const rows = ['11.6.2 Қала ауасы', '11.2.1 Көлікке қолжетімділік', '7.1.1 Электр энергиясы']

test.each([
  { case: 'a Kazakh letter is found by its Russian neighbour', typed: 'кала', found: ['11.6.2 Қала ауасы'] },
  { case: 'all words must occur, in any order', typed: 'ауасы 11', found: ['11.6.2 Қала ауасы'] },
  { case: 'a number finds its indicator', typed: '7.1', found: ['7.1.1 Электр энергиясы'] },
  { case: 'nothing typed shows everything', typed: '  ', found: rows },
  { case: 'what nobody has leaves nothing', typed: 'мұхит', found: [] },
])('$case', ({ typed, found }) => {
  expect(pageOf(rows).type(typed)).toEqual(found)
})

test('what was hidden comes back', () => {
  const { type } = pageOf(rows)
  type('кала')
  expect(type('')).toEqual(rows)
})
