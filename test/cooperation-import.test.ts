import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importCase } from '../src/actions/cooperation/import-case.ts'
import { importRecords, previewRecords } from '../src/actions/cooperation/import-records.ts'
import { recordKinds } from '../src/books/cooperation/records.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { run } from '../src/cli/run.ts'
import type { CommandNeeds } from '../src/cli/command.ts'
import { readCase } from '../src/formats/cooperation-file/read-case.ts'
import type { Rooms } from '../src/open-rooms.ts'
import { deskClient, officer } from './support/desk-client.ts'
import { openCooperation } from './support/open-cooperation.ts'
import { openTestSite, type TestSite } from './support/server.ts'

const report = 'Тараптар келісті.\nТараптар кездесті.\nЖоба басталды.\n'
const proof = 'Жоба бітті.'
const hash = (text: string): string => createHash('sha256').update(text).digest('hex')
const files = new Map([
  ['report.txt', report],
  ['proof.txt', proof],
])
const beside = (name: string): Uint8Array | null => (files.has(name) ? Buffer.from(files.get(name)!) : null)

const caseFile = (changes: ReadonlyArray<[string, string]> = []): string =>
  changes.reduce(
    (text, [from, to]) => {
      expect(text).toContain(from)
      return text.replace(from, to)
    },
    `format: bagdar-cooperation/1
source:
  report:
    title: { kk: Хабарлама }
    kind: article
    language: kk
    text: { file: report.txt, sha256: ${hash(report)} }
  proof:
    title: { kk: Есеп }
    kind: report
    language: kk
    text: { file: proof.txt, sha256: ${hash(proof)} }
partner:
  other: { name: { kk: Басқа қала }, kind: city }
commitment:
  project:
    title: { kk: Жобаны бастау }
    by: [other]
    strength: agreed_to_do
    marker: келісті
    evidence:
      - { source: report, start: 0, end: 16, exact: Тараптар келісті }
    deadlines:
      - due: 2020-05
      - { due: '2021', reason: Күтілді }
    status:
      - kind: done
        on: 2020-06-01
        evidence: { source: proof, exact: Жоба бітті }
`,
  )

describe('a case that is written wrongly is told so, with line and field', () => {
  test.each([
    [
      'words that are not in the source',
      ['exact: Жоба бітті', 'exact: Жоба тоқтады'],
      'words_not_found',
      'commitment.project.status.0.evidence.exact',
    ],
    ['words that stand elsewhere', ['start: 0, end: 16', 'start: 1, end: 17'], 'span_words_differ', 'commitment.project.evidence.0.exact'],
    [
      'words at several places',
      ['start: 0, end: 16, exact: Тараптар келісті', 'exact: Тараптар'],
      'words_several',
      'commitment.project.evidence.0.exact',
    ],
    [
      'a verb that is not in the passage',
      ['marker: келісті', 'marker: кездесті'],
      'marker_not_found',
      'commitment.project.evidence.0.exact',
    ],
    ['another text than was hashed', [hash(proof), hash('x')], 'sha256_differs', 'source.proof.text.sha256'],
    ['a file that is not there', ['file: proof.txt', 'file: missing.txt'], 'file_not_beside', 'source.proof.text.file'],
    ['a path out of the folder', ['file: proof.txt', 'file: ../proof.txt'], 'file_not_beside', 'source.proof.text.file'],
    ['a record that nobody knows', ['by: [other]', 'by: [nobody]'], 'record_unknown', 'commitment.project.by'],
    ['a misspelt field', ['strength: agreed', 'strenght: agreed'], 'misspelt_key', 'commitment.project.strenght'],
    ['a choice that is none', ['agreed_to_do', 'promised'], 'choice_unknown', 'commitment.project.strength'],
    ['a day that is none', ['due: 2020-05', 'due: 2020-15'], 'date_unreadable', 'commitment.project.deadlines.0.due'],
    ['a status of a partner', ['kind: city }', 'kind: city, status: [] }'], 'unknown_key', 'partner.other.status'],
    ['another format', ['cooperation/1', 'cooperation/9'], 'unknown_format', 'format'],
  ] as const)('%s', (_, change, code, place) => {
    const { given, problems } = readCase(caseFile([change as unknown as [string, string]]), 'case.yaml', beside)
    expect(given).toBeNull()
    expect(problems.map((one) => [one.code, one.path.join('.')])).toContainEqual([code, place])
    expect(problems.every(({ line, file }) => line > 0 && file === 'case.yaml')).toBe(true)
  })

  test('a source in another form than NFC is refused: places in it cannot be counted', () => {
    const text = 'Й'.normalize('NFD')
    const { problems } = readCase(caseFile([[hash(proof), hash(text)]]), 'case.yaml', (name) =>
      name === 'proof.txt' ? Buffer.from(text) : beside(name),
    )
    expect(problems.map(({ code }) => code)).toContain('text_not_normal')
  })

  test.each(['', '[]', 'source: 5', 'format: bagdar-cooperation/1\nsource: {a: []}\nevent: text', '{'.repeat(500)])(
    '%j is no case',
    (text) => {
      const { given, problems } = readCase(text, 'case.yaml', beside)
      expect(given).toBeNull()
      expect(problems.length).toBeGreaterThan(0)
    },
  )
})

