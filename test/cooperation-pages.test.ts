import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishRecord, withdrawRecord } from '../src/actions/cooperation/publish-record.ts'
import { setDeadline, addStatusEvent } from '../src/actions/cooperation/pursue.ts'
import { showCommitments } from '../src/actions/cooperation/show-commitments.ts'
import { showPartner, showSisterCities } from '../src/actions/cooperation/show-partner.ts'
import type { CooperationRecord } from '../src/books/cooperation/records.ts'
import { rowOn } from '../src/books/cooperation/commitment-row.ts'
import { languages } from '../src/books/text.ts'
import { canary, openCooperationSite, type CooperationSite } from './support/cooperation-site.ts'

let site: CooperationSite
beforeAll(async () => void (site = await openCooperationSite()), 120_000)
afterAll(() => site.close())

const read = async (path: string): Promise<string> => {
  const answer = await site.get(path)
  expect(answer.status, path).toBe(200)
  return await answer.text()
}
/** What a reader reads. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll(/\s+/g, ' ')
const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
const main = (html: string): string => /<main.*<\/main>/s.exec(html)?.[0] ?? ''

const crawled = new Map<string, Promise<Map<string, string>>>()
/** Every page of cooperation that the first one leads to, by any number of steps. */
function reached(language: string, city: string): Promise<Map<string, string>> {
  const start = `/${language}/${city}/cooperation`
  const known = crawled.get(start) ?? crawl(start)
  crawled.set(start, known)
  return known
}

async function crawl(start: string): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const waiting = [start]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue
    const answer = await site.get(path)
    pages.set(path, answer.headers.get('content-type')?.startsWith('text/html') ? await answer.text() : '')
    expect(answer.status, path).toBe(200)
    for (const link of linksOf(main(pages.get(path)!))) {
      const [address = ''] = link.split('#')
      if (address.startsWith(start) && !pages.has(address)) waiting.push(address)
    }
  }
  return pages
}

describe.each(['almaty', 'ulgiqala'])('%s', (city) => {
  test.each(languages)('every link of every page leads somewhere, and every anchor is there, in %s', async (language) => {
    const pages = await reached(language, city)
    expect(pages.size).toBeGreaterThan(20)
    const lost: string[] = []
    for (const [path, html] of pages) {
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, `${path} has an id twice`).toBe(ids.length)
      for (const link of linksOf(main(html))) {
        const [address = '', anchor] = link.split('#')
        const target = pages.get(address === '' ? path : address)
        if (anchor !== undefined && target !== undefined && !target.includes(`id="${anchor}"`)) lost.push(`${path} → ${link}`)
      }
      expect(
        [...html.matchAll(/<a\b[^>]*>\s*<\/a>/g)].map(([link]) => link),
        path,
      ).toEqual([])
    }
    expect(lost).toEqual([])
  })

  test('no page shows what is not published', async () => {
    for (const [path, html] of await reached('kk', city)) expect(html.includes(canary), path).toBe(false)
    for (const kind of ['events', 'commitments', 'partners', 'agreements', 'projects', 'sources'])
      expect((await site.get(`/kk/${city}/cooperation/${kind}/${await draftOf(city, kind)}`)).status, kind).toBe(404)
    expect((await read(`/kk/${city}/search?q=${encodeURIComponent(canary)}`)).match(/class="hits"/)).toBeNull()
  })

  test('pages are light enough for a phone', async () => {
    for (const [path, html] of await reached('kk', city)) expect(html.length, path).toBeLessThan(100_000)
  })
})

const folders = {
  events: 'event',
  commitments: 'commitment',
  partners: 'partner',
  agreements: 'agreement',
  projects: 'project',
  sources: 'source',
} as const
async function draftOf(slug: string, folder: string): Promise<number> {
  const city = slug === 'almaty' ? site.almaty : site.ulgiqala
  const [draft] = await site.record.listCooperation(city, folders[folder as keyof typeof folders], { drafts: true })
  return draft!.number
}

