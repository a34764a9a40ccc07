import { describe, expect, test } from 'vitest'
import { FormatError } from '../format-error.ts'
import { opinionGroups } from '../../books/discussion/opinion-groups/opinion-groups.ts'
import { readPolis } from './read-polis.ts'
import { writePolis } from './write-polis.ts'

/** Cut from real exports: a column `xid`, columns that are no statements, a quoted text with a line break, a meta statement. */
const comments = `timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body
1726860676783,2,0,57,0,1,false,true,I hope it can retain its southern hospitality
1726860685220,3,0,56,1,-1,false,true,"I want BG to feel welcoming, ""too""
"
1726866816977,42,11,58,2,0,true,false,BG should continue to focus on parks
1726866816978,43,,0,0,0,false,false,Nobody was asked about this
`
const matrix = `participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,2,3,42\r
7,abc,0,0,2,1,1,1,,-1\r
3,,1,0,3,2,0,1,1,0\r
9,,,0,0,0,0,,,\r
`
const votes = `timestamp,datetime,comment-id,voter-id,vote
10,x,2,7,-1
12,x,42,7,-1
11,x,2,3,1
13,x,2,7,1
14,x,3,3,1
15,x,42,3,0
`
const summary = 'topic,"BG, 2050"\nurl,https://pol.is/3nemnipcrc\nvoters,3\nconversation-description,"Two\nlines"\n'

const read = (files: Readonly<Record<string, string>>) =>
  readPolis(new Map(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))
const whole = { 'comments.csv': comments, 'participants-votes.csv': matrix, 'summary.csv': summary }

describe('a Polis export', () => {
  const found = read(whole)

  test('has statements in the order of the columns, with what moderation and authors said of them', () => {
    expect(found.statements.map(({ id, moderated, isMeta, isSeed }) => [id, moderated, isMeta, isSeed])).toEqual([
      ['2', 1, false, true],
      ['3', -1, false, true],
      ['42', 0, true, false],
      ['43', 0, false, false],
    ])
    expect(found.statements[1]?.text).toBe('I want BG to feel welcoming, "too"\n')
    expect(found.statements[0]?.writtenAt).toBe('2024-09-20T19:31:16.783Z')
    expect([...found.votes.removed]).toEqual([1, 2])
  })

  test('has votes by row and column, and published groups', () => {
    expect([...found.votes.rowStart]).toEqual([0, 2, 5, 5])
    expect([...found.votes.statementOf]).toEqual([0, 2, 0, 1, 2])
    expect([...found.votes.choice]).toEqual([1, -1, 1, 1, 0])
    expect(found.participants).toEqual(['7', '3', '9'])
    expect([...found.publishedGroupOf!]).toEqual([0, 1, -1])
    expect([found.topic, found.description]).toEqual(['BG, 2050', 'Two\nlines'])
  })

  test('may have single votes in place of the matrix: the last one counts', () => {
    const listed = read({ 'comments.csv': comments, 'votes.csv': votes })
    expect(listed.participants).toEqual(['7', '3'])
    expect([...listed.votes.choice]).toEqual([...found.votes.choice])
    expect([...listed.votes.statementOf]).toEqual([...found.votes.statementOf])
    expect([listed.publishedGroupOf, listed.topic]).toEqual([null, null])
  })
})

const without = (file: keyof typeof whole) => Object.fromEntries(Object.entries(whole).filter(([name]) => name !== file))
const changed = (file: keyof typeof whole, from: string, to: string) => ({ ...whole, [file]: whole[file].replace(from, to) })

test.each([
  { case: 'no comments', files: without('comments.csv'), code: 'polis_file_missing', says: 'comments.csv is not there' },
  { case: 'no votes', files: without('participants-votes.csv'), code: 'polis_file_missing', says: 'votes.csv can take the place' },
  { case: 'an empty file', files: { ...whole, 'comments.csv': '' }, code: 'polis_empty', says: 'comments.csv: the file is empty' },
  {
    case: 'a column renamed',
    files: changed('comments.csv', 'moderated', 'mod'),
    code: 'polis_column_missing',
    says: 'comments.csv: there is no column "moderated"',
  },
  {
    case: 'a wrong vote',
    files: changed('participants-votes.csv', '2,0,1,1,0', '2,0,1,5,0'),
    code: 'polis_cell_wrong',
    says: 'participants-votes.csv, line 3, column "3": "5" is not a vote',
  },
  {
    case: 'a participant twice',
    files: changed('participants-votes.csv', '\n3,', '\n7,'),
    code: 'polis_cell_wrong',
    says: 'participants-votes.csv, line 3, column "participant": "7"',
  },
  {
    case: 'a row too short',
    files: changed('participants-votes.csv', '9,,,0,0,0,0,,,', '9,,'),
    code: 'polis_row_wrong',
    says: 'participants-votes.csv, line 4: 3 cells, but the header has 10',
  },
  {
    case: 'a quotation mark that never closes',
    files: changed('comments.csv', ',BG should', ',"BG should'),
    code: 'polis_row_wrong',
    says: 'comments.csv, line 5: a quotation mark is never closed',
  },
  {
    case: 'a time that is none',
    files: changed('comments.csv', '1726860676783', 'yesterday'),
    code: 'polis_cell_wrong',
    says: 'comments.csv, line 2, column "timestamp": "yesterday"',
  },
])('$case: says which file, row and cell', ({ files, code, says }) => {
  let thrown: unknown = null
  try {
    read(files)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(FormatError)
  expect(thrown).toMatchObject({ code, message: expect.stringContaining(says) as string })
})

test('bytes that are no text are refused', () => {
  expect(() => readPolis(new Map([['comments.csv', Uint8Array.of(0xff, 0xfe, 0)]]))).toThrow('not text in UTF-8')
})

test('what is written can be read by name, and holds counts alone', () => {
  const found = read(whole)
  const result = opinionGroups(found.votes, { mode: 'polis', draws: 0 })
  const files = writePolis({ ...found, topic: 'T', description: 'D', url: 'U', result, voters: 2, commenters: 2 })
  expect([...files.keys()]).toEqual(['summary.csv', 'comments.csv', 'comment-groups.csv'])
  expect(files.get('summary.csv')).toContain('voters,2\r\n')
  expect(files.get('comments.csv')).toContain(
    '1726860685220,2024-09-20T19:31:25.220Z,3,,1,0,-1,"I want BG to feel welcoming, ""too""\n",false,true',
  )
  expect(files.get('comment-groups.csv')).toContain('42,BG should continue to focus on parks,2,0,1,1')
})
