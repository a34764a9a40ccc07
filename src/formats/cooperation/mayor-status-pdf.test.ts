import { expect, test } from 'vitest'
import { typesetApart } from '../../typeset-apart.ts'
import { claimPdfUa } from '../pdf-ua.ts'
import { typesetStatus, type StatusSheet } from './mayor-status-pdf.ts'

const name = 'Таиланд корольдігінің туризм және спорт министрлігі, серіктестік істері жөніндегі департаменті'
const sheet = (partners: number, changes: number): StatusSheet => ({
  language: 'kk',
  title: 'Ынтымақтастықтың жай-күйі',
  subtitle: 'Үлгіқала, 2026 ж. 23 қараша',
  next: 'Келесі сапар: «Алматы делегациясының Таиланд сапары», 2026 ж. 12 желтоқсан.',
  partners: {
    heading: 'Серіктестер бойынша',
    columns: ['Серіктес', 'Қол қойылды', 'Жұмыста', 'Мерзімі өтті', 'Жауап жоқ', 'Тоқтады', 'Орындалды', 'Келесі сапар'],
    rows: Array.from({ length: partners }, (_, at) => ({
      name: `${at} ${name}`,
      counts: [1, 2, at % 3, 0, 100, 0],
      next: '2026 ж. желтоқсан',
    })),
    total: { name: 'Барлығы', counts: [1, 2, 3, 4, 5, 6] },
    none: 'Жазба жоқ.',
    more: (count) => `Тағы ${count} серіктес.`,
  },
  changes: {
    heading: '2026 ж. 24 қазан күнінен бергі өзгерістер',
    lines: Array.from({ length: changes }, () => ({ on: '2026 ж. 2 қараша', what: `«${name}, ${name}»: жұмыс басталды` })),
    none: 'Өзгеріс жоқ.',
    more: (count) => `Тағы ${count} өзгеріс.`,
  },
  foot: 'Bagdar',
})

interface Shown {
  partners: { rows: unknown[]; more: string }
  changes: { lines: unknown[]; more: string }
}

test('what does not fit is counted', () => {
  const { partners, changes } = typesetStatus(sheet(60, 40)).data as Shown
  expect(partners.more).toBe(`Тағы ${60 - partners.rows.length} серіктес.`)
  expect(changes.more).toBe(`Тағы ${40 - changes.lines.length} өзгеріс.`)
  expect((typesetStatus(sheet(3, 3)).data as Shown).partners.more).toBe('')
})

test('what people wrote is data: the source is the same whatever they write', () => {
  const hostile = { ...sheet(1, 1), title: '#panic() [*x*] $' }
  expect(typesetStatus(hostile).source).toBe(typesetStatus(sheet(0, 0)).source)
})

test('with sixty long names it is still one page, the same bytes each time, and the claim leaves every byte before it in place', async () => {
  const set = await typesetApart(typesetStatus(sheet(60, 40)))
  expect(await typesetApart(typesetStatus(sheet(60, 40)))).toEqual(set)
  const claimed = claimPdfUa(set)
  expect(claimed.subarray(0, set.length)).toEqual(set)
  const text = Buffer.from(claimed).toString('latin1')
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1)
  // Both new objects stand where the last table of the file says.
  const table = text.slice(Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]))
  const rows = [...table.matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r\n/gm)]
  expect(rows).toHaveLength(2)
  for (const [, number, at] of rows) expect(text.slice(Number(at)).startsWith(`${number} 0 obj`)).toBe(true)
}, 60_000)

test('what few partners leave is room for changes, and it is still one page', async () => {
  const few = typesetStatus(sheet(3, 90))
  expect((few.data as Shown).changes.lines.length).toBeGreaterThan((typesetStatus(sheet(60, 90)).data as Shown).changes.lines.length)
  expect(
    Buffer.from(await typesetApart(few))
      .toString('latin1')
      .match(/\/Type \/Page\b/g),
  ).toHaveLength(1)
}, 60_000)

test('a PDF that is not tagged gets no claim', () => {
  expect(() => claimPdfUa(new TextEncoder().encode('%PDF-1.7\ntrailer\n<< /Size 1 >>'))).toThrow(RangeError)
})
