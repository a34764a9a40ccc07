import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginDraft } from '../../src/actions/desk/begin-draft.ts'
import { importReadings } from '../../src/actions/import-readings.ts'
import { roles } from '../../src/books/accounts/role.ts'
import type { Viewer } from '../../src/books/accounts/viewer.ts'
import type { City } from '../../src/books/indicators/figure.ts'
import { identifySeries } from '../../src/books/indicators/series-key.ts'
import { writeAtom } from '../../src/formats/atom.ts'
import { recordKinds } from '../../src/books/cooperation/records.ts'
import { notice } from '../../src/books/notice.ts'
import { chooseVersion } from '../../src/books/programme/shown-version.ts'
import type { Goal, ProgrammeVersion, Sentence } from '../../src/books/programme/programme.ts'
import { openDatabase } from '../../src/store/database.ts'
import type { Schema } from '../../src/store/schema.ts'
import { launchBrowser } from '../support/browser.ts'
import { makeForum } from '../support/make-forum.ts'
import { hostileRecord, makeHostileCooperation } from '../support/make-hostile-cooperation.ts'
import { hostileAddresses, payloads } from '../support/payloads.ts'
import { openTestSite, type TestSite } from '../support/server.ts'

// Everything that people can fill in holds a text that a careless page would run. The pages show it, and nothing happens.

let site: TestSite
/** The same city without them: what stands in an address meets it. */
let plain: TestSite
/** The desk, opened by somebody who may do everything. */
let desk: string
let programme: string
let goal: string
let forum: number
let server: string
let browser: Awaited<ReturnType<typeof launchBrowser>>
let page: Page
let series: string
let water: string
let release: number
const happened: string[] = []

beforeAll(async () => {
  ;[site, plain] = await Promise.all([openTestSite('ulgiqala'), openTestSite('ulgiqala')])
  const city = (await site.record.findCity('ulgiqala'))!
  await fillReadings(city)
  await fillProgramme(city)
  await fillReleases(city)
  const viewer = await fillDesk(city)
  const [first] = await plain.record.listSeries(city, new Date(), { indicator: 'U-4' })
  water = `/en/ulgiqala/figures/${first!.address}/2023`
  ;[server, browser] = await Promise.all([site.listen(), launchBrowser()])
  desk = await site.listen({ findViewer: async () => viewer })
  page = await openWatched()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await site.close()
  await plain.close()
})

const everywhere = (text: string) => ({ kk: text, ru: text, en: text })
const source = { id: 'hostile', name: everywhere(payloads[6]!.text), url: hostileAddresses[0]!, licence: payloads[7]!.text }
const seriesKey = (index: number) => ({
  indicator: 'X-0',
  refArea: 'ULGIQALA',
  source: 'hostile',
  method: '',
  boundary: '',
  unit: 'PERCENT',
  dimensions: { PAYLOAD: `P${index}` },
})

/** Indicators, codes of breakdowns, notes, notices, file names and sources. */
async function fillReadings(city: City): Promise<void> {
  const [pattern] = await site.record.listIndicators(city, new Date())
  const stored = await importReadings(
    city,
    {
      title: everywhere(payloads[8]!.text),
      source,
      indicators: payloads.map(({ text }, index) => ({
        ...pattern!,
        code: `X-${index}`,
        name: everywhere(text),
        definition: everywhere(text),
        computation: everywhere(text),
        links: index === 0 ? hostileAddresses : [],
      })),
      areas: [],
      codes: payloads.map(({ text }, index) => ({ codelist: 'PAYLOAD', code: `P${index}`, name: everywhere(text) })),
      readings: payloads.flatMap(({ text }, index) =>
        ['2022', '2023'].map((timePeriod) => ({
          series: seriesKey(index),
          timePeriod,
          value: '1.5',
          obsStatus: null,
          note: everywhere(text),
          origin: { file: text.slice(0, 200), line: 1, row: text, cell: text },
        })),
      ),
      notices: payloads.map(({ text }, index) =>
        notice('trailing_space', 'info', { file: text.slice(0, 200), line: index + 1, value: text, details: { count: 1 } }),
      ),
      files: payloads.map(({ text }) => ({ path: text.slice(0, 200), sha256: 'a'.repeat(64), bytes: 1 })),
      rows: 1,
    },
    { kind: 'import', madeBy: payloads[9]!.text, parameters: {}, covers: () => false, write: 'publish' },
    site.record,
  )
  series = identifySeries(seriesKey(0)).address
  release = stored.release!
}

