import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../src/books/accounts/viewer.ts'
import type { City, Series } from '../src/books/indicators/figure.ts'
import { keyFields } from '../src/pages/desk/values/series-address.ts'
import { deskClient, officer, type DeskClient } from './support/desk-client.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let city: City
let series: Series
let editor: Viewer
let roads: Viewer
let air: Viewer

beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  const found = await site.record.findCity('ulgiqala')
  if (found === null) throw new Error('no city')
  city = found
  const all = await site.record.listSeries(city, new Date(), {})
  const figures = await site.record.listFigures(
    city,
    new Date(),
    all.map((one) => one.id),
  )
  const chosen = all.find((one) => one.refArea === city.refArea && (figures.get(one.id)?.length ?? 0) >= 4 && one.unit === 'PT')
  if (chosen === undefined) throw new Error('no series')
  series = chosen
  await site.record.keepDepartment(city, { id: 'roads', name: { en: 'Roads' }, indicators: [series.indicator], measures: [] })
  await site.record.keepDepartment(city, { id: 'air', name: { en: 'Air' }, indicators: ['0.0.0'], measures: [] })
  editor = officer(city, 'editor')
  roads = officer(city, 'data_officer', 'roads')
  air = officer(city, 'data_officer', 'air')
})
afterAll(() => site.close())

const figuresOf = async () => (await site.record.listFigures(city, new Date(), [series.id])).get(series.id) ?? []

const valueForm = (more: Record<string, string>): Record<string, string> => ({
  ...Object.fromEntries(keyFields(series)),
  openedAt: new Date().toISOString(),
  period: '2019',
  value: '12,50',
  place: 'Road survey, page 4',
  reason: 'The survey was counted again',
  ...more,
})

const enter = (client: DeskClient, more: Record<string, string> = {}) => client.post('/desk/values/series', valueForm(more))

