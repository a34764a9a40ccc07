import type { Context, Hono } from 'hono'
import { listYears } from '../actions/reports/list-years.ts'
import { makeReport, type ReportInput } from '../actions/reports/make-report.ts'
import { writeReport, type ReportFormat } from '../actions/reports/write-report.ts'
import { reportKinds, type ReportKind } from '../books/reports/report.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { ReportListPage } from '../pages/reports/report-list-page.tsx'
import { NoReportPage, ReportPage } from '../pages/reports/report-page.tsx'
import { cityRequestOf, cityRoute, type CityRequest } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import { readingOnly } from './public-reads.ts'
import type { Site } from './site.ts'
import { unavailableResponse } from './unavailable-response.tsx'

const mediaTypes: Readonly<Record<Exclude<ReportFormat, 'html'>, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Files that are being made at the same time, or wait for it: each takes a second and 200 MB. */
const mostAtOnce = 4

/** Reports as pages, and as files to take along. */
export function reportPages(app: Hono, site: Site): void {
  const { record } = site
  let atOnce = 0

  cityRoute(app, site, '/reports', async ({ frame, city, asOf }) => (
    <ReportListPage frame={frame} years={await listYears(city, asOf, record)} />
  ))

  cityRoute(app, site, '/reports/:kind', async (request) => {
    const input = inputOf(request)
    if (input === null) return null
    const made = await makeReport(input, record)
    const { frame } = request
    return made.ok ? (
      <ReportPage frame={frame} report={made.value} year={input.year} />
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
    const format = (Object.keys(mediaTypes) as Array<keyof typeof mediaTypes>).find((one) => one === parameter('format'))
    const made = input === null || format === undefined ? null : await makeReport({ ...input, asOf: input.day }, record)
    if (input === null || format === undefined || made === null || !made.ok) return errorResponse(c, site, frame.words.language, city, 404)
    if (atOnce >= mostAtOnce) return await unavailableResponse(c, site, frame.words.language)
    atOnce++
    try {
      const file = await writeReport(made.value, format, { typeset: site.typeset, publicAddress: frame.publicUrl })
      return fileResponse(c, file, mediaTypes[format], `${input.kind}-${city.slug}-${input.day}-${frame.words.language}.${format}`)
    } finally {
      atOnce--
    }
  })
}

const fileResponse = (c: Context, file: Uint8Array, mediaType: string, name: string): Response =>
  c.body(new Uint8Array(file), 200, { 'content-type': mediaType, 'content-disposition': attachmentName(name) })

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
  }
}
