import { randomBytes, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import type { Page } from 'playwright-core'
import type { City } from '../../src/books/indicators/figure.ts'
import { keyFields } from '../../src/pages/desk/values/series-address.ts'
import type { TestSite } from '../support/server.ts'
import type { SignedIn } from '../support/sign-in-as.ts'
import { fillCooperationDesk } from './cooperation-desk-kinds.ts'
import { fillOfficeDesk } from './cooperation-office-desk-kinds.ts'
import { fillDiscussionDesk } from './discussion-desk-kinds.ts'
import { fillForumDesk } from './forum-desk-kinds.ts'
import { fillReportDesk } from './report-desk-kinds.ts'
import { hiddenOf } from '../support/web-reader.ts'

/** One kind of page of the desk or the account, in one state. */
export interface DeskKind {
  /** The route that answers, as the site has it, without language and, at the desk, city. */
  route: string
  /** The address, without language. */
  path: string
  /** What is done on the page before it is looked at; without it the page is looked at as it comes. */
  act?: (page: Page) => Promise<unknown>
}

const desk = '/ulgiqala/desk'
const programme = `${desk}/programme/ulgiqala-2030`
const wages = fs.readFileSync(new URL('../fixtures/tables/wages.csv', import.meta.url))

/** Sends the form that the button belongs to, whatever the browser itself would say about its fields. */
export const send = (selector: string) => async (page: Page) => {
  const button = page.locator(selector).first()
  await button.evaluate((one) => ((one as HTMLButtonElement).formNoValidate = true))
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.evaluate((one) => (one as HTMLButtonElement).click())])
}

/** A field as it would be after somebody wrote into it. */
const set = async (page: Page, selector: string, value: string): Promise<void> =>
  await page.evaluate(([where, what]) => void ((document.querySelector(where) as HTMLInputElement).value = what), [
    selector,
    value,
  ] as const)

/** The desk as it stands before anybody has done anything. */
export const emptyKinds: Readonly<Record<string, DeskKind>> = {
  'account, new': { route: '/account', path: '/account' },
  'passkeys, none': { route: '/account/passkeys', path: '/account/passkeys' },
  'second factor, none': { route: '/account/second-factor', path: '/account/second-factor' },
  'programme, no draft': { route: '/desk/programme', path: `${desk}/programme` },
  'values, nothing waits': { route: '/desk/values', path: `${desk}/values` },
  'values to publish, none': { route: '/desk/values/publish', path: `${desk}/values/publish` },
  'uploads, none': { route: '/desk/uploads', path: `${desk}/uploads` },
  'releases, no draft': { route: '/desk/releases', path: `${desk}/releases` },
  'departments, none': { route: '/desk/departments', path: `${desk}/departments` },
  'mistakes, none': { route: '/desk/mistakes', path: `${desk}/mistakes` },
  'history, empty': { route: '/desk/history', path: `${desk}/history` },
  'desk, new': { route: '/desk', path: desk },
  'reports, nothing published': { route: '/desk/reports', path: `${desk}/reports` },
  'report as it would be published': { route: '/desk/reports/:kind', path: `${desk}/reports/press` },
  'text of a report, not written': { route: '/desk/reports/:kind/texts/:part', path: `${desk}/reports/press/texts/opening` },
  'history of a text, empty': {
    ...{ route: '/desk/reports/:kind/texts/:part/history', path: `${desk}/reports/press/texts/opening/history` },
  },
  'cooperation, nothing yet': { route: '/desk/cooperation', path: `${desk}/cooperation` },
  'visits, none': { route: '/desk/cooperation/visits', path: `${desk}/cooperation/visits` },
  'assignments, none': { route: '/desk/cooperation/assignments', path: `${desk}/cooperation/assignments` },
  'status for the mayor, nothing': { route: '/desk/cooperation/mayor-status', path: `${desk}/cooperation/mayor-status` },
}