describe('the visit to Bangkok', () => {
  test('shows what was said with the verb of the promise marked, whose translation it is, and where it stands', async () => {
    const html = await read('/ru/almaty/cooperation/events/1')
    expect(html).toContain('мәселесін <mark>қарастырамыз</mark>. Туризм')
    expect(html).toContain('<blockquote lang="kk">')
    expect(textOf(html)).toMatch(/Перевод \(оригинал: казахский\). Перевод: Bagdar/)
    expect(textOf(html)).toMatch(/знаки 1341–1556/)
  })

  test('counts promises by the step of their verb, and says once what all of them lack', async () => {
    const text = textOf(await read('/en/almaty/cooperation/events/1'))
    expect(text).toContain('0 wishes 2 intends 2 will consider 1 agreed to consider 2 will do 2 agreed to do 0 signed')
    expect(text.match(/All of them: no date/g)).toHaveLength(1)
    expect(text.match(/no owner/g)).toHaveLength(1)
    expect(text.match(/Made for a party that was absent/g)).toHaveLength(1)
  })

  test.each([
    { language: 'kk', says: '7 уәде және 2 ниет' },
    { language: 'ru', says: '7 обещаний и 2 намерения' },
    { language: 'en', says: '7 commitments and 2 intentions' },
  ])('has seven commitments and two intentions: $says', async ({ language, says }) => {
    for (const path of ['/cooperation', '/cooperation/events/1', '/cooperation/commitments', '/cooperation/commitments?strength=signed'])
      expect(textOf(await read(`/${language}/almaty${path}`)), path).toContain(says)
  })

  test('the light says that the day of the promise is not confirmed; “achievable” says how little it means', async () => {
    const text = textOf(await read('/en/almaty/cooperation/commitments/2'))
    expect(text).toContain('Time is counted from the promise: April 2016 (date not confirmed)')
    expect(text).toContain(
      'Achievable: yes Was who promised there, and may decide it? “Yes” means: nothing stands against it that we know.',
    )
    const unclear = textOf(await read('/en/almaty/cooperation/commitments/3'))
    expect(unclear).toContain('Achievable: no')
    expect(unclear).not.toContain('nothing stands against it')
  })

  test('nothing is shown as done, and nothing of the brief is shown', async () => {
    const [visit] = await site.record.listCooperation(site.almaty, 'event')
    const brief = Object.values(visit!.content.brief)
    for (const path of ['/cooperation', '/cooperation/events/1', '/cooperation/commitments']) {
      const html = await read(`/en/almaty${path}`)
      expect(/st-on/.test(main(html).replaceAll(/<p class="fine">.*?<\/p>/gs, '')), path).toBe(false)
      for (const words of brief) expect(html).not.toContain(words)
    }
  })

  test('a topic leads to a goal of the programme and to its SDG', async () => {
    const links = linksOf(await read('/kk/almaty/cooperation/events/1'))
    const goals = links.filter((link) => link.includes('/programme/goals/'))
    expect(goals.length).toBeGreaterThan(0)
    for (const link of new Set(goals)) await read(link)
    expect(links).toContain('/kk/almaty/indicators?goal=11')
  })

  test('who took part for whom, and that UN-Habitat was not there', async () => {
    const text = textOf(await read('/en/almaty/cooperation/events/1'))
    expect(text).toMatch(/UN-Habitat · Absent/)
    expect(text).toContain('the city’s delegation')
  })
})

