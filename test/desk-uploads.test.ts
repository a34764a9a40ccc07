import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import type { City } from '../src/books/indicators/figure.ts'
import { sheetData, workbook, workbookFiles, zip } from '../src/formats/table/xlsx-fixture.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { openTestSite, type TestSite } from './support/server.ts'

const wages = fs.readFileSync(new URL('fixtures/tables/wages.csv', import.meta.url))

let site: TestSite
let city: City
let editor: Viewer
let client: DeskClient
let indicator: string

beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  const found = await site.record.findCity('ulgiqala')
  if (found === null) throw new Error('no city')
  city = found
  editor = officer(city, 'editor')
  client = deskClient(site, city, editor)
  indicator = (await site.record.listIndicators(city, new Date()))[0]?.code ?? ''
})
afterAll(() => site.close())

const formWith = (content: Uint8Array | string, name: string): FormData => {
  const form = new FormData()
  form.set('formKey', crypto.randomUUID())
  form.set('file', new Blob([content as BlobPart]), name)
  return form
}

/** Sends a file and waits until it was looked at; the path of its page. */
async function upload(content: Uint8Array | string, name: string, by = client): Promise<string> {
  const answer = await by.send('/desk/uploads', formWith(content, name))
  expect(answer.status).toBe(303)
  const location = (answer.headers.get('location') ?? '').replace(`/en/${city.slug}`, '')
  await finished(location)
  return location
}

const idOf = (location: string): string => location.split('/').at(-1) ?? ''

async function finished(location: string) {
  return await expect
    .poll(
      async () => {
        const found = await site.record.findUpload(city, idOf(location))
        return found?.state === 'done' || found?.state === 'failed' ? found : null
      },
      { timeout: 60_000, interval: 50 },
    )
    .not.toBe(null)
}

const wagesForm = (): Record<string, string> => ({
  'role-0': 'period',
  'role-1': 'area',
  'codes-1': `Үлгіқала = ${city.refArea}`,
  'role-2': 'dimension:SEX',
  'codes-2': 'әйелдер = F\nерлер = M\nбарлығы =',
  'role-3': 'value',
  indicator,
  unit: 'PT',
  source: '',
  'source-en': 'Labour office',
  decimal: 'comma',
  thousands: 'space',
  'title-en': 'Average wages',
})