/** A version of the programme whose every text is a payload, and one before it, so that there is a difference. */
async function fillProgramme(city: City): Promise<void> {
  // The next programme is being discussed already: it is not the one that is shown.
  const last = chooseVersion(await site.record.listProgrammeVersions(city, new Date()))?.versions.at(-1)
  const sentence = (text: string, index: number): Sentence => ({ id: `s${index}`, text: everywhere(text), sources: ['hostile-0'] })
  const goal = (texts: string[], at: number): Goal => ({
    id: `g${at}`,
    number: `9.${at + 1}`,
    title: everywhere(texts[0]!),
    text: texts.map((text, index) => sentence(text, at * 1000 + index)),
    sdgTargets: [],
    indicators: texts.map((text, index) => ({
      id: `t${at}-${index}`,
      name: everywhere(text),
      unit: 'PERCENT',
      desired: null,
      baseline: null,
      targets: [],
      actual: null,
      note: everywhere(text),
      sources: [],
    })),
    measures: texts.map((text, index) => ({
      id: `m${at}-${index}`,
      number: `9.${at + 1}.${index + 1}`,
      title: everywhere(text),
      owner: everywhere(text),
      deadline: null,
      formOfCompletion: everywhere(text),
      budget: [{ year: 2026, amount: '1', currency: 'KZT', prices: 'nominal', source: everywhere(text) }],
      sdgTargets: [],
    })),
  })
  const texts = payloads.map(({ text }) => text)
  const version = (number: number, change: (text: string) => string): ProgrammeVersion => ({
    ...last!,
    number,
    title: everywhere(change(texts[10]!)),
    act: everywhere(change(texts[11]!)),
    passport: texts.map((text, index) => ({
      label: everywhere(`row ${index} ${text}`),
      text: [{ ...sentence(change(text), 9000 + index), id: `p${index}` }],
    })),
    directions: [{ id: 'd1', number: '9', title: everywhere(texts[12]!), text: [], goals: [goal(texts.map(change), 0)] }],
    sources: hostileAddresses.map((url, index) => ({ id: `hostile-${index}`, title: everywhere(texts[index]!), url })),
  })
  for (const [number, change] of [
    [last!.number + 1, (text: string) => text],
    [last!.number + 2, (text: string) => `${text} <b>changed</b>`],
  ] as const) {
    const release = await startRelease(city, `version ${number}`)
    await site.record.addProgrammeVersion(city, release, version(number, change))
    await site.record.publishRelease(city, release, new Date())
  }
}

async function fillReleases(city: City): Promise<void> {
  for (const { text } of payloads) await site.record.publishRelease(city, await startRelease(city, text), new Date())
}

async function startRelease(city: City, title: string): Promise<string> {
  const { id } = await site.record.startRelease(city, {
    id: randomUUID(),
    kind: 'entry',
    title: everywhere(title),
    source: null,
    madeBy: title.slice(0, 200),
    recordedAt: new Date().toISOString(),
    parameters: {},
    codeVersion: 'test',
    files: [],
    counts: {},
    noticeCounts: {},
  })
  return id
}

