import type { Hono } from 'hono'
import { showDifference, showVersion } from '../actions/show-programme-version.ts'
import { showBudget, showGoal, showProgramme, showVersions } from '../actions/show-programme.ts'
import { BudgetPage } from '../pages/programme/budget-page.tsx'
import { DifferencePage } from '../pages/programme/difference-page.tsx'
import { GoalPage } from '../pages/programme/goal-page.tsx'
import { NoProgrammePage } from '../pages/programme/no-programme-page.tsx'
import { ProgrammePage } from '../pages/programme/programme-page.tsx'
import { VersionListPage } from '../pages/programme/version-list-page.tsx'
import { VersionPage } from '../pages/programme/version-page.tsx'
import { cityRoute, found } from './city-route.ts'
import type { Site } from './site.ts'

/** The pages of the programme. */
export function programmePages(app: Hono, site: Site): void {
  const { record } = site
  cityRoute(app, site, '/programme', async ({ frame, city, asOf }) => {
    const view = found(await showProgramme({ city, asOf }, record))
    return view ? <ProgrammePage frame={frame} view={view} /> : <NoProgrammePage frame={frame} />
  })
  cityRoute(app, site, '/programme/goals/:number', async ({ frame, city, asOf, parameter }) => {
    const view = found(await showGoal({ city, asOf, number: parameter('number') }, record))
    return view && <GoalPage frame={frame} view={view} />
  })
  cityRoute(app, site, '/programme/budget', async ({ frame, city, asOf }) => {
    const view = found(await showBudget({ city, asOf }, record))
    return view ? <BudgetPage frame={frame} view={view} /> : <NoProgrammePage frame={frame} />
  })
  cityRoute(app, site, '/programme/versions', async ({ frame, city, asOf }) => {
    const rows = found(await showVersions({ city, asOf }, record))
    return rows ? <VersionListPage frame={frame} rows={rows} /> : <NoProgrammePage frame={frame} />
  })
  cityRoute(app, site, '/programme/versions/:number', async ({ frame, city, asOf, parameter, query }) => {
    const asked = { number: Number(parameter('number')), programme: query.get('programme') || null }
    const view = found(await showVersion({ city, asOf, ...asked }, record))
    return view && <VersionPage frame={frame} {...view} />
  })
  cityRoute(app, site, '/programme/difference/:from/:to', async ({ frame, city, asOf, parameter }) => {
    const versions = { from: Number(parameter('from')), to: Number(parameter('to')) }
    const view = found(await showDifference({ city, asOf, ...versions, today: frame.today }, record))
    return view && <DifferencePage frame={frame} {...view} />
  })
}
