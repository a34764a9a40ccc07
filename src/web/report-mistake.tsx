import type { Hono } from 'hono'
import { checkMistakeReport, reportMistake as report } from '../actions/report-mistake.ts'
import { showFigure } from '../actions/show-figure.ts'
import { ReportMistakePage } from '../pages/indicators/report-mistake-page.tsx'
import { render } from '../pages/render.ts'
import { cityRequestOf, found } from './city-route.ts'
import { answerOnce, fieldOf } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site } from './site.ts'
import { viewerOf } from './viewer.ts'

/** The form with which anybody reports a mistake in a figure. */
export function reportMistake(app: Hono, site: Site): void {
  const { record } = site
  const path = '/:language/:city/figures/:series/:period/mistakes'

  // Not a kept page: every reader gets a form with a key of its own.
  app.get(path, async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, asOf, query, parameter } = request
    const view = found(await showFigure({ city, series: parameter('series'), timePeriod: parameter('period'), asOf }, record))
    if (view === null) return errorResponse(c, site, frame.words.language, city, 404)
    const sent = Number(query.get('sent'))
    const number = Number.isSafeInteger(sent) && sent > 0 ? sent : null
    return c.html(render(<ReportMistakePage frame={frame} view={view} formKey={record.newId()} sent={number} />))
  })

  app.post(path, async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, asOf, parameter } = request
    const form = await c.req.formData()
    const text = fieldOf(form, 'text')
    const input = { city, series: parameter('series'), timePeriod: parameter('period'), asOf }
    const viewer = await viewerOf(c, site)
    const checked = await checkMistakeReport({ ...input, text }, record)
    if (!checked.ok) {
      const view = found(await showFigure(input, record))
      if (view === null) return errorResponse(c, site, frame.words.language, city, 404)
      const page = (
        <ReportMistakePage frame={frame} view={view} formKey={record.newId()} sent={null} text={text} refusal={checked.refusal} />
      )
      return c.html(render(page), 422)
    }
    const mistake = { city, timePeriod: input.timePeriod, ...checked.value, personId: viewer?.personId ?? null }
    return await answerOnce(c, site, viewer?.personId ?? 'anybody', form, async (whole) => {
      const { number } = await report({ ...mistake, now: site.now() }, whole)
      // After a post the reader is sent on, so that going back or reloading does not report twice.
      return c.redirect(`${c.req.path}?sent=${number}`, 303)
    })
  })
}
