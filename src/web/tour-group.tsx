import type { Hono } from 'hono'
import { TourGroupPage } from '../pages/cooperation/tour-group-page.tsx'
import { cityRoute } from './city-route.ts'
import type { Site } from './site.ts'

/** The checker of group lists. It has no post and no file: what is checked never comes here. */
export const tourGroup = (app: Hono, site: Site): void =>
  cityRoute(app, site, '/cooperation/tour-group', async ({ frame }) => <TourGroupPage frame={frame} />)