describe('commitments', () => {
  test.each([
    { query: 'flag=for_absent_party', numbers: [7] },
    { query: 'strength=agreed_to_consider', numbers: [5] },
    { query: 'flag=jurisdiction_unclear&strength=will_consider', numbers: [4, 3] },
    { query: 'status=done', numbers: [] },
    { query: 'status=nonsense&strength=signed', numbers: [] },
  ])('are found by $query', async ({ query, numbers }) => {
    const html = await read(`/en/almaty/cooperation/commitments?${query}`)
    expect([...html.matchAll(/<li id="commitment-(\d+)"/g)].map(([, number]) => Number(number))).toEqual(numbers)
  })

  test('are found by partner, whether it promised or was promised', async () => {
    const all = await site.record.listCooperation(site.ulgiqala, 'commitment', { published: true })
    const partner = all[0]!.content.by[0]!
    const wanted = all.filter(({ content }) => [...content.by, ...content.to].includes(partner)).map(({ number }) => number)
    const html = await read(`/en/ulgiqala/cooperation/commitments?partner=${partner}`)
    expect([...html.matchAll(/<li id="commitment-(\d+)"/g)].map(([, number]) => Number(number)).sort((a, b) => a - b)).toEqual(wanted)
    expect(html).toContain(`<option value="${partner}" selected`)
  })

  test.each(['2016-05-01', '2026-11-23', '2030-01-01'])('the short rows say the same as the full views on %s', async (today) => {
    for (const city of [site.almaty, site.ulgiqala]) {
      const full = await showCommitments({ city, filter: { published: true }, today }, site.record)
      const rows = (await site.record.listCommitmentRows(city, new Date())).map((row) => rowOn(row, today))
      expect(rows).toEqual(
        full.map(({ number, content, status, flags }) => ({
          number,
          strength: content.strength,
          by: content.by,
          to: content.to,
          status,
          flags,
        })),
      )
    }
  })

  test('a moved deadline stays with its reason, and a wrong entry stays struck through', async () => {
    const at = new Date()
    const today = at.toISOString().slice(0, 10)
    const subject = { kind: 'commitment', number: 5 } as const
    const doing = { city: site.almaty, by: null, at, subject }
    await setDeadline({ ...doing, due: '2027-03', reason: '' }, site.record)
    await setDeadline({ ...doing, due: '2028', reason: 'Жаңа сапар күтіледі' }, site.record)
    const form = { on: '2026-10-01', note: {}, evidence: null, retracts: null }
    await addStatusEvent({ ...doing, form: { ...form, kind: 'started' }, today }, site.record)
    await addStatusEvent({ ...doing, form: { ...form, kind: 'retracted', note: { kk: 'Басқа қала' }, retracts: 1 }, today }, site.record)
    const html = await read('/kk/almaty/cooperation/commitments/5')
    const text = textOf(html)
    expect(text).toContain('Мерзімі белгіленді: 2027 ж. наурыз')
    expect(text).toContain('Мерзімі ауыстырылды: 2027 ж. наурыз → 2028')
    expect(text).toContain('Себебі: Жаңа сапар күтіледі')
    expect(html).toContain('<del>Жұмыс басталды</del>')
    expect(text).toContain('Басқа қала')
  })

  test('an indicator by which it may be seen stands there with its last figure, and both open', async () => {
    const [route] = (await site.record.listCooperation(site.ulgiqala, 'commitment', { having: { indicators: ['U-11'] } })).map(
      (one) => one.number,
    )
    const html = await read(`/en/ulgiqala/cooperation/commitments/${route}`)
    expect(textOf(html)).toMatch(/U-11 Overnight visitors .*111,030 persons, 2025/)
    const links = linksOf(main(html))
    expect(links).toContain('/en/ulgiqala/indicators/U-11')
    await read(links.find((link) => link.startsWith('/en/ulgiqala/figures/'))!)
    expect(textOf(await read('/en/ulgiqala/indicators/U-11'))).toContain('the Sea Country (invented)')
  })

  test('evidence in a source that is not public is said to be there, and not quoted', async () => {
    const text = textOf(await read('/en/almaty/cooperation/commitments/1'))
    expect(text).toContain('Progress reported')
    expect(text).toContain('Its source is not public yet.')
  })

  test('a past day knows nothing that came later', async () => {
    const before = textOf(await read('/en/almaty/cooperation?asOf=2015-01-01'))
    expect(before).toContain('This city has not published visits or agreements')
    expect((await site.get('/en/almaty/cooperation/commitments/1?asOf=2015-01-01')).status).toBe(404)
  })
})

