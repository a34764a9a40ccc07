import type { Hono } from 'hono'
import { compareReports, showPublished } from '../actions/reports/show-published.ts'
import { isPublishedFormat } from '../books/reports/published-report.ts'
import { ComparisonPage } from '../pages/reports/comparison-page.tsx'
import { chapterIn } from '../pages/reports/report-sections.tsx'
import { PublishedPage } from '../pages/reports/published-page.tsx'
import { cityRequestOf, cityRoute, type CityRequest } from './city-route.ts'
import { numberOf } from './desk-consultation.ts'
import { errorResponse } from './error-response.tsx'
import { readingOnly } from './public-reads.ts'
import { fileResponse } from './report-files.ts'
import type { Site } from './site.ts'

const path = '/reports/published/:number'

/** Reports as they were published, at an address that stays: the page, the bytes of each file, and what changed since another one. */
export function publishedReports(app: Hono, site: Site): void {
  const { record } = site
  const meant = ({ city, frame, asOf, parameter }: CityRequest) => ({
    ...{ city, asOf, number: numberOf(parameter('number')), language: frame.words.language },
  })

  cityRoute(app, site, path, async (request) => {
    const view = await showPublished(meant(request), record)
    return view && <PublishedPage frame={request.frame} {...view} chapter={chapterIn(request.query)} />
  })

  cityRoute(app, site, `${path}/changes/:other`, async (request) => {
    const view = await compareReports({ ...meant(request), other: numberOf(request.parameter('other')) }, record)
    return view && <ComparisonPage frame={request.frame} {...view} />
  })

  app.get(`/:language/:city${path}/:format`, readingOnly(site), async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, parameter } = request
    const { number, language } = meant(request)
    const format = parameter('format')
    const report = await record.findPublishedReport(city, number)
    const file = report !== null && isPublishedFormat(format) ? await record.readReportFile(city, number, language, format) : null
    if (report === null || !isPublishedFormat(format) || file === null) return errorResponse(c, site, frame.words.language, city, 404)
    // The bytes never change: whoever has them need not ask again.
    c.header('cache-control', 'public, max-age=31536000, immutable')
    return fileResponse(c, file, format, `${report.kind}-${city.slug}-${number}-${language}.${format}`)
  })
}
