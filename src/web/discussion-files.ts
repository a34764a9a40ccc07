import type { Hono } from 'hono'
import { writeDiscussionFeed } from '../actions/discussion/write-discussion-feed.ts'
import { writeAnswersTable, writeContributionsTable, writeSummaryTable } from '../actions/discussion/write-discussion-tables.ts'
import { cityRequestOf, found, type CityRequest } from './city-route.ts'
import { discussionInput } from './discussion-pages.tsx'
import { errorResponse } from './error-response.tsx'
import { readingOnly } from './public-reads.ts'
import type { Site } from './site.ts'

/** A discussion as open data, and its feed: the same for everybody. */
export function discussionFiles(app: Hono, site: Site): void {
  const { record } = site
  const file = (name: string, type: string, write: (request: CityRequest) => Promise<string | null>): void => {
    app.get(`/:language/:city/discussion/:consultation/${name}`, readingOnly(site), async (c, next) => {
      const request = await cityRequestOf(c, site)
      if (request === null) return await next()
      if (request instanceof Response) return request
      const { city, frame, parameter } = request
      const content = await write(request)
      if (content === null) return errorResponse(c, site, frame.words.language, city, 404)
      if (name.endsWith('.csv'))
        c.header('content-disposition', `attachment; filename="${city.slug}-discussion-${Number(parameter('consultation'))}-${name}"`)
      return c.body(content, 200, { 'content-type': `${type}; charset=utf-8` })
    })
  }
  file('contributions.csv', 'text/csv', async (request) => found(await writeContributionsTable(discussionInput(request), record)))
  file('answers.csv', 'text/csv', async (request) => found(await writeAnswersTable(discussionInput(request), record)))
  file('summary.csv', 'text/csv', async (request) => found(await writeSummaryTable(discussionInput(request), record)))
  file('feed.atom', 'application/atom+xml', async (request) =>
    found(await writeDiscussionFeed({ ...discussionInput(request), frame: request.frame }, record)),
  )
}