test('the example in the guide is a case', () => {
  const guide = fs.readFileSync(new URL('../docs/guides/cooperation-import.md', import.meta.url), 'utf8')
  const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? ''
  const source = 'Тараптар сынақ үшін он автобус беруге келісті.\nАвтобустар келесі жылы келеді.\n'
  const { given, problems } = readCase(example, 'guide.yaml', () => Buffer.from(source))
  expect(problems).toEqual([])
  expect(given?.records.map(({ kind }) => kind)).toEqual(['source', 'partner', 'event', 'commitment'])
})

let rooms: Rooms & { cities: City[] }
let city: City
beforeAll(async () => {
  rooms = await openCooperation('almaty', 'other')
  city = rooms.cities[0]!
})
afterAll(() => rooms.close())

const today = '2026-11-23'
const importText = async (text: string, publish = true) => {
  const { given } = readCase(text, 'case.yaml', beside)
  const input = { city, by: null, at: new Date(), given: given!, publish, today }
  return await rooms.inOneTransaction(async (whole) => await importCase(input, whole))
}
const stored = async (of = city) =>
  (await Promise.all(recordKinds.map((kind) => rooms.record.countCooperation(of, kind)))).reduce((a, b) => a + b)

describe('a case', () => {
  test('is stored not at all where anything is refused', async () => {
    const samePromise = caseFile([
      ['source: proof, exact: Жоба бітті', 'source: report, exact: Жоба басталды'],
      ['text: { file: report.txt', 'text: { file: report.txt'],
    ])
    expect(await importText(samePromise)).toMatchObject({
      ok: false,
      record: { kind: 'commitment', id: 'project' },
      problems: [{ code: 'done_needs_other_source' }],
    })
    expect(await importText(caseFile([['kind: city }', "kind: city, publish: 'no' }"]]))).toMatchObject({
      ok: false,
      problems: [{ code: 'reference_unpublished', field: 'by' }],
    })
    expect(await stored()).toBe(0)
    expect(await rooms.record.countChanges(city, {})).toBe(0)
  })

  test('is taken in with places, deadlines, status and a history that holds; nothing of it leaks into another city', async () => {
    expect(await importText(caseFile())).toEqual({ ok: true, added: { source: 2, partner: 1, commitment: 1 }, published: 4 })
    const [commitment] = await rooms.record.listCooperation(city, 'commitment')
    expect(commitment).toMatchObject({ number: 1, revision: 2, content: { by: [1], marker: 'келісті' } })
    expect(commitment!.publishedAt).not.toBeNull()
    expect(await rooms.record.listEvidence(city, 'commitment', [1])).toMatchObject([
      { number: 1, source: 1, start: 0, end: 16, marker: { start: 9, end: 16 } },
      { number: 2, source: 2, exact: 'Жоба бітті', marker: null },
    ])
    expect(await rooms.record.listDeadlines(city, 'commitment', [1])).toMatchObject([
      { due: '2020-05', reason: '' },
      { due: '2021', reason: 'Күтілді' },
    ])
    expect(await rooms.record.listStatusEvents(city, 'commitment', [1])).toMatchObject([
      { kind: 'done', evidence: { number: 2, source: 2 } },
    ])
    expect(await rooms.record.findBrokenChange(city)).toBeNull()
    expect(await stored(rooms.cities[1])).toBe(0)
  })

  test('is not taken in twice: its source is there', async () => {
    const before = await stored()
    expect(await importText(caseFile([['Хабарлама', 'Басқа атау']]))).toMatchObject({
      ok: false,
      record: { kind: 'source', id: 'report' },
      problems: [{ code: 'case_already_there', details: { number: 1 } }],
    })
    expect(await stored()).toBe(before)
  })

  test.each<[string, ReadonlyArray<[string, string]>, string, string]>([
    [
      'a deadline before the promise',
      [['    marker: келісті\n', "    marker: келісті\n    madeOn: '2021'\n"]],
      'due_before_promise',
      'due',
    ],
    [
      'done before the promise',
      [
        ['    marker: келісті\n', '    marker: келісті\n    madeOn: 2020-06-02\n'],
        ['due: 2020-05', 'due: 2020-07'],
      ],
      'day_before_promise',
      'on',
    ],
    ['a promise still to come', [['    marker: келісті\n', "    marker: келісті\n    madeOn: '2998'\n"]], 'promised_in_future', 'madeOn'],
    ['a step that its verb does not reach', [['strength: agreed_to_do', 'strength: signed']], 'strength_differs', 'strengthConfirmed'],
  ])('with %s it is refused, and nothing is stored', async (_, changes, code, field) => {
    const before = await stored()
    // another text: this case was not taken in yet
    files.set('later.txt', `${report} Кейін.`)
    const other: [string, string] = [`file: report.txt, sha256: ${hash(report)}`, `file: later.txt, sha256: ${hash(`${report} Кейін.`)}`]
    const proven: [string, string] = [`file: proof.txt, sha256: ${hash(proof)}`, `file: proven.txt, sha256: ${hash(`${proof} Кейін.`)}`]
    files.set('proven.txt', `${proof} Кейін.`)
    expect(await importText(caseFile([other, proven, ...changes]))).toMatchObject({
      ok: false,
      record: { kind: 'commitment', id: 'project' },
      problems: [{ code, field }],
    })
    expect(await stored()).toBe(before)
  })

  test('goes on with the numbers of the city, and what is added at the desk goes on with its', async () => {
    files.set('next.txt', 'Тараптар келісті.')
    const next = caseFile([
      ['file: report.txt, sha256: ' + hash(report), `file: next.txt, sha256: ${hash('Тараптар келісті.')}`],
      [
        '  proof:\n    title: { kk: Есеп }\n    kind: report\n    language: kk\n    text: { file: proof.txt, sha256: ' +
          hash(proof) +
          ' }\n',
        '',
      ],
      ['    status:\n      - kind: done\n        on: 2020-06-01\n        evidence: { source: proof, exact: Жоба бітті }\n', ''],
    ])
    expect(await importText(next, false)).toMatchObject({ ok: true, published: 0 })
    const [, second] = await rooms.record.listCooperation(city, 'commitment')
    expect(second).toMatchObject({ number: 2, publishedAt: null, content: { by: [2] } })
    expect(await rooms.record.listEvidence(city, 'commitment', [2])).toMatchObject([{ number: 3, source: 3 }])
    expect(await rooms.inOneTransaction((whole) => whole.addCooperation(city, 'commitment', second!.content))).toBe(3)
  })
})