describe('agreements', () => {
  const paper = '/kk/ulgiqala/cooperation/agreements/1/files/1'

  test('the signed paper is what its SHA-256 says, and is never shown in the page', async () => {
    const answer = await site.get(paper)
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(await read('/kk/ulgiqala/cooperation/agreements/1')).toContain(createHash('sha256').update(bytes).digest('hex'))
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="agreement-1-1"; filename\*=UTF-8''[\w%.~-]+$/)
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test.each(['/kk/ulgiqala/cooperation/agreements/1/files/9', '/kk/almaty/cooperation/agreements/1/files/1', `${paper}x`])(
    '%s is not there',
    async (path) => {
      expect((await site.get(path)).status).toBe(404)
    },
  )
})

test('a sister city that nothing happened with for 24 months is called dormant', async () => {
  const partnerships = await site.record.listCooperation(site.ulgiqala, 'partnership', { published: true })
  const texts = await Promise.all(
    partnerships.map(async ({ content }) => textOf(main(await read(`/en/ulgiqala/cooperation/partners/${content.partner}`)))),
  )
  expect(texts.map((text) => text.includes('Stage reached: Signed. Dormant since'))).toEqual([false, true])
})

test('sister cities are read together: as many questions for thirty as for two, and each stands where its own page says', async () => {
  const { record, ulgiqala: city } = site
  const input = { city, asOf: new Date(), today: '2026-11-23' }
  const counted = async () => {
    let questions = 0
    const counting = {
      ...record,
      listCooperation: async (...args: Parameters<typeof record.listCooperation>) => (questions++, await record.listCooperation(...args)),
    }
    return { cities: await showSisterCities(input, counting as typeof record), questions }
  }
  const before = await counted()
  expect(before.cities.size).toBe(2)
  for (const [partner, { partnership, state }] of before.cities) {
    const own = (await showPartner({ ...input, number: partner }, record))!.partnerships.find(
      (one) => one.partnership.number === partnership,
    )!
    expect(state).toEqual(own.state)
  }
  const [{ content }] = (await record.listCooperation(city, 'partnership', { published: true })) as [CooperationRecord<'partnership'>]
  const [partner] = (await record.listCooperation(city, 'partner', { published: true })) as [CooperationRecord<'partner'>]
  const numbers: number[] = []
  for (let at = 0; at < 28; at++) {
    const other = await record.addCooperation(city, 'partner', partner.content)
    numbers.push(await record.addCooperation(city, 'partnership', { ...content, partner: other }))
  }
  const publish = async (isPublic: boolean) => {
    for (const number of numbers) {
      const one = (await record.findCooperation(city, 'partnership', number))!
      await record.keepCooperation(city, { ...one, publishedAt: isPublic ? '2026-01-01T00:00:00.000Z' : null })
    }
  }
  await publish(true)
  const after = await counted()
  expect([after.cities.size, after.questions]).toEqual([30, before.questions])
  await publish(false)
})

test('each marked place of a source leads to what rests on it, and all of its text is there', async () => {
  const html = await read('/kk/almaty/cooperation/sources/1')
  const [source] = await site.record.listCooperation(site.almaty, 'source', { published: true })
  const shown = /<div class="source-text"[^>]*>(.*?)<\/div>/s.exec(html)?.[1] ?? ''
  const plain = shown.replaceAll(/<sup>.*?<\/sup>/g, '').replaceAll(/<[^>]*>/g, '')
  // Joiners that keep words together are put in for the screen alone.
  const bare = (text: string) => text.replaceAll(/[\u2060\u00a0\s]+/g, '').replaceAll('&quot;', '"')
  expect(bare(plain)).toBe(bare(source!.content.text))
  expect(shown).toMatch(/<a class="span" href="\/kk\/almaty\/cooperation\/commitments\/3">/)
  for (const { number } of await site.record.listEvidenceIn(site.almaty, 1)) expect(html).toContain(`id="e${number}"`)
})

test.each([
  { query: 'карастырамыз', path: '/cooperation/commitments/3' },
  { query: 'Бангкок каласы', path: '/cooperation/partners/3' },
  { query: 'Ахтар', path: '/cooperation/events/5' },
  { query: 'ынтактактастыкты', path: '/cooperation/sources/1' },
])('search finds $path by $query', async ({ query, path }) => {
  expect(linksOf(await read(`/kk/almaty/search?q=${encodeURIComponent(query)}`))).toContain(`/kk/almaty${path}`)
})

test('the sitemap and the contents lead to cooperation', async () => {
  expect(await read('/sitemap.xml')).toContain('/kk/almaty/cooperation/events/1')
  expect(linksOf(await read('/kk/almaty'))).toContain('/kk/almaty/cooperation')
})

describe('what was taken back', () => {
  const path = '/cooperation/projects/'
  const reason = 'Дерек расталмады'

  test('says that it was there, from when to when and why; what was never public is not there', async () => {
    const city = site.ulgiqala
    const number = await draftOf('ulgiqala', 'projects')
    const at = (day: string) => ({ city, kind: 'project' as const, number, by: null, at: new Date(`${day}T06:00:00Z`) })
    const get = (address: string) => site.get(`/ru/ulgiqala${address}`)
    expect((await get(`${path}${number}`)).status).toBe(404)
    expect((await publishRecord(at('2026-03-01'), site.record))?.ok).toBe(true)
    expect((await get(`${path}${number}`)).status).toBe(200)
    await withdrawRecord({ ...at('2026-05-02'), reason }, site.record)

    for (const address of [`${path}${number}`, `${path}${number}?asOf=2026-04-01`, `${path}${number}?asOf=2026-06-01`]) {
      const answer = await get(address)
      expect(answer.status, address).toBe(410)
      const html = await answer.text()
      expect(html).not.toContain(canary)
      expect(html).toContain('noindex')
      const text = textOf(html)
      for (const said of [`Инвестиционный проект, № ${number}`, '1 марта 2026', '2 мая 2026', `Причина: ${reason}`])
        expect(text).toContain(said)
    }
    expect((await get(`${path}${number}?asOf=2026-02-01`)).status).toBe(404)
    expect((await get(`/cooperation/events/${number}`)).status).not.toBe(410)
    expect((await site.get(`/ru/almaty${path}${number}`)).status).not.toBe(410)
  })
})
