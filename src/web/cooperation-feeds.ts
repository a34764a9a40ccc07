import type { Hono } from 'hono'
import { writeCooperationCalendar } from '../actions/cooperation/write-calendar.ts'
import { writeCooperationFeed } from '../actions/cooperation/write-cooperation-feed.ts'
import { cityRequestOf, type CityRequest } from './city-route.ts'
import { readingOnly } from './public-reads.ts'
import { revalidated } from './revalidated.ts'
import type { Site } from './site.ts'

/** What programs of a reader follow: the calendar of visits and meetings, and the feed of the city's cooperation. */
export function cooperationFeeds(app: Hono, site: Site): void {
  const feed = (name: string, type: string, write: (request: CityRequest) => Promise<string>): void => {
    app.get(`/:language/:city/cooperation/${name}`, readingOnly(site), revalidated, async (c, next) => {
      const request = await cityRequestOf(c, site)
      if (request === null) return await next()
      if (request instanceof Response) return request
      return c.body(await write(request), 200, { 'content-type': `${type}; charset=utf-8` })
    })
  }
  feed('calendar.ics', 'text/calendar', async (request) => await writeCooperationCalendar(request, site.record))
  feed('feed.atom', 'application/atom+xml', async (request) => await writeCooperationFeed(request, site.record))
}