describe('the command line', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bagdar-case-'))
  afterAll(() => fs.rmSync(folder, { recursive: true }))
  const bagdar = async (...args: string[]) => {
    const said = { out: '', err: '' }
    const stream = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
    const needs = { withRecord: (use) => use(rooms.record, rooms.inOneTransaction) } as Pick<CommandNeeds, 'withRecord'> as Parameters<
      typeof run
    >[2]
    return { code: await run(args, { out: stream('out'), err: stream('err') }, needs), ...said }
  }
  const write = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text)
    return path.join(folder, name)
  }

  test('takes in a case once, and says why not a second time', async () => {
    const case_ = fs.readFileSync(new URL('../demo/almaty/cooperation/bangkok-2016.yaml', import.meta.url), 'utf8')
    const file = write('bangkok.yaml', case_)
    const missing = await bagdar('cooperation', 'import', file, '--city', 'other')
    expect([missing.code, missing.err]).toEqual([
      1,
      expect.stringContaining('There is no file “bangkok-2016-report-kk.txt” beside the case'),
    ])
    write(
      'bangkok-2016-report-kk.txt',
      fs.readFileSync(new URL('../demo/almaty/cooperation/bangkok-2016-report-kk.txt', import.meta.url), 'utf8'),
    )
    expect((await bagdar('cooperation', 'import', file, '--city', 'other', '--dry-run')).code).toBe(0)
    expect(await stored(rooms.cities[1])).toBe(0)
    const taken = await bagdar('cooperation', 'import', file, '--city', 'other', '--publish', '--json')
    expect(taken.code, taken.err).toBe(0)
    expect(JSON.parse(taken.out)).toMatchObject({ city: 'other', added: { commitment: 9 }, published: 62 })
    const again = await bagdar('cooperation', 'import', file, '--city', 'other', '--publish')
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('is there already: source no. 1')])
    expect(await rooms.record.countCooperation(rooms.cities[1]!, 'source')).toBe(1)
  })

  test('adds the rows of a table that fit, and names the others by line', async () => {
    const file = write('partners.csv', '\uFEFFname.kk;kind;country;extra\r\nЖаңа қала;city;TH;\r\nҚате;village;TH;сөз\r\n')
    const answer = await bagdar('cooperation', 'import-csv', file, '--kind', 'partner', '--city', 'other', '--json')
    expect(answer.code).toBe(1)
    expect(JSON.parse(answer.out)).toMatchObject({
      fit: 1,
      numbers: [10],
      refused: [{ line: 3, problems: [{ code: 'choice_unknown', field: 'kind' }] }],
    })
    expect(answer.err).toContain('partners.csv:3: kind: “village” is not allowed. Write one of: city, ministry')
    expect(answer.err).toContain('partners.csv:3: extra: сөз: A column is not known. Correct')
    const nameless = write('nameless.csv', `name.kk,name.ru,kind\n,,city\n,${'я'.repeat(5001)},city\n`)
    const { err } = await bagdar('cooperation', 'import-csv', nameless, '--kind', 'partner', '--city', 'other', '--dry-run')
    expect(err).toContain('nameless.csv:2: name.kk, name.ru, name.en: ')
    expect(err).toContain('nameless.csv:3: name.ru: ')
    expect((await bagdar('cooperation', 'import-csv', file, '--kind', 'village')).code).toBe(2)
    expect((await bagdar('cooperation', 'export', file)).code).toBe(2)
  })
})