/** Names of people and departments, reports, history, and a draft of the programme that begins from what is published. */
async function fillDesk(city: City): Promise<Viewer> {
  const database = await openDatabase<Schema>({ directory: site.directory })
  const at = new Date()
  const viewer: Viewer = {
    personId: randomUUID(),
    name: payloads[6]!.text,
    language: 'en',
    memberships: roles.map((role) => ({ cityId: city.id, role, department: role === 'data_officer' ? 'd0' : null })),
    sessionId: randomUUID(),
    authenticatedAt: at,
    secondFactor: true,
  }
  const [one] = await site.record.listSeries(city, at, { indicator: 'X-0' })
  for (const [index, { text }] of payloads.entries()) {
    const id = index === 0 ? viewer.personId : randomUUID()
    await database.pool.query('insert into person (id, email, name, language, created_at) values ($1, $2, $3, $4, $5)', [
      id,
      `p${index}@people.example`,
      text,
      'en',
      at,
    ])
    await database.pool.query('insert into membership (city_id, person_id, role, since) values ($1, $2, $3, $4)', [
      city.id,
      id,
      'editor',
      at,
    ])
    await database.pool.query('insert into department (city_id, id, content) values ($1, $2, $3)', [
      city.id,
      `d${index}`,
      { name: everywhere(text), indicators: [], measures: [] },
    ])
    await site.record.addChange(city, {
      at: at.toISOString(),
      by: id,
      action: 'sentence.write',
      subject: `programme/${text}`,
      before: { text },
      after: { text },
    })
    const report = { seriesId: one!.id, timePeriod: '2023', text, reportedAt: at, personId: null, textId: null }
    await site.record.addMistakeReport(city, report as never)
  }
  programme = chooseVersion(await site.record.listProgrammeVersions(city, at))!.shown.programme
  const begun = await beginDraft({ city, viewer, at, programme }, site.record)
  if (!begun.ok) throw new Error(begun.refusal.code)
  goal = (await site.record.listDraftElements(city, begun.value.id)).find(({ kind }) => kind === 'goal')!.id
  await makeHostileCooperation(site, database, city)
  forum = await makeForum(site, city, `"${payloads[6]!.text}"`)
  await database.close()
  return viewer
}

/** A page that writes down whatever runs, opens, is stopped by the policy, or asks elsewhere. */
async function openWatched(): Promise<Page> {
  const watched = await (await browser.newContext()).newPage()
  watched.on('dialog', (dialog) => {
    happened.push(`dialog ${dialog.message()}`)
    void dialog.dismiss()
  })
  watched.on('popup', () => happened.push('a window opened'))
  watched.on('request', (request) => {
    if (!/^(data:image\/svg\+xml,%3Csvg|blob:)/.test(request.url()) && ![server, desk].includes(new URL(request.url()).origin))
      happened.push(`asked ${request.url().slice(0, 100)}`)
  })
  await watched.exposeFunction('bagdarNoted', (what: string) => happened.push(what))
  await watched.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      ;(window as unknown as { bagdarNoted(what: string): void }).bagdarNoted(
        `the policy stopped ${event.violatedDirective} ${event.sample}`,
      )
    })
  })
  return watched
}

