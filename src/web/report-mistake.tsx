import type { Hono } from 'hono'
import { reportMistake as report } from '../actions/report-mistake.ts'
import { showFigure } from '../actions/show-figure.ts'
import { ReportMistakePage } from '../pages/indicators/report-mistake-page.tsx'
import { render } from '../pages/render.ts'
import { cityRequestOf, cityRoute, found } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import type { Site } from './site.ts'

/** The form with which anybody reports a mistake in a figure. */
export function reportMistake(app: Hono, site: Site): void {
  const { record } = site
  const path = '/figures/:series/:period/mistakes'

  cityRoute(app, site, path, async ({ frame, city, asOf, query, parameter }) => {
    const view = found(await showFigure({ city, series: parameter('series'), timePeriod: parameter('period'), asOf }, record))
    const sent = Number(query.get('sent'))
    return view && <ReportMistakePage frame={frame} view={view} sent={Number.isSafeInteger(sent) && sent > 0 ? sent : null} />
  })

  app.post(`/:language/:city${path}`, async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, asOf, parameter } = request
    const { text } = await c.req.parseBody()
    const input = { city, series: parameter('series'), timePeriod: parameter('period'), asOf }
    const given = typeof text === 'string' ? text.replaceAll('\0', '') : '' // no database takes a null character
    const outcome = await report({ ...input, text: given, now: site.now() }, record)
    // After a post the reader is sent on, so that going back or reloading does not report twice.
    if (outcome.ok) return c.redirect(`${c.req.path}?sent=${outcome.value.number}`, 303)
    const view = found(await showFigure(input, record))
    if (view === null) return errorResponse(c, site, frame.words.language, city, 404)
    return c.html(render(<ReportMistakePage frame={frame} view={view} sent={null} text={given} refusal={outcome.refusal} />), 422)
  })
}