describe('a table of agreements', () => {
  const preview = async (csv: string) => {
    const checked = await previewRecords({ city, kind: 'agreement', csv: Buffer.from(csv), file: 'a.csv', at: new Date() }, rooms.record)
    if (!checked.ok) throw new Error(checked.refusal.code)
    return checked.value
  }
  const partner = async (kk: string) =>
    await rooms.inOneTransaction((whole) =>
      whole.addCooperation(city, 'partner', { kind: 'city', name: { kk }, country: '', lon: null, lat: null, note: {} }),
    )

  test('names parties by number or by name, and days as spreadsheets write them', async () => {
    const [alma, twin, otherTwin] = [await partner('Алма қала'), await partner('Егіз'), await partner('егіз ')]
    const csv = [
      'title.ru,kind,parties,signedOn',
      `Первое,memorandum,"АЛМА  қала; ${twin}",15.05.2019`,
      'Второе,memorandum,Егіз,2019',
      'Третье,memorandum,Нет такого; Алма қала,',
      'Четвёртое,memorandum,999,',
      'Первое,memorandum,1,2019-05-15',
      'Шестое,memorandum,,2019',
    ].join('\n')
    const { rows, refused } = await preview(csv)
    expect(rows).toEqual([
      { line: 2, form: { 'title.ru': 'Первое', kind: 'memorandum', parties: `${alma}, ${twin}`, signedOn: '2019-05-15' } },
    ])
    expect(refused).toMatchObject([
      { line: 3, problems: [{ code: 'partner_several', field: 'parties', details: { numbers: `${twin}, ${otherTwin}` } }] },
      { line: 4, problems: [{ code: 'partner_unknown', details: { value: 'Нет такого' } }] },
      { line: 5, problems: [{ code: 'reference_missing', details: { number: 999 } }] },
      { line: 6, problems: [{ code: 'twice_in_table', details: { line: 2 } }] },
      { line: 7, problems: [{ code: 'field_empty', field: 'parties' }] },
    ])
    const added = await rooms.inOneTransaction((whole) => importRecords({ city, by: null, at: new Date(), kind: 'agreement', rows }, whole))
    expect(added).toEqual({ ok: true, numbers: [1] })
    expect(await rooms.record.findCooperation(city, 'agreement', 1)).toMatchObject({
      publishedAt: null,
      content: { parties: [alma, twin], signedOn: '2019-05-15' },
    })
    const impossible = await preview(
      'title.ru,kind,parties,signedOn,until\nСрок,memorandum,Алма қала,2019-05,2018\nБудущее,memorandum,Алма қала,2998,',
    )
    expect(impossible).toMatchObject({
      rows: [],
      refused: [
        { line: 2, problems: [{ code: 'until_before_signed', field: 'until' }] },
        { line: 3, problems: [{ code: 'signed_in_future', field: 'signedOn' }] },
      ],
    })
    const again = await preview(csv)
    expect(again.refused[0]).toMatchObject({ line: 2, problems: [{ code: 'already_there', details: { number: 1 } }] })
    // what a preview found right may be wrong by now: then nothing is added
    expect(
      await rooms.inOneTransaction((whole) => importRecords({ city, by: null, at: new Date(), kind: 'agreement', rows }, whole)),
    ).toMatchObject({ ok: false })
  })
})