/** What on the page a text could have made: elements, handlers and links that our pages never have. */
const foreignParts = (watched: Page): Promise<string[]> =>
  watched.evaluate(() => {
    const found: string[] = []
    if ('bagdarRan' in document) found.push(`ran ${String(document.bagdarRan)}`)
    for (const one of document.querySelectorAll('*')) {
      for (const { name, value } of one.attributes) {
        if (name.startsWith('on') || name === 'srcdoc' || name === 'formaction') found.push(`${one.tagName} ${name}=${value.slice(0, 80)}`)
        const isAddress = ['href', 'src', 'action', 'xlink:href'].includes(name)
        if (isAddress && !/^(https?:\/\/|mailto:|\/|#|\?|data:image\/svg\+xml,%3Csvg)/.test(value))
          found.push(`${one.tagName} ${name}=${value.slice(0, 80)}`)
      }
      if (/^(iframe|object|embed|base|portal|marquee|image|img|math|video|audio|style|template|dialog|xmp|plaintext)$/i.test(one.tagName))
        found.push(`<${one.tagName}>`)
      if (one instanceof HTMLScriptElement && !one.src.startsWith(location.origin)) found.push('<script>')
    }
    return found
  })

const bare = (text: string): string => text.replaceAll(/[\s\u2060]+/gu, '')

/** Opens a page by hand of a reader: moves, focuses, and lets it settle. Returns its whole text. */
async function look(path: string, at = server): Promise<string> {
  happened.length = 0
  await page.goto(at + path, { waitUntil: 'load' })
  await page.mouse.move(300, 400)
  await page.keyboard.press('Tab')
  await page.waitForTimeout(50)
  return bare(
    await page.evaluate(() =>
      [
        document.documentElement.textContent,
        ...[...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value),
      ].join(' '),
    ),
  )
}

describe('V1.1.2 V1.2.1 V1.3.1 V1.3.5 V3.2.2 what people wrote is shown as they wrote it, and does nothing', () => {
  const version = 5
  const pages: ReadonlyArray<{ sink: string; path: () => string; whole?: false }> = [
    { sink: 'catalogue of indicators', path: () => '/en/ulgiqala/indicators' },
    { sink: 'indicator: name, definition, breakdown, chart', path: () => '/en/ulgiqala/indicators/X-0' },
    { sink: 'figure: note, raw row and cell', path: () => `/en/ulgiqala/figures/${series}/2023`, whole: false },
    { sink: 'report of a mistake', path: () => `/en/ulgiqala/figures/${series}/2023/mistakes`, whole: false },
    { sink: 'programme', path: () => '/en/ulgiqala/programme', whole: false },
    { sink: 'goal', path: () => '/en/ulgiqala/programme/goals/9.1' },
    { sink: 'version', path: () => `/en/ulgiqala/programme/versions/${version}` },
    { sink: 'difference of versions', path: () => `/en/ulgiqala/programme/difference/${version - 1}/${version}` },
    { sink: 'budget', path: () => '/en/ulgiqala/programme/budget', whole: false },
    { sink: 'list of releases', path: () => '/en/ulgiqala/releases' },
    { sink: 'release: files, notices', path: () => `/en/ulgiqala/releases/${release}?code=trailing_space`, whole: false },
    { sink: 'sources', path: () => '/en/ulgiqala/about', whole: false },
    { sink: 'home', path: () => '/ru/ulgiqala', whole: false },
    { sink: 'search', path: () => '/en/ulgiqala/search?q=alert', whole: false },
    { sink: 'cooperation', path: () => '/en/ulgiqala/cooperation', whole: false },
    { sink: 'meeting with all that was said', path: () => '/en/ulgiqala/cooperation/events/1', whole: false },
    ...['commitments', 'partners', 'agreements', 'projects'].map((list) => ({
      ...{ sink: `list of ${list}`, path: () => `/en/ulgiqala/cooperation/${list}`, whole: false as const },
    })),
    ...['events', 'commitments', 'partners', 'agreements', 'projects', 'sources'].map((list) => ({
      ...{ sink: `one of ${list}`, path: () => `/en/ulgiqala/cooperation/${list}/${hostileRecord}`, whole: false as const },
    })),
    { sink: 'commitment with its history', path: () => '/en/ulgiqala/cooperation/commitments/1', whole: false },
  ]

  test.each(pages)('$sink', { timeout: 60_000 }, async ({ path, whole }) => {
    const text = await look(path())
    expect(happened).toEqual([])
    expect(await foreignParts(page)).toEqual([])
    expect(text).toMatch(/alert|onerror/)
    if (whole !== false) expect(payloads.filter((payload) => !text.includes(bare(payload.text))).map(({ name }) => name)).toEqual([])
  })
})

describe('Decidim CVE-2024-32034 CVE-2026-23891: the desk shows what people wrote, and it does nothing there either', () => {
  const pages: ReadonlyArray<{ sink: string; path: () => string; whole?: true }> = [
    { sink: 'desk', path: () => '/en/ulgiqala/desk' },
    { sink: 'people', path: () => '/en/ulgiqala/desk/people' },
    { sink: 'departments', path: () => '/en/ulgiqala/desk/departments', whole: true },
    { sink: 'a department', path: () => '/en/ulgiqala/desk/departments/d6' },
    { sink: 'reports of mistakes', path: () => '/en/ulgiqala/desk/mistakes' },
    { sink: 'a report of a mistake', path: () => '/en/ulgiqala/desk/mistakes/7' },
    { sink: 'history', path: () => '/en/ulgiqala/desk/history' },
    { sink: 'draft', path: () => `/en/ulgiqala/desk/programme/${programme}` },
    { sink: 'preview of a draft', path: () => `/en/ulgiqala/desk/programme/${programme}/preview` },
    { sink: 'preview of a goal', path: () => `/en/ulgiqala/desk/programme/${programme}/preview/goals/9.1`, whole: true },
    { sink: 'form of a goal', path: () => `/en/ulgiqala/desk/programme/${programme}/goal/${goal}` },
    { sink: 'releases', path: () => '/en/ulgiqala/desk/releases' },
    { sink: 'values', path: () => '/en/ulgiqala/desk/values' },
    { sink: 'account', path: () => '/en/account' },
    ...recordKinds.flatMap((kind) => [
      { sink: `records: ${kind}`, path: () => `/en/ulgiqala/desk/cooperation/${kind}` },
      { sink: `a record: ${kind}`, path: () => `/en/ulgiqala/desk/cooperation/${kind}/${hostileRecord}` },
      { sink: `a new record: ${kind}`, path: () => `/en/ulgiqala/desk/cooperation/${kind}/new` },
    ]),
    { sink: 'what became of it', path: () => '/en/ulgiqala/desk/cooperation/commitment/1/pursue' },
    { sink: 'a source that is read', path: () => `/en/ulgiqala/desk/cooperation/sources/${hostileRecord}` },
    {
      sink: 'a place in it',
      path: () => `/en/ulgiqala/desk/cooperation/sources/${hostileRecord}/span?start=0&end=20&kind=commitment&marker=alert`,
    },
    ...['visits', 'visits/1', 'protocols/1', 'assignments', 'mayor-status'].map((below) => ({
      ...{ sink: below, path: () => `/en/ulgiqala/desk/cooperation/${below}` },
    })),
    { sink: 'forum', path: () => `/en/ulgiqala/desk/cooperation/forum/${forum}` },
    { sink: 'programme of a forum', path: () => `/en/ulgiqala/desk/cooperation/forum/${forum}/programme` },
  ]

  test.each(pages)('$sink', { timeout: 60_000 }, async ({ path, whole }) => {
    await page.context().addCookies([{ name: 'session', value: 'anything', url: desk }])
    const text = await look(path(), desk)
    expect(happened).toEqual([])
    expect(await foreignParts(page)).toEqual([])
    expect(text).toMatch(/alert|onerror/)
    if (whole) expect(payloads.filter((payload) => !text.includes(bare(payload.text))).map(({ name }) => name)).toEqual([])
  })
})

describe('V1.2.3 V3.2.1 what is not a page does not become one', () => {
  test('the feed is well-formed, with every text as it was written', async () => {
    const at = '2026-11-23T00:00:00.000Z'
    const xml = writeAtom({
      id: payloads[0]!.text,
      title: payloads[1]!.text,
      language: 'en',
      self: `${server}/feed`,
      page: server,
      author: payloads[2]!.text,
      entries: payloads.map(({ text }) => ({ id: text, title: text, page: text, updated: at, published: at, summary: text })),
    })
    await page.goto(`${server}/en/ulgiqala/contact`)
    const titles = await page.evaluate((text) => {
      const feed = new DOMParser().parseFromString(text, 'application/xml')
      if (feed.querySelector('parsererror')) throw new Error(feed.querySelector('parsererror')?.textContent ?? '')
      return [...feed.querySelectorAll('entry > title')].map((one) => one.textContent ?? '').join(' ')
    }, xml)
    // XML has no such characters at all.
    // oxlint-disable-next-line no-control-regex -- these are the ones
    const inXml = (text: string) => bare(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
    expect(payloads.filter(({ text }) => !bare(titles).includes(inXml(text))).map(({ name }) => name)).toEqual([])
  })

  test.each([
    '/en/ulgiqala/feed.atom',
    '/api/v1/indicators?city=ulgiqala',
    '/api/v1/programme-versions?city=ulgiqala',
    '/api/v1/releases?city=ulgiqala',
    '/api/v1/codes?city=ulgiqala',
    '/en/ulgiqala/cooperation/feed.atom',
    '/api/v1/commitments?city=ulgiqala',
    '/api/v1/ulgiqala/projects.oc4ids.json',
    '/oparl/1.1/body/ulgiqala/organization',
    '/api/v1/nothing?%3Cscript%3Ealert(1)%3C/script%3E',
  ])('%s, opened as a page, runs nothing', { timeout: 60_000 }, async (path) => {
    happened.length = 0
    await page.goto(server + path, { waitUntil: 'load' })
    await page.waitForTimeout(50)
    expect(happened).toEqual([])
    expect(await page.evaluate(() => 'bagdarRan' in document)).toBe(false)
  })

  test('JSON gives every text back as it was', async () => {
    const { items } = (await (await fetch(`${server}/api/v1/codes?city=ulgiqala`)).json()) as {
      items: Array<{ codelist: string; code: string; name: { en: string } }>
    }
    const kept = new Map(items.filter(({ codelist }) => codelist === 'PAYLOAD').map(({ code, name }) => [code, name.en]))
    expect(payloads.filter(({ text }, index) => kept.get(`P${index}`) !== text).map(({ name }) => name)).toEqual([])
  })

  test('CSV is a download, so that no browser shows it', async () => {
    const { headers } = await fetch(`${server}/api/v1/observations?city=ulgiqala&indicator=X-0&format=csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/)
  })
})

describe('Decidim CVE-2023-34089 CVE-2024-32469 CVE-2024-41673 V1.2.1 what stands in the address does nothing', () => {
  const inQuery: ReadonlyArray<{ parameter: string; path: (text: string) => string }> = [
    { parameter: 'words of a search', path: (text) => `/en/ulgiqala/search?q=${text}` },
    { parameter: 'kind of a search', path: (text) => `/en/ulgiqala/search?q=a&kind=${text}` },
    { parameter: 'filter of the catalogue', path: (text) => `/en/ulgiqala/indicators?q=${text}&goal=${text}&state=${text}` },
    { parameter: 'series of an indicator', path: (text) => `/en/ulgiqala/indicators/U-4?series=${text}` },
    { parameter: 'notices of a release', path: (text) => `/en/ulgiqala/releases/1?code=${text}&page=${text}` },
    { parameter: 'day', path: (text) => `/en/ulgiqala?asOf=${text}` },
    { parameter: 'change on the map', path: (text) => `/en/ulgiqala/map?add=${text}&remove=${text}` },
    { parameter: 'a parameter nobody knows', path: (text) => `/en/ulgiqala?${text}=${text}` },
    { parameter: 'part of the path', path: (text) => `/en/ulgiqala/${text}` },
    { parameter: 'code of an indicator', path: (text) => `/en/ulgiqala/indicators/${text}` },
    { parameter: 'versions', path: (text) => `/en/ulgiqala/programme/difference/${text}/2` },
    { parameter: 'commitments', path: (text) => `/en/ulgiqala/cooperation/commitments?page=${text}&partner=${text}&status=${text}` },
    { parameter: 'number of a partner', path: (text) => `/en/ulgiqala/cooperation/partners/${text}` },
    { parameter: 'sent', path: (text) => `${water}/mistakes?sent=${text}` },
  ]

  test.each(inQuery)('$parameter', { timeout: 120_000 }, async ({ path }) => {
    // The browser reads the pages without opening them; whatever is an element or a handler there would run when opened.
    const app = plain.app()
    const pages: Array<{ name: string; status: number; html: string }> = []
    for (const { name, text } of payloads.filter((one) => one.name.startsWith('runs') && one.text.length < 400)) {
      const response = await app.request(`http://bagdar.example${path(encodeURIComponent(text))}`)
      pages.push({ name, status: response.status, html: await response.text() })
    }
    expect(pages.filter(({ status }) => status >= 500).map(({ name }) => name)).toEqual([])
    await page.goto(`${server}/en/ulgiqala/contact`)
    const found = await page.evaluate(
      (all) =>
        all.flatMap(({ name, html }) => {
          const parsed = new DOMParser().parseFromString(html, 'text/html')
          const odd = [...parsed.querySelectorAll('*')].filter(
            (one) =>
              /^(iframe|object|embed|base|image|img|math|video|audio|style|template)$/i.test(one.tagName) ||
              (one.tagName === 'SCRIPT' && !one.getAttribute('src')?.startsWith('/assets/')) ||
              [...one.attributes].some(
                (attribute) =>
                  attribute.name.startsWith('on') ||
                  (['href', 'src', 'action'].includes(attribute.name) &&
                    !/^(https?:\/\/|mailto:|\/|#|\?|data:image\/svg\+xml,%3Csvg)/.test(attribute.value)),
              ),
          )
          return odd.map((one) => `${name}: ${one.outerHTML.slice(0, 120)}`)
        }),
      pages,
    )
    expect(found).toEqual([])
  })
})

test('V1.3.3 a form that is not taken shows again what stood in it, character by character', async () => {
  const text = payloads.map((payload) => payload.text).join('\n')
  await page.goto(`${server}/en/ulgiqala/figures/${series}/2023/mistakes`)
  happened.length = 0
  await page.evaluate((value) => {
    const field = document.querySelector('textarea')!
    field.removeAttribute('maxlength')
    field.value = value
  }, text)
  await page.click('main form button[type=submit]')
  expect(happened).toEqual([])
  expect(await foreignParts(page)).toEqual([])
  expect(await page.inputValue('textarea')).toBe(text.replaceAll('\r\n', '\n'))
})
