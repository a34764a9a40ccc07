import { describe, expect, test } from 'vitest'
import { noCooperation, smallCity, smallRecord, smallSeries } from '../../../test/support/small-record.ts'
import { searchRecord } from '../../actions/search-record.ts'
import { showAboutData } from '../../actions/show-about-data.ts'
import { showCatalogue } from '../../actions/show-catalogue.ts'
import { showFigure } from '../../actions/show-figure.ts'
import { showGaps } from '../../actions/show-gaps.ts'
import { showIndicator } from '../../actions/show-indicator.ts'
import { showRelease, showReleases } from '../../actions/show-releases.ts'
import { writeChangesFeed } from '../../actions/write-changes-feed.ts'
import { readCatalogueFilter } from '../../books/indicators/catalogue-filter.ts'
import type { Outcome } from '../../books/outcome.ts'
import { languages } from '../../books/text.ts'
import { AboutPage } from '../about/about-page.tsx'
import { AccessibilityPage } from '../about/accessibility-page.tsx'
import { ContactPage } from '../about/contact-page.tsx'
import { GapsPage } from '../about/gaps-page.tsx'
import { LicencePage } from '../about/licence-page.tsx'
import type { Frame } from '../frame.ts'
import { glue } from '../glue.ts'
import { MethodsPage } from '../methods.tsx'
import { ReleaseListPage } from '../releases/release-list-page.tsx'
import { ReleasePage } from '../releases/release-page.tsx'
import { render } from '../render.ts'
import { SearchPage } from '../search.tsx'
import { wordsOf } from '../words.ts'
import { CataloguePage } from './catalogue-page.tsx'
import { FigurePage } from './figure-page.tsx'
import { IndicatorPage } from './indicator-page.tsx'
import { ReportMistakePage } from './report-mistake-page.tsx'

const city = smallCity
const asOf = new Date('2026-11-22T00:00:00Z')
const record = { ...smallRecord(), ...noCooperation }

const got = <T,>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value
}

describe.each(languages)('in %s', (language) => {
  const words = wordsOf(language)
  const frame: Frame = {
    words,
    city,
    asOf: null,
    today: '2026-11-22',
    path: '/indicators/11.6.2',
    query: '',
    publicUrl: 'https://bagdar.example',
    mode: 'demo',
    assets: {},
  }
  const figure = async (timePeriod: string) => got(await showFigure({ city, series: smallSeries.address, timePeriod, asOf }, record))
  const release = { city, number: 1, page: 1, drafts: false, asOf }
  const pages = {
    catalogue: async () => (
      <CataloguePage frame={frame} view={await showCatalogue({ city, filter: readCatalogueFilter(new URLSearchParams()), asOf }, record)} />
    ),
    indicator: async () => (
      <IndicatorPage frame={frame} view={got(await showIndicator({ city, code: '11.6.2', series: null, asOf }, record))} />
    ),
    'indicator without figures': async () => (
      <IndicatorPage frame={frame} view={got(await showIndicator({ city, code: '11.10.1', series: null, asOf }, record))} />
    ),
    figure: async () => <FigurePage frame={frame} view={await figure('2019')} />,
    'disputed figure': async () => <FigurePage frame={frame} view={await figure('2024')} />,
    'mistake, after an empty text': async () => (
      <ReportMistakePage
        frame={frame}
        view={await figure('2019')}
        formKey="k"
        sent={null}
        refusal={{ code: 'text_empty', field: 'text' }}
      />
    ),
    'mistake, sent': async () => <ReportMistakePage frame={frame} view={await figure('2019')} formKey="k" sent={17} />,
    releases: async () => <ReleaseListPage frame={frame} releases={await showReleases({ city, asOf }, record)} />,
    release: async () => <ReleasePage frame={frame} view={got(await showRelease({ ...release, code: null }, record))} />,
    notices: async () => <ReleasePage frame={frame} view={got(await showRelease({ ...release, code: 'conflicting_values' }, record))} />,
    search: async () => (
      <SearchPage frame={frame} view={await searchRecord({ city, query: 'кала', language, only: null, pages: [], asOf }, record)} />
    ),
    methods: async () => <MethodsPage frame={frame} goldenSeries={26} />,
    gaps: async () => <GapsPage frame={frame} gaps={await showGaps({ city, asOf }, record)} />,
    about: async () => <AboutPage frame={frame} {...await showAboutData({ city, asOf }, record)} />,
    licence: async () => <LicencePage frame={frame} sources={await record.listSources(city, asOf)} />,
    contact: async () => <ContactPage frame={frame} operator={null} />,
    accessibility: async () => <AccessibilityPage frame={frame} />,
  }

  test.each(Object.entries(pages))('%s has one heading, unique ids and no broken words', async (_name, page) => {
    const html = render(await page())
    expect(html.match(/<h1/g)).toHaveLength(1)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1])
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    expect(html).not.toMatch(/undefined|NaN|\[object|[\uE000\uE001]/)
  })

  test('every value of the table opens its figure, in the notation of the language', async () => {
    const html = render(await pages.indicator())
    const value = language === 'en' ? '0.050' : '0,050'
    expect(html).toContain(`<a class="fig" href="/${language}/ulgiqala/figures/${smallSeries.address}/2018">${value}</a>`)
  })

  test('a disputed figure shows both rows with their lines', async () => {
    const html = render(await pages['disputed figure']())
    for (const line of ['12', '13']) expect(html).toContain(glue(words.t('figure.line', { line })))
  })

  test('the feed names every release', async () => {
    const feed = await writeChangesFeed({ frame, city, asOf }, record)
    expect([...feed.matchAll(/<id>[^<]*\/releases\/(\d)<\/id>/g)].map((match) => match[1])).toEqual(['2', '1'])
  })
})

test('on an earlier day every link keeps the day', async () => {
  const frame: Frame = {
    words: wordsOf('en'),
    city,
    asOf: '2025-01-15',
    today: '2026-11-22',
    path: '/indicators',
    query: '',
    publicUrl: '',
    mode: 'demo',
    assets: {},
  }
  const html = render(
    <CataloguePage frame={frame} view={await showCatalogue({ city, filter: readCatalogueFilter(new URLSearchParams()), asOf }, record)} />,
  )
  expect(html).toContain(`/figures/${smallSeries.address}/2024?asOf=2025-01-15`)
})
