import fs from 'node:fs'
import { expect, test } from 'vitest'
import type { PublishedContribution } from '../../books/discussion/published-contribution.ts'
import { sectionsOf } from '../../books/programme/sections.ts'
import { languages } from '../../books/text.ts'
import { readProgramme } from '../programme-file/read-programme.ts'
import { bytesInMemory } from '../byte-source.ts'
import { openZip } from '../zip/open-zip.ts'
import { contributionExample } from './contribution.examples.ts'
import { writeDraftWithComments } from './draft-with-comments-docx.ts'

const path = new URL('../../../demo/ulgiqala/programme/ulgiqala-2030-1.yaml', import.meta.url)
const { version } = readProgramme(fs.readFileSync(path, 'utf8'), 'ulgiqala-2030-1.yaml')
if (version === null) throw new Error('The demonstration programme cannot be read.')
const goal = sectionsOf(version).find(({ kind }) => kind === 'goal')
const place = { section: goal?.id ?? '', sentence: goal?.sentences[0]?.id ?? '', quote: '800 метр' }
const period = { from: '2026-11-01', to: '2026-12-15' }

const contributions: PublishedContribution[] = [
  { ...contributionExample, number: 1, place, decision: 'accepted', reason: { kk: 'Орынды.', ru: 'Справедливо.', en: 'Right.' } },
  {
    ...contributionExample,
    number: 2,
    kind: 'reply',
    parent: 1,
    place,
    language: 'ru',
    text: 'Поддерживаю <b>&\u0000\u0008',
    suggestedWording: null,
  },
  { ...contributionExample, number: 3, place, text: null, suggestedWording: null, channel: 'paper' },
  {
    ...contributionExample,
    number: 4,
    place: { ...place, sentence: 's-gone', quote: 'ескі сөйлем' },
    organisation: { ru: 'Общество «Улица»' },
  },
]

async function filesOf(bytes: Uint8Array): Promise<Record<string, string>> {
  const archive = openZip(bytesInMemory('draft.docx', bytes))
  const files: Record<string, string> = {}
  for (const entry of archive.entries) {
    const chunks: Buffer[] = []
    for await (const chunk of entry.chunks()) chunks.push(Buffer.from(chunk))
    files[entry.path] = Buffer.concat(chunks).toString('utf8')
  }
  return files
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&apos;')

test.each(languages)('in %s: every sentence of the draft, every contribution as a comment and in the table', async (language) => {
  const files = await filesOf(await writeDraftWithComments({ version, contributions, period, language }))
  const document = files['word/document.xml'] ?? ''
  for (const { sentences } of sectionsOf(version))
    expect(sentences.filter(({ text }) => !document.includes(escaped(text[language] ?? '')))).toEqual([])
  const comments = files['word/comments.xml'] ?? ''
  expect([...comments.matchAll(/<w:comment [^>]*w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2', '3', '4'])
  for (const { number } of contributions) {
    expect(document.split(`<w:commentRangeStart w:id="${number}"/>`)).toHaveLength(2)
    expect(document.split(`<w:commentRangeEnd w:id="${number}"/>`)).toHaveLength(2)
    expect(document.split(`<w:commentReference w:id="${number}"/>`)).toHaveLength(2)
  }
  const reason = escaped(contributions[0]?.reason?.[language] ?? '')
  expect([comments, document].map((part) => part.includes(reason))).toEqual([true, true])
})

test('what residents write stays text, and cannot break the document', async () => {
  const comments =
    (await filesOf(await writeDraftWithComments({ version, contributions, period, language: 'ru' })))['word/comments.xml'] ?? ''
  expect(comments).toContain('Поддерживаю &lt;b&gt;&amp;<')
  expect(comments).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
  expect(comments).toContain('w:author="Общество «Улица»"')
  expect(comments).toContain('Текст скрыт или удалён.')
})

test('a draft without contributions says so', async () => {
  const files = await filesOf(await writeDraftWithComments({ version, contributions: [], period, language: 'ru' }))
  expect(files['word/document.xml']).toContain('Комментариев не поступило.')
})

test('a contribution on a section that the draft has not stands in the table alone; its reply too', async () => {
  const elsewhere = { section: 'g-9-9', sentence: null, quote: null }
  const lost: PublishedContribution[] = [
    { ...contributionExample, number: 8, place: elsewhere, text: 'Бәрі туралы' },
    { ...contributionExample, number: 9, kind: 'reply', parent: 8, place },
  ]
  const files = await filesOf(await writeDraftWithComments({ version, contributions: lost, period, language: 'kk' }))
  expect(files['word/comments.xml']).not.toContain('w:id="8"')
  expect(files['word/document.xml']).toContain('Бәрі туралы')
  expect(files['word/document.xml']).not.toContain('<w:commentReference w:id="8"/>')
})