describe('the page of the import at the desk', () => {
  let site: TestSite
  let invented: City
  beforeAll(async () => {
    site = await openTestSite('ulgiqala')
    invented = (await site.record.findCity('ulgiqala'))!
  })
  afterAll(() => site.close())
  const table = (csv: string | Uint8Array<ArrayBuffer>, kind = 'partner') => {
    const form = new FormData()
    form.set('kind', kind)
    form.set('file', new File([csv], 'partners.csv', { type: 'text/csv' }))
    return form
  }

  test('shows what a table holds and what is wrong; stores it only when somebody confirms; once', async () => {
    const desk = deskClient(site, invented, officer(invented, 'international_office'))
    expect(await (await desk.get('/desk/cooperation/import')).text()).toContain('<code>name.kk</code>')
    const csv = '\uFEFFname.kk;kind;lon;lat\r\nТеңіз <b>қала;city;-31,5;17\r\nБос;;0;0\r\nҚа?ала;city;;\r\n'
    const answer = await desk.send('/desk/cooperation/import/check', table(csv))
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toMatch(/1\srow can be added/u)
    expect(html).toContain('Теңіз &lt;b&gt;қала')
    expect(html).toContain('Question marks stand for letters')
    expect(await site.record.countCooperation(invented, 'partner')).toBe(0)
    const hidden = (name: string) =>
      (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
    const fields = { formKey: hidden('formKey'), kind: 'partner', rows: hidden('rows') }
    expect((await desk.post('/desk/cooperation/import', fields)).headers.get('location')).toBe(
      '/en/ulgiqala/desk/cooperation/partner?only=drafts',
    )
    expect((await desk.post('/desk/cooperation/import', fields)).status).toBe(303)
    const partners = await site.record.listCooperation(invented, 'partner')
    expect(partners.map(({ content, publishedAt }) => [content.name.kk, content.lon, publishedAt])).toEqual([
      ['Теңіз <b>қала', -31.5, null],
    ])
    // with a new key it is no repetition any more, and the record is there
    const repeated = await desk.post('/desk/cooperation/import', { kind: 'partner', rows: hidden('rows') })
    expect([repeated.status, await repeated.text()]).toEqual([422, expect.stringContaining('nothing was added')])
    expect(await site.record.countCooperation(invented, 'partner')).toBe(1)
  })

  test.each([
    ['no file', table(''), 'Choose the file with the table'],
    ['a spreadsheet, which would be unpacked here', table(new Uint8Array([0x50, 0x4b, 3, 4])), 'Save it in its program as'],
    ['no such columns', table('a;b\n1;2\n'), 'lacks columns that are needed: name.kk, name.ru, name.en, kind'],
    ['another kind', table('name.kk,kind\nА,city\n', 'person'), 'Choose what the table holds'],
  ])('says what to do about %s', async (_, form, says) => {
    const desk = deskClient(site, invented, officer(invented, 'international_office'))
    const answer = await desk.send('/desk/cooperation/import/check', form)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(says)])
  })

  test('is for who may write', async () => {
    for (const role of ['editor', 'auditor', 'moderator'] as const) {
      const desk = deskClient(site, invented, officer(invented, role))
      expect((await desk.get('/desk/cooperation/import')).status, role).toBe(403)
      expect((await desk.send('/desk/cooperation/import/check', table('name.kk,kind\nА,city\n'))).status, role).toBe(403)
      expect((await desk.post('/desk/cooperation/import', { kind: 'partner', rows: '[]' })).status, role).toBe(403)
    }
  })
})
