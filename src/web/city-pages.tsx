import { Hono } from 'hono'
import { showFigure } from '../actions/show-figure.ts'
import { showHome } from '../actions/show-home.ts'
import { showGoal, showProgramme } from '../actions/show-programme.ts'
import { showRelease, showReleases } from '../actions/show-releases.ts'
import { HomePage } from '../pages/home.tsx'
import { GoalPage } from '../pages/programme/goal-page.tsx'
import { ProgrammePage } from '../pages/programme/programme-page.tsx'
import { FigurePage } from '../pages/indicators/figure-page.tsx'
import { ReportMistakePage } from '../pages/indicators/report-mistake-page.tsx'
import { ReleaseListPage } from '../pages/releases/release-list-page.tsx'
import { ReleasePage } from '../pages/releases/release-page.tsx'
import { cityRoute, found } from './city-route.ts'
import type { Site } from './site.ts'

/** The pages of a city. */
export function cityPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  const { record } = site

  cityRoute(app, site, '', async ({ frame, city, asOf }) => {
    const reasons = await record.listRivalReasons(city, asOf)
    return <HomePage frame={frame} view={await showHome({ city, asOf, reasons }, record)} />
  })
  cityRoute(app, site, '/programme', async ({ frame, city, asOf }) => {
    const view = found(await showProgramme({ city, asOf }, record))
    return view && <ProgrammePage frame={frame} view={view} />
  })
  cityRoute(app, site, '/programme/goals/:number', async ({ frame, city, asOf, parameter }) => {
    const view = found(await showGoal({ city, asOf, number: parameter('number') }, record))
    return view && <GoalPage frame={frame} view={view} />
  })

  cityRoute(app, site, '/figures/:series/:period', async ({ frame, city, asOf, parameter }) => {
    const view = found(await showFigure({ city, series: parameter('series'), timePeriod: parameter('period'), asOf }, record))
    return view && <FigurePage frame={frame} view={view} />
  })
  cityRoute(app, site, '/releases', async ({ frame, city, asOf }) => (
    <ReleaseListPage frame={frame} releases={await showReleases({ city, asOf }, record)} />
  ))
  cityRoute(app, site, '/releases/:number', async ({ frame, city, asOf, query, parameter }) => {
    const number = Number(parameter('number'))
    if (!Number.isSafeInteger(number)) return null
    const page = Number(query.get('page') ?? '1') || 1
    const view = found(await showRelease({ city, number, code: query.get('code'), page, drafts: false, asOf }, record))
    return view && <ReleasePage frame={frame} view={view} />
  })
  return app
}
