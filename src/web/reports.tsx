import type { Hono } from 'hono'
import { listYears } from '../actions/reports/list-years.ts'
import { makeReport, type ReportInput } from '../actions/reports/make-report.ts'
import { writeReport } from '../actions/reports/write-report.ts'
import { reportKinds, type ReportKind } from '../books/reports/report.ts'
import { ReportListPage } from '../pages/reports/report-list-page.tsx'
import { chapterIn } from '../pages/reports/report-sections.tsx'
import { NoReportPage, ReportPage } from '../pages/reports/report-page.tsx'
import { atMost } from './at-most.ts'
import { cityRequestOf, cityRoute, type CityRequest } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import { publishedReports } from './published-reports.tsx'
import { readingOnly } from './public-reads.ts'
import { fileResponse, writerOf } from './report-files.ts'
import type { Site } from './site.ts'
import { unavailableResponse } from './unavailable-response.tsx'

/** What can be had of a report of today; as HTML it is its page. */
const downloads = ['pdf', 'docx'] as const

/** Files that are being made at the same time, or wait for it: each takes a second and 200 MB. */
const mostAtOnce = 4

/** Reports as pages, and as files to take along. */
export function reportPages(app: Hono, site: Site): void {
  const { record } = site
  const limit = atMost(mostAtOnce)

  cityRoute(app, site, '/reports', async ({ frame, city, asOf }) => (
    <ReportListPage frame={frame} years={await listYears(city, asOf, record)} published={await record.listPublishedReports(city, asOf)} />
  ))
  publishedReports(app, site)

  cityRoute(app, site, '/reports/:kind', async (request) => {
    const input = inputOf(request)
    if (input === null) return null
    const made = await makeReport(input, record)
    const { frame } = request
    return made.ok ? (
      <ReportPage frame={frame} report={made.value} year={input.year} chapter={chapterIn(request.query)} />
    ) : (
      <NoReportPage frame={frame} kind={input.kind} refusal={made.refusal} />
    )
  })

  app.get('/:language/:city/reports/:kind/:format', readingOnly(site), async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, parameter } = request
    const input = inputOf(request)
    const format = downloads.find((one) => one === parameter('format'))
    if (input === null || format === undefined) return errorResponse(c, site, frame.words.language, city, 404)
    // To gather the figures costs as much as to set them: both count.
    const written = await limit(async () => {
      const made = await makeReport({ ...input, asOf: input.day }, record)
      return { file: made.ok ? await writeReport(made.value, format, writerOf(site, frame.publicUrl)) : null }
    })
    if (written === null) return await unavailableResponse(c, site, frame.words.language)
    if (written.file === null) return errorResponse(c, site, frame.words.language, city, 404)
    return fileResponse(c, written.file, format, `${input.kind}-${city.slug}-${input.day}-${frame.words.language}.${format}`)
  })
}

/** null: there is no such report, or the year is none. */
function inputOf({ frame, city, parameter, query }: CityRequest): (ReportInput & { kind: ReportKind }) | null {
  const kind = reportKinds.find((one) => one === parameter('kind'))
  const year = query.get('year') || null
  if (kind === undefined || (year !== null && !/^\d{4}$/.test(year))) return null
  return {
    kind,
    city,
    language: frame.words.language,
    day: frame.asOf ?? frame.today,
    asOf: frame.asOf,
    year: year === null ? null : Number(year),
    written: null,
  }
}