describe('a table goes its way', () => {
  let location: string

  test('its file is kept under its hash, where nobody else reads', async () => {
    location = await upload(wages, 'wages.csv')
    const found = await site.record.findUpload(city, idOf(location))
    const folder = path.join(site.directory, 'uploads')
    expect(fs.readdirSync(folder)).toEqual([found?.sha256])
    expect(fs.statSync(folder).mode & 0o777).toBe(0o700)
    expect(fs.readFileSync(path.join(folder, found?.sha256 ?? ''))).toEqual(wages)
  })

  test('its columns are shown with examples and a proposal', async () => {
    const page = await (await client.get(location)).text()
    expect(page).toContain('Жынысы')
    expect(page).toContain('287 310,50')
    expect(page).toMatch(/<option value="period" selected/)
    expect(page).toMatch(/<option value="comma" selected/)
  })

  test('what is missing in the mapping is said beside its field', async () => {
    const answer = await client.post(`${location}/mapping`, { ...wagesForm(), 'role-3': 'period', 'source-en': '', 'codes-2': 'әйелдер' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Two columns have this meaning')
    expect(page).toContain('Say which column holds the value')
    expect(page).toContain('Choose the source')
    expect(page).toContain('has no =')
  })

  test('it is compared with what stands, and nothing is stored', async () => {
    const releases = (await site.record.listReleases(city, new Date())).length
    expect((await client.post(`${location}/mapping`, wagesForm())).status).toBe(303)
    await finished(location)
    const found = await site.record.findUpload(city, idOf(location))
    expect(found?.refusal).toBe(null)
    expect(found?.report).toMatchObject({ rows: 6, observations: 6, series: 3, added: 6, changed: 0, indicators: [indicator] })
    const page = await (await client.get(location)).text()
    expect(page).toContain('287,310.50')
    expect(await site.record.listDraftReleases(city)).toEqual([])
    expect(await site.record.listReleases(city, new Date())).toHaveLength(releases)
  })

  test('it becomes a draft, and the draft a release', async () => {
    expect((await client.post(`${location}/draft`, {})).status).toBe(303)
    await finished(location)
    const [draft] = await site.record.listDraftReleases(city)
    expect(draft).toMatchObject({
      kind: 'import',
      madeBy: `staff:${editor.personId}`,
      title: { en: 'Average wages' },
      counts: { added: 6 },
    })
    // Saved once more, the first draft gives way.
    expect((await client.post(`${location}/draft`, {})).status).toBe(303)
    await finished(location)
    const drafts = await site.record.listDraftReleases(city)
    expect(drafts).toHaveLength(1)
    const number = drafts[0]?.number ?? 0
    expect((await client.post(`/desk/releases/${number}/publish`, {})).status).toBe(303)
    const series = (await site.record.listSeries(city, new Date(), { indicator })).filter((one) => one.source.startsWith('office-'))
    const figures = await site.record.listFigures(
      city,
      new Date(),
      series.map((one) => one.id),
    )
    expect([...figures.values()].flat().map((one) => one.value)).toContain('287310.50')
    expect([...figures.values()].flat()[0]?.claims[0]?.origin?.file).toBe('wages.csv')
    expect((await client.post(`/desk/releases/${number}/publish`, {})).status).toBe(409)
    expect((await client.post(`${location}/draft`, {})).status).toBe(409)
  })

  test('a draft that another release has overtaken is not published over it', async () => {
    const other = await upload(wages.toString('utf8').replace('287 310,50', '1,5'), 'late.csv')
    await client.post(`${other}/mapping`, wagesForm())
    await finished(other)
    await client.post(`${other}/draft`, {})
    await finished(other)
    const third = await upload(wages.toString('utf8').replace('287 310,50', '2,5'), 'first.csv')
    await client.post(`${third}/mapping`, wagesForm())
    await finished(third)
    await client.post(`${third}/draft`, {})
    await finished(third)
    const numberOf = async (location: string) => (await site.record.findUpload(city, idOf(location)))?.releaseNumber ?? 0
    expect((await client.post(`/desk/releases/${await numberOf(third)}/publish`, {})).status).toBe(303)
    const late = await client.post(`/desk/releases/${await numberOf(other)}/publish`, {})
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('changed one of the same values')
    expect((await client.post(`/desk/releases/${await numberOf(other)}/discard`, {})).status).toBe(303)
    expect(await site.record.listDraftReleases(city)).toEqual([])
  })
})

describe('what is no table', () => {
  test.each([
    { case: 'a page called .csv', content: '<!doctype html><script>alert(1)</script>', name: 'a.csv', says: 'This is no table' },
    { case: 'a drawing called .csv', content: '\ufeff \n<svg onload=alert(1)>', name: 'a.csv', says: 'This is no table' },
    { case: 'a document called .csv', content: '%PDF-1.7', name: 'a.csv', says: 'This is no table' },
    {
      case: 'a table with an archive behind it',
      content: Buffer.concat([Buffer.from('a;b\n1;2\n'), workbook(sheetData([['a']]))]),
      name: 'a.csv',
      says: 'This is no table',
    },
    { case: 'bytes called .csv', content: 'a;b\n\0\0', name: 'a.csv', says: 'This is no table' },
    { case: 'an archive called .csv', content: 'PK\u0003\u0004', name: 'a.csv', says: 'it holds something else' },
    { case: 'text called .xlsx', content: 'a;b\n1;2', name: 'a.xlsx', says: 'it holds something else' },
    { case: 'a page', content: '<html>', name: 'a.html', says: 'Only .csv and .xlsx' },
    { case: 'two endings', content: 'a;b', name: 'a.csv.svg', says: 'Only .csv and .xlsx' },
    { case: 'nothing', content: '', name: 'a.csv', says: 'The file is empty' },
  ])('$case is refused at once', async ({ content, name, says }) => {
    const answer = await client.send('/desk/uploads', formWith(content, name))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
  })

  test.each([
    { case: 'a broken archive', content: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(2000, 7)]), name: 'a.xlsx' },
    { case: 'an archive that claims gigabytes', content: zip(workbookFiles(sheetData([['a']])), 0xfffffff0), name: 'a.xlsx' },
    {
      case: 'an archive that unpacks to far more than it claims',
      content: zip(workbookFiles(Buffer.alloc(200_000_000, 'a')), 1000),
      name: 'a.xlsx',
    },
    { case: 'text in another encoding', content: Buffer.from([0x61, 0x3b, 0xc6, 0xfb, 0x0a, 0x31, 0x3b, 0x32]), name: 'a.csv' },
  ])('$case ends in a message, and the server goes on', async ({ content, name }) => {
    const location = await upload(content, name)
    const found = await site.record.findUpload(city, idOf(location))
    if (found?.state === 'done') expect(found.explanation?.rows).toBeLessThan(100)
    else expect(found?.refusal?.code).toMatch(/^(table|upload)_/)
    const page = await (await client.get(location)).text()
    expect(page).toMatch(/There is a problem|What the columns mean/)
    expect(page).not.toContain('undefined')
    expect((await client.get('/desk/uploads')).status).toBe(200)
  })

  test('a form that is cut short, or is none, says so', async () => {
    const whole = await new Response(formWith('a;b\n1;2', 'a.csv')).blob()
    const answer = await client.send('/desk/uploads', whole.slice(0, whole.size - 30, whole.type))
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('did not arrive whole')
  })

  test('more than 50 MB is refused while it comes, and nothing of it is kept', async () => {
    const folder = path.join(site.directory, 'uploads')
    const before = fs.readdirSync(folder)
    const answer = await client.send('/desk/uploads', formWith(Buffer.alloc(50_000_001, 'a'), 'large.csv'))
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('larger than 50 MB')
    expect(fs.readdirSync(folder)).toEqual(before)
  })

  test('every other form stays short', async () => {
    const answer = await client.post('/desk/values/series', { value: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
  })
})

describe('names and cells', () => {
  test.each(['"><img src=x onerror=alert(1)>.csv', "';alert(1)//.csv", '../../../etc/passwd.csv', 'a\u202evsc.exe.csv', '\u0000..\\x.csv'])(
    'a file called %j is shown as it is called, and is no path',
    async (name) => {
      const location = await upload(`Year;Value\n2020;=1+1\n2021;${name.length}x\n`, name)
      const page = await (await client.get(location)).text()
      expect(page).not.toContain('<img src=x')
      expect(page).not.toContain('\u202e')
      for (const file of fs.readdirSync(path.join(site.directory, 'uploads'))) expect(file).toMatch(/^[0-9a-f]{64}$/)
    },
  )

  test('headers called __proto__ and words called constructor are words like others', async () => {
    const location = await upload(
      'Year;__proto__;Value\n2020;constructor;5\n2021;__proto__;6\n2022;toString;7\n2023;women;8\n',
      'names.csv',
    )
    const form = {
      ...wagesForm(),
      'role-0': 'period',
      'role-1': 'dimension:SEX',
      'codes-1': '__proto__ = F\nwomen = F',
      'role-2': 'value',
      'role-3': '',
      decimal: 'point',
      area: city.refArea,
    }
    expect((await client.post(`${location}/mapping`, form)).status).toBe(303)
    await finished(location)
    const found = await site.record.findUpload(city, idOf(location))
    expect(found?.report).toMatchObject({ rows: 4, observations: 1, noticeCounts: { code_not_mapped: 3 } })
  })

  test('notices for people have no formulas, and a name that cannot leave its header', async () => {
    const location = await upload('Year;Value\n2020;=HYPERLINK("http://x")\n2021;@SUM(1)\n2022;-\n', 'é"; x=\r\n.csv')
    const form = {
      ...wagesForm(),
      'role-0': 'period',
      'role-1': 'value',
      'role-2': '',
      'role-3': '',
      area: city.refArea,
      'codes-1': '',
      'codes-2': '',
    }
    expect((await client.post(`${location}/mapping`, form)).status).toBe(303)
    await finished(location)
    const answer = await client.get(`${location}/notices.csv`)
    const text = await answer.text()
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`)
    expect(text).toContain("'@SUM(1)")
    expect(text).toContain("'-")
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w%.-]+$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('who and when', () => {
  test('an upload is there for whoever brought it and for editors of its city', async () => {
    const one = officer(city, 'data_officer', 'roads')
    const location = await upload('a;b\n1;2\n', 'mine.csv', deskClient(site, city, one))
    expect((await deskClient(site, city, one).get(location)).status).toBe(200)
    expect((await client.get(location)).status).toBe(200)
    expect((await deskClient(site, city, officer(city, 'data_officer', 'roads')).get(location)).status).toBe(404)
    const almaty = await site.record.findCity('almaty')
    if (almaty === null) throw new Error('no Almaty')
    expect((await deskClient(site, almaty, officer(almaty, 'editor')).get(location)).status).toBe(404)
    expect((await client.get('/desk/uploads/1%27or%271')).status).toBe(404)
  })

  test('a data officer stores nothing of an indicator that is not hers', async () => {
    await site.record.keepDepartment(city, { id: 'none', name: { en: 'None' }, indicators: ['0'], measures: [] })
    const hers = deskClient(site, city, officer(city, 'data_officer', 'none'))
    const location = await upload(wages, 'wages.csv', hers)
    await hers.post(`${location}/mapping`, wagesForm())
    await finished(location)
    const answer = await hers.post(`${location}/draft`, {})
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('does not answer for the indicator')
  })

  test('work that was cut off is said to be, and begins again', async () => {
    const location = await upload(wages, 'wages.csv')
    const at = new Date()
    await site.record.askUpload(city, idOf(location), 'explain', null, at)
    const taken = await Promise.all([1, 2, 3].map(() => site.record.takeUpload(city, idOf(location), at, new Date(at.getTime() + 60_000))))
    expect(taken.filter((one) => one !== null)).toHaveLength(1)
    await site.record.extendLease(city, idOf(location), new Date(at.getTime() - 1))
    const page = await (await client.get(location)).text()
    expect(page).toContain('The work was cut off')
    expect((await client.post(`${location}/again`, {})).status).toBe(303)
    await finished(location)
    expect((await site.record.findUpload(city, idOf(location)))?.state).toBe('done')
  })

  test('a page of work in progress looks again by itself', async () => {
    const location = await upload(wages, 'wages.csv')
    await site.record.askUpload(city, idOf(location), 'explain', null, new Date())
    await site.record.takeUpload(city, idOf(location), new Date(), new Date(Date.now() + 60_000))
    const page = await (await client.get(location)).text()
    expect(page).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>')
    expect(page).toContain('Reading the file')
    expect((await client.post(`${location}/again`, {})).status).toBe(409)
  })

  test('after thirty days what nobody published is forgotten, and its file with it', async () => {
    const uploads = await site.record.listUploads(city)
    const published = uploads.find((one) => one.name === 'wages.csv' && one.releaseNumber !== null)
    const gone = await site.record.forgetUploads(new Date(Date.now() + 1000))
    expect(gone).not.toContain(published?.sha256)
    expect(gone.length).toBeGreaterThan(3)
    const left = await site.record.listUploads(city)
    expect(left.length).toBeGreaterThan(0)
    expect(left.every((one) => one.releaseNumber !== null)).toBe(true)
  })
})
