import { expect, test } from 'vitest'
import { findOwnPartner } from './own-partner.ts'
import type { Partner } from './records.ts'

const almaty = { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' }
const partner = (number: number, kind: Partner['kind'], name: Partner['name']) => ({
  ...({ kind: 'partner', number, publishedAt: null, revision: 1 } as const),
  content: { kind, name, country: '', lon: null, lat: null, note: {} },
})

test.each([
  { case: 'the administration of the city', names: [{ kk: 'Бангкок' }, { kk: 'Алматы әкімдігі', en: 'Akimat of Almaty' }], own: 2 },
  { case: 'a name that only begins like it is another one', names: [{ ru: 'Акимат Алматинской области' }], own: null },
  { case: 'nobody', names: [], own: null },
])('$case', ({ names, own }) => {
  const partners = names.map((name, at) => partner(at + 1, 'city', name))
  expect(findOwnPartner(almaty, partners)?.number ?? null).toBe(own)
})

test('only a city can be the city itself', () => {
  expect(findOwnPartner(almaty, [partner(1, 'company', { en: 'Almaty Invest' })])).toBeNull()
})
