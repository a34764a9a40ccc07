import { Hono } from 'hono'
import { showAccessMethod } from '../actions/show-access-method.ts'
import { listAccessFigures, showCityMap } from '../actions/show-city-map.ts'
import { showOpenSpace } from '../actions/show-open-space.ts'
import { listOpenDiscussions } from '../actions/discussion/show-discussions.ts'
import { searchRecord } from '../actions/search-record.ts'
import { showAboutData } from '../actions/show-about-data.ts'
import { showCatalogue } from '../actions/show-catalogue.ts'
import { showFigure } from '../actions/show-figure.ts'
import { showGaps } from '../actions/show-gaps.ts'
import { showHome } from '../actions/show-home.ts'
import { showIndicator } from '../actions/show-indicator.ts'
import { showRelease, showReleases } from '../actions/show-releases.ts'
import { readCatalogueFilter } from '../books/indicators/catalogue-filter.ts'
import { readEdits } from '../books/indicators/sdg-11/access/what-if-edits.ts'
import { searchKinds } from '../books/indicators/search-view.ts'
import { AboutPage } from '../pages/about/about-page.tsx'
import { AccessibilityPage } from '../pages/about/accessibility-page.tsx'
import { ApiPage } from '../pages/about/api-page.tsx'
import { ContactPage } from '../pages/about/contact-page.tsx'
import { GapsPage } from '../pages/about/gaps-page.tsx'
import { LicencePage } from '../pages/about/licence-page.tsx'
import { PrivacyPage } from '../pages/about/privacy-page.tsx'
import { HomePage } from '../pages/home.tsx'
import { CataloguePage } from '../pages/indicators/catalogue-page.tsx'
import { FigurePage } from '../pages/indicators/figure-page.tsx'
import { IndicatorPage } from '../pages/indicators/indicator-page.tsx'
import { MethodsPage } from '../pages/methods.tsx'
import { ReleaseListPage } from '../pages/releases/release-list-page.tsx'
import { ReleasePage } from '../pages/releases/release-page.tsx'
import { AccessMethodPage } from '../pages/spatial/access-method-page.tsx'
import { MapPage } from '../pages/spatial/map-page.tsx'
import { NoMapPage } from '../pages/spatial/no-map-page.tsx'
import { OpenSpaceMethodPage } from '../pages/spatial/open-space-method-page.tsx'
import { SearchPage } from '../pages/search.tsx'
import { searchablePages } from '../pages/searchable-pages.ts'
import { cityRoute, found } from './city-route.ts'
import { contributions } from './contributions.tsx'
import { cooperationFiles } from './cooperation-files.ts'
import { cooperationPages } from './cooperation-pages.tsx'
import { economyPages } from './economy-pages.tsx'
import { deskReleases } from './desk-releases.tsx'
import { deskUploads } from './desk-uploads.tsx'
import { deskValues } from './desk-values.tsx'
import { discussionPages } from './discussion-pages.tsx'
import { discussionFiles } from './discussion-files.ts'
import { discussionSubscriptions } from './discussion-subscriptions.tsx'
import { reportMistake } from './report-mistake.tsx'
import { programmePages } from './programme-pages.tsx'
import { reportPages } from './reports.tsx'
import type { Site } from './site.ts'