/** Does something of everything that is done at the desk, and names every page that there is then. */
export async function fillDesk(
  site: TestSite,
  city: City,
  { personId, reader }: SignedIn,
  colleague: string,
): Promise<Record<string, DeskKind>> {
  const { record } = site
  const post = async (path: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const { status } = await reader.post(`/kk${path}`, { formKey: randomUUID(), ...fields })
    if (status !== 303) throw new Error(`${path} was answered with ${status}.`)
  }
  await record.setPasswordHash(personId, await site.signIn.services.hashPassword(randomUUID()), new Date())
  const passkey = { id: randomUUID(), publicKey: new Uint8Array(), counter: 0, transports: [], name: 'Кілт', createdAt: new Date() }
  await record.addPasskey({ ...passkey, personId })
  const secret = randomBytes(32).toString('base64url')
  const hour = new Date(Date.now() + 3_600_000)
  await record.addToken({
    ...{ id: randomUUID(), purpose: 'email_change', personId, secret, content: { email: 'new@example.kz' } },
    ...{ createdAt: new Date(), expiresAt: hour },
  })

  await post(`${desk}/programme/begin`, { programme: 'ulgiqala-2030' })
  const draft = await record.findDraft(city, 'ulgiqala-2030')
  const elements = draft === null ? [] : await record.listDraftElements(city, draft.id)
  const idOf = (kind: string): string => encodeURIComponent(elements.find((one) => one.kind === kind)?.id ?? '')
  const goal = `${programme}/goal/${idOf('goal')}`
  const form = await (await reader.get(`/kk${goal}`)).text()
  await post(goal, { base: hiddenOf(form, 'base'), number: '1.1', 'title.kk': 'Жаңа атау', 'title.ru': 'Новое название', 'title.en': '' })

  const [series] = await record.listSeries(city, new Date(), { indicator: 'U-4' })
  if (series === undefined) throw new Error('The demonstration has no series U-4.')
  const textId = randomUUID()
  await record.addResidentText(city, { id: textId, personId, text: 'Сан қате. '.repeat(30), writtenAt: new Date() })
  const report = { seriesId: series.id, timePeriod: '2023', text: '', reportedAt: new Date(), signed: { personId, textId } }
  const [answered, waiting] = [await record.addMistakeReport(city, report), await record.addMistakeReport(city, report)]
  await post(`${desk}/mistakes/${answered}`, { outcome: 'corrected', 'answer-kk': 'Түзеттік.', 'answer-ru': 'Исправили.', 'answer-en': '' })
  await record.keepDepartment(city, { id: 'water', name: { kk: 'Су басқармасы' }, indicators: ['U-4'], measures: [] })
  const value = { period: '2023', value: '12,50', place: 'Анықтама, 4-бет', reason: 'Қайта есептелді', openedAt: new Date().toISOString() }
  await post(`${desk}/values/series`, { ...Object.fromEntries(keyFields(series)), ...value })

  const file = new FormData()
  file.set('formKey', randomUUID())
  file.set('file', new Blob([new Uint8Array(wages)]), 'wages.csv')
  const cookie = `session=${reader.cookies.get('session')}`
  const sent = new Request(`http://localhost/kk${desk}/uploads`, {
    method: 'POST',
    body: file,
    headers: { cookie, origin: 'http://localhost' },
  })
  const upload = ((await site.app().request(sent)).headers.get('location') ?? '').split('/').at(-1) ?? ''
  for (let state = 'waiting'; state !== 'done'; state = (await record.findUpload(city, upload))?.state ?? 'none') {
    if (state === 'failed' || state === 'none') throw new Error('The upload failed.')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const [published] = await record.listReleases(city, new Date())
  const page = (route: string, path: string, act?: DeskKind['act']): DeskKind => ({ route, path, ...(act && { act }) })
  const ofSeries = `${desk}/values/series?${new URLSearchParams(keyFields(series)).toString()}`
  const kinds = ['head', 'passport', 'direction', 'goal', 'sentence', 'indicator', 'source']
  return {
    account: page('/account', '/account'),
    'account, erased': page('/account/erased', '/account/erased'),
    'account, name too long': page('/account', '/account', async (on) => {
      await set(on, '#name', 'x'.repeat(101))
      await send('form[action$="/details"] button')(on)
    }),
    'new address': page('/account/address', `/account/address?token=${secret}`),
    'new address, link over': page('/account/address', '/account/address?token=none'),
    erasing: page('/account/erase', '/account/erase'),
    'erasing, without the word': page('/account/erase', '/account/erase', send('main form button')),
    passkeys: page('/account/passkeys', '/account/passkeys'),
    password: page('/account/password', '/account/password'),
    'password, wrong': page('/account/password', '/account/password', send('main form button.main')),
    'second factor': page('/account/second-factor', '/account/second-factor'),
    'second factor, wrong code': page('/account/second-factor', '/account/second-factor', async (on) => {
      await set(on, '#code', '000000')
      await send('main form[action$="/second-factor"] button')(on)
    }),
    sessions: page('/account/sessions', '/account/sessions'),

    desk: page('/desk', desk),
    people: page('/desk/people', `${desk}/people`, (on) =>
      on
        .locator('details')
        .first()
        .evaluate((one) => one.setAttribute('open', '')),
    ),
    'people, invitation without address': page('/desk/people', `${desk}/people`, send('form[action$="/invite"] button')),
    'people, nobody was checked': page(
      '/desk/people',
      `${desk}/people`,
      send(`form:has(input[value="reset-factor"]):has(input[value="${colleague}"]) button`),
    ),
    departments: page('/desk/departments', `${desk}/departments`),
    'department, new': page('/desk/departments/new', `${desk}/departments/new`),
    'department, without a name': page('/desk/departments/new', `${desk}/departments/new`, send('main form button.main')),
    department: page('/desk/departments/:department', `${desk}/departments/water`),
    mistakes: page('/desk/mistakes', `${desk}/mistakes`),
    mistake: page('/desk/mistakes/:number', `${desk}/mistakes/${waiting}`),
    'mistake, answered': page('/desk/mistakes/:number', `${desk}/mistakes/${answered}`),
    'mistake, without an answer': page('/desk/mistakes/:number', `${desk}/mistakes/${waiting}`, send('main form button.main')),
    history: page('/desk/history', `${desk}/history`),
    'history of a draft': page('/desk/history', `${desk}/history?subject=programme%2Fulgiqala-2030`),

    programmes: page('/desk/programme', `${desk}/programme`),
    'programme, new': page('/desk/programme/new', `${desk}/programme/new`),
    'programme, new, without words': page('/desk/programme/new', `${desk}/programme/new`, send('main form button.main')),
    draft: page('/desk/programme/:programme', programme),
    preview: page('/desk/programme/:programme/preview', `${programme}/preview`),
    'preview of a goal': page('/desk/programme/:programme/preview/goals/:number', `${programme}/preview/goals/1.1`),
    difference: page('/desk/programme/:programme/difference', `${programme}/difference`),
    publishing: page('/desk/programme/:programme/publish', `${programme}/publish`),
    'publishing, without a decision': page('/desk/programme/:programme/publish', `${programme}/publish`, send('main form button.main')),
    discarding: page('/desk/programme/:programme/discard', `${programme}/discard`),
    'discarding, changed meanwhile': page('/desk/programme/:programme/discard', `${programme}/discard`, async (on) => {
      await set(on, 'input[name=changes]', '1000')
      await send('main form button.main')(on)
    }),
    'adding a measure': page('/desk/programme/:programme/add/:kind', `${programme}/add/measure?under=goal%2F${idOf('goal')}`),
    ...Object.fromEntries(
      kinds.map((kind) => [kind, page('/desk/programme/:programme/:kind/:id', `${programme}/${kind}/${idOf(kind)}`)] as const),
    ),
    measure: page('/desk/programme/:programme/measure/:id', `${programme}/measure/${idOf('measure')}`),
    'goal, wrong': page('/desk/programme/:programme/:kind/:id', goal, async (on) => {
      await set(on, '[name="title.kk"]', '')
      await set(on, '[name="title.ru"]', '')
      await set(on, '[name=number]', '')
      await send('form.element button.main')(on)
    }),
    'goal, written by two': page('/desk/programme/:programme/:kind/:id', goal, async (on) => {
      await set(on, 'form.element input[name=base]', `${draft?.id}/1`)
      await set(on, '[name="title.kk"]', 'Басқа атау')
      await send('form.element button.main')(on)
    }),
    'history of an element': page('/desk/programme/:programme/:kind/:id/history', `${goal}/history`),

    releases: page('/desk/releases', `${desk}/releases`),
    release: page('/desk/releases/:number', `${desk}/releases/${published?.number}`),
    'release, withdrawn without a reason': page(
      '/desk/releases/:number',
      `${desk}/releases/${published?.number}`,
      send('form[action$="/withdraw"] button'),
    ),
    uploads: page('/desk/uploads', `${desk}/uploads`),
    'uploads, no file': page('/desk/uploads', `${desk}/uploads`, send('main form button.main')),
    upload: page('/desk/uploads/:id', `${desk}/uploads/${upload}`),
    'upload, mapping wrong': page('/desk/uploads/:id', `${desk}/uploads/${upload}`, send('section[aria-labelledby=mapping] button.main')),
    values: page('/desk/values', `${desk}/values?indicator=U-4`),
    'values of a series': page('/desk/values/series', ofSeries),
    'values of a series, wrong': page('/desk/values/series', ofSeries, async (on) => {
      await set(on, '#value', '12a')
      await send('main form button.main')(on)
    }),
    'values to publish': page('/desk/values/publish', `${desk}/values/publish`),
    'values to publish, without a name': page('/desk/values/publish', `${desk}/values/publish`, async (on) => {
      for (const language of ['kk', 'ru', 'en']) await set(on, `#title-${language}`, '')
      await send('section[aria-labelledby=publish] button.main')(on)
    }),
    ...(await fillDiscussionDesk(site, city, personId, send('main form button.main'))),
    ...(await fillCooperationDesk(site, city, personId, send('main form button.main'), send)),
    ...(await fillOfficeDesk(site, city, personId, send)),
    ...(await fillForumDesk(site, city, send('main form button.main'))),
    ...(await fillReportDesk(site, city, reader, send)),
    'not found': page('/desk/releases/:number', `${desk}/releases/4711`),
  }
}
