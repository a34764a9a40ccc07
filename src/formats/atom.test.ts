import { expect, test } from 'vitest'
import { writeAtom } from './atom.ts'

const feed = {
  id: 'https://b.example/feed',
  title: 'A & B',
  language: 'en',
  self: 'https://b.example/feed',
  page: 'https://b.example/',
  author: 'Bagdar',
  entries: [],
}
const entry = {
  id: 'https://b.example/1',
  title: '<one>\u0007',
  page: 'https://b.example/1',
  published: '2025-01-01T00:00:00Z',
  summary: '"x"',
}

test('escapes markup and leaves out characters that XML does not have', () => {
  const text = writeAtom({ ...feed, entries: [{ ...entry, updated: '2025-01-01T00:00:00Z' }] })
  expect(text).toContain('<title>A &amp; B</title>')
  expect(text).toContain('<title>&lt;one&gt;</title>')
  expect(text).toContain('<summary>&quot;x&quot;</summary>')
})

test('the feed was updated when its latest entry was', () => {
  const entries = ['2025-01-01T00:00:00Z', '2025-03-01T00:00:00Z', '2025-02-01T00:00:00Z'].map((updated) => ({ ...entry, updated }))
  expect(writeAtom({ ...feed, entries })).toContain('</title>\n  <updated>2025-03-01T00:00:00Z</updated>')
})