/** The pages of a city: home, indicators, figures, releases, search, and what is said about the record itself. */
export function cityPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  const { record } = site

  cityRoute(app, site, '', async ({ frame, city, asOf }) => (
    <HomePage
      frame={frame}
      view={await showHome({ city, asOf, reasons: await record.listRivalReasons(city, asOf) }, record)}
      discussions={frame.asOf === null ? await listOpenDiscussions(city, frame.today, record) : []}
      access={city.comparison ? await listAccessFigures(city, asOf, record) : []}
    />
  ))
  programmePages(app, site)
  reportPages(app, site)
  discussionPages(app, site)
  contributions(app, site)
  discussionSubscriptions(app, site)
  discussionFiles(app, site)
  cooperationPages(app, site)
  cooperationFiles(app, site)
  economyPages(app, site)
  deskValues(app, site)
  deskUploads(app, site)
  deskReleases(app, site)

  cityRoute(app, site, '/indicators', async ({ frame, city, asOf, query }) => (
    <CataloguePage frame={frame} view={await showCatalogue({ city, filter: readCatalogueFilter(query), asOf }, record)} />
  ))
  cityRoute(app, site, '/indicators/:code', async ({ frame, city, asOf, query, parameter }) => {
    const view = found(await showIndicator({ city, code: parameter('code'), series: query.get('series') || null, asOf }, record))
    return view && <IndicatorPage frame={frame} view={view} />
  })
  cityRoute(app, site, '/figures/:series/:period', async ({ frame, city, asOf, parameter }) => {
    const view = found(await showFigure({ city, series: parameter('series'), timePeriod: parameter('period'), asOf }, record))
    return view && <FigurePage frame={frame} view={view} />
  })
  reportMistake(app, site)

  cityRoute(app, site, '/map', async ({ frame, city, asOf, query }) => {
    const view = await showCityMap({ city, asOf, edits: readEdits(query) }, record)
    if (view !== null) return <MapPage frame={frame} view={view} />
    return <NoMapPage frame={frame} view={await showAccessMethod({ city, asOf }, record)} />
  })

  cityRoute(app, site, '/releases', async ({ frame, city, asOf }) => (
    <ReleaseListPage frame={frame} releases={await showReleases({ city, asOf }, record)} />
  ))
  cityRoute(app, site, '/releases/:number', async ({ frame, city, asOf, query, parameter }) => {
    if (!/^\d{1,9}$/.test(parameter('number'))) return null
    const number = Number(parameter('number'))
    const page = Number(query.get('page') ?? '1') || 1
    const view = found(await showRelease({ city, number, code: query.get('code'), page, drafts: false, asOf }, record))
    return view && <ReleasePage frame={frame} view={view} />
  })

  cityRoute(app, site, '/search', async ({ frame, city, asOf, query }) => {
    const only = searchKinds.find((kind) => kind === query.get('kind')) ?? null
    const words = { query: query.get('q') ?? '', language: frame.words.language }
    return <SearchPage frame={frame} view={await searchRecord({ city, ...words, only, pages: searchablePages, asOf }, record)} />
  })
  cityRoute(app, site, '/gaps', async ({ frame, city, asOf }) => <GapsPage frame={frame} gaps={await showGaps({ city, asOf }, record)} />)
  cityRoute(app, site, '/about', async ({ frame, city, asOf }) => (
    <AboutPage frame={frame} {...await showAboutData({ city, asOf }, record)} />
  ))
  cityRoute(app, site, '/licence', async ({ frame, city, asOf }) => (
    <LicencePage frame={frame} sources={await record.listSources(city, asOf)} />
  ))
  cityRoute(app, site, '/methods', async ({ frame }) => <MethodsPage frame={frame} goldenSeries={40} />)
  cityRoute(app, site, '/methods/11.7.1', async ({ frame, city, asOf }) => (
    <OpenSpaceMethodPage frame={frame} view={await showOpenSpace({ city, asOf }, record)} />
  ))
  cityRoute(app, site, '/methods/11.2.1', async ({ frame, city, asOf }) => (
    <AccessMethodPage frame={frame} view={await showAccessMethod({ city, asOf }, record)} />
  ))
  cityRoute(app, site, '/accessibility', async ({ frame }) => <AccessibilityPage frame={frame} />)
  cityRoute(app, site, '/privacy', async ({ frame }) => <PrivacyPage frame={frame} />)
  cityRoute(app, site, '/contact', async ({ frame }) => <ContactPage frame={frame} operator={null} />)
  cityRoute(app, site, '/api', async ({ frame }) => <ApiPage frame={frame} />)
  return app
}