describe('entering a value', () => {
  test('keeps the digits as typed, waits in a draft, and changes no public figure', async () => {
    const before = await figuresOf()
    const client = deskClient(site, city, roads)
    const answer = await enter(client, { period: '2031', value: ' 12,50 ' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/en/ulgiqala/desk/values?indicator=${series.indicator}#waiting`])
    const [entry] = await site.record.listEnteredValues(city)
    expect(entry).toMatchObject({ value: '12.50', typed: '12,50', timePeriod: '2031', personId: roads.personId, baseRelease: null })
    expect(await figuresOf()).toEqual(before)
    const page = await (await client.get('/desk/values')).text()
    expect(page).toContain('12.50')
    expect(page).toContain('The period is not over yet')
    expect((await client.post('/desk/values/remove', { id: entry?.id ?? '' })).status).toBe(303)
    expect(await site.record.listEnteredValues(city)).toEqual([])
  })

  test.each([
    { case: 'a number with letters', form: { value: '12a' }, says: '“12a” is no number' },
    { case: 'no value', form: { value: '' }, says: 'Write the value' },
    { case: 'a period that is none', form: { period: '2019-13' }, says: 'Write the period as' },
    { case: 'no place', form: { place: ' ' }, says: 'Say where the source has it' },
  ])('refuses $case beside the field', async ({ form, says }) => {
    const answer = await enter(deskClient(site, city, roads), form)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('<title>Error: ')
    expect(await site.record.listEnteredValues(city)).toEqual([])
  })

  test('a correction without a reason is refused', async () => {
    const [standing] = await figuresOf()
    const answer = await enter(deskClient(site, city, roads), { period: standing?.timePeriod ?? '', reason: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Write the reason')
  })

  test('is for the department that answers for the indicator, in its own city', async () => {
    expect((await enter(deskClient(site, city, air))).status).toBe(404)
    const page = await (await deskClient(site, city, air).get('/desk/values')).text()
    expect(page).toContain('No indicator is assigned to your department')
    const almaty = await site.record.findCity('almaty')
    if (almaty === null) throw new Error('no Almaty')
    expect((await enter(deskClient(site, almaty, roads))).status).toBe(403)
    expect((await enter(deskClient(site, city, officer(city, 'auditor')))).status).toBe(403)
  })

  test('a new series is made of the lists of the city only', async () => {
    const client = deskClient(site, city, editor)
    const key = { ...Object.fromEntries(keyFields(series)), source: '' }
    expect(
      await (await client.get(`/desk/values/series?${new URLSearchParams({ ...key, 'source-en': 'Road office' }).toString()}`)).text(),
    ).toContain('This series is new')
    const unknown = await client.get(
      `/desk/values/series?${new URLSearchParams({ ...key, 'source-en': 'Road office', unit: 'FURLONG' }).toString()}`,
    )
    expect(await unknown.text()).toContain('No such series can be made')
  })
})

describe('two officers at one value', () => {
  test('the second sees the draft of the first, with both values, before anything of hers is kept', async () => {
    const openedAt = new Date(Date.now() - 60_000).toISOString()
    const [standing] = await figuresOf()
    const period = standing?.timePeriod ?? ''
    expect((await enter(deskClient(site, city, roads), { period, value: '41.5', openedAt })).status).toBe(303)
    const clash = await enter(deskClient(site, city, editor), { period, value: '43.5', openedAt })
    const page = await clash.text()
    expect(clash.status).toBe(409)
    expect(page).toContain('In a colleague’s draft')
    expect(page).toMatch(/41\.5[\s\S]*43\.5/)
    expect((await site.record.listEnteredValues(city)).map((one) => one.value)).toEqual(['41.5'])
    const seen = /name="openedAt" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect((await enter(deskClient(site, city, editor), { period, value: '43.5', openedAt: seen })).status).toBe(303)
    expect((await site.record.listEnteredValues(city)).map((one) => one.value)).toEqual(['41.5', '43.5'])
  })

  test('of two publications the second is stopped: the figure has changed since', async () => {
    const [standing] = await figuresOf()
    const period = standing?.timePeriod ?? ''
    const first = await deskClient(site, city, roads).post('/desk/values/publish', { 'title-en': 'Roads corrected' })
    expect(first.status).toBe(303)
    expect((await figuresOf())[0]?.value).toBe('41.5')
    const second = await deskClient(site, city, editor).post('/desk/values/publish', { 'title-en': 'Roads again' })
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('This value has changed since you entered yours')
    expect((await figuresOf())[0]?.value).toBe('41.5')

    // She opens it, sees 41.5, and corrects that.
    expect((await enter(deskClient(site, city, editor), { period, value: '43.5' })).status).toBe(303)
    expect((await deskClient(site, city, editor).post('/desk/values/publish', { 'title-en': 'Roads again' })).status).toBe(303)
    expect((await figuresOf())[0]?.value).toBe('43.5')
    const history = await site.record.listHistory(city, series.id, period)
    expect(history.map((one) => one.observation.value).slice(-2)).toEqual(['41.5', '43.5'])
  })
})

describe('a published release', () => {
  test('says that the staff of the city made it, and names nobody', async () => {
    const [release] = await site.record.listReleases(city, new Date())
    expect(release).toMatchObject({
      kind: 'entry',
      madeBy: `staff:${editor.personId}`,
      counts: { observations: 1, added: 0, changed: 1, removed: 0 },
    })
    const app = site.app()
    const [figure] = await figuresOf()
    for (const [language, words] of [
      ['kk', 'Қала әкімдігінің қызметкері енгізген'],
      ['ru', 'Введено сотрудником администрации города'],
      ['en', 'Entered by city staff'],
    ] as const) {
      const page = await (await app.request(`/${language}/ulgiqala/figures/${series.address}/${figure?.timePeriod ?? ''}`)).text()
      expect(page).toContain(words)
      expect(page).toContain('Road survey, page 4')
      expect(page).not.toContain(editor.personId)
      const report = await (await app.request(`/${language}/ulgiqala/releases/${release?.number ?? 0}`)).text()
      expect(report).not.toContain(editor.personId)
    }
  })

  test('a form that is sent twice is published once', async () => {
    const client = deskClient(site, city, editor)
    await enter(client, { period: '2032', value: '50' })
    const formKey = 'the-same-form'
    const answers = [
      await client.post('/desk/values/publish', { 'title-en': 'Once', formKey }),
      await client.post('/desk/values/publish', { 'title-en': 'Once', formKey }),
    ]
    expect(answers.map((one) => one.headers.get('location'))).toEqual([
      answers[0]?.headers.get('location'),
      answers[0]?.headers.get('location'),
    ])
    const releases = await site.record.listReleases(city, new Date())
    expect(releases.filter((one) => one.title.en === 'Once')).toHaveLength(1)
  })

  test('a removal leaves a marked gap, and is counted as one', async () => {
    const client = deskClient(site, city, editor)
    await enter(client, { period: '2032', value: '', remove: '1', reason: 'Entered by mistake' })
    expect((await client.post('/desk/values/publish', { 'title-en': 'Gap' })).status).toBe(303)
    expect((await figuresOf()).find((one) => one.timePeriod === '2032')).toMatchObject({ value: null, obsStatus: 'M' })
    const [release] = await site.record.listReleases(city, new Date())
    expect(release?.counts).toMatchObject({ added: 0, changed: 0, removed: 1 })
  })

  test('is withdrawn with a reason, by whoever answers for all of it', async () => {
    const [release] = await site.record.listReleases(city, new Date())
    const path = `/desk/releases/${release?.number ?? 0}/withdraw`
    expect((await deskClient(site, city, air).post(path, { reason: 'no' })).status).toBe(403)
    expect((await deskClient(site, city, roads).post(path, { reason: ' ' })).status).toBe(422)
    expect((await deskClient(site, city, roads).post(path, { reason: 'The gap was wrong' })).status).toBe(303)
    expect((await figuresOf()).find((one) => one.timePeriod === '2032')?.value).toBe('50')
    const page = await (await site.app().request(`/en/ulgiqala/releases/${release?.number ?? 0}`)).text()
    expect(page).toContain('city staff. Reason: The gap was wrong')
  })

  test('publishing asks for a fresh proof of identity', async () => {
    const old = { ...editor, authenticatedAt: new Date(Date.now() - 3_600_000) }
    const answer = await deskClient(site, city, old).post('/desk/values/publish', { 'title-en': 'x' })
    expect(answer.headers.get('location')).toMatch(/^\/en\/sign-in\/again\?to=/)
  })

  test('everything stands in the history, whole', async () => {
    const changes = await site.record.listChanges(city, { offset: 0, limit: 100 })
    expect(new Set(changes.map((one) => one.action))).toEqual(
      new Set(['reading.enter', 'reading.take_back', 'release.publish', 'release.withdraw']),
    )
    expect(await site.record.findBrokenChange(city)).toBe(null)
  })
})
