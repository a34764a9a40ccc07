import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { keepReport, prepareReport, withdrawReport } from '../actions/reports/freeze-report.ts'
import { listYears } from '../actions/reports/list-years.ts'
import { previewReport } from '../actions/reports/preview-report.ts'
import { writeReport } from '../actions/reports/write-report.ts'
import { isFresh, mayDo } from '../books/accounts/viewer.ts'
import type { Refusal } from '../books/outcome.ts'
import { reportKinds, type ReportKind } from '../books/reports/report.ts'
import type { BrokenPlaceholder } from '../books/reports/written-texts.ts'
import { isMessageKey } from '../pages/messages.ts'
import { problemOfRefusal } from '../pages/desk/problem-words.ts'
import { ReportPreviewPage } from '../pages/desk/reports/preview-page.tsx'
import { PublishedReportDeskPage } from '../pages/desk/reports/published-report-desk-page.tsx'
import { brokenWords } from '../pages/desk/reports/report-words.ts'
import { DeskReportsPage } from '../pages/desk/reports/reports-page.tsx'
import { link } from '../pages/frame.ts'
import type { Problem } from '../pages/parts/form.tsx'
import { chapterIn } from '../pages/reports/report-sections.tsx'
import { publishedPath } from '../pages/reports/published-facts.tsx'
import { render } from '../pages/render.ts'
import type { Words } from '../pages/words.ts'
import { atMost } from './at-most.ts'
import { numberOf } from './desk-consultation.ts'
import { deskReportTexts } from './desk-report-texts.tsx'
import { answerOnce, deskPost, deskRequestOf, deskRoute, fieldOf, proveAgain, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import { fileResponse, writerOf } from './report-files.ts'
import type { Site, WebRecord } from './site.ts'
import { unavailableResponse } from './unavailable-response.tsx'

/** Who publishes writes a dozen files: one after another. */
const mostAtOnce = 2

/** Reports at the desk: written, looked at, published for good, withdrawn. */
export function deskReports(app: Hono, site: Site): void {
  const { record } = site
  deskRoute(app, site, '/reports', 'drafts.read', async ({ frame, city, viewer }) => (
    <DeskReportsPage
      frame={frame}
      texts={new Map(await Promise.all(reportKinds.map(async (kind) => [kind, await record.listReportTexts(city, kind)] as const)))}
      published={await record.listPublishedReports(city, site.now())}
      mayWrite={mayDo(viewer, city, 'reports.write')}
    />
  ))
  withdrawing(app, site)
  deskReportTexts(app, site)
  previewing(app, site)
}

const kindOf = ({ parameter }: DeskRequest): ReportKind | null => reportKinds.find((one) => one === parameter('kind')) ?? null
const yearIn = (text: string | null): number | null => (text !== null && /^\d{4}$/.test(text) ? Number(text) : null)

function previewing(app: Hono, site: Site): void {
  const { record } = site
  const limit = atMost(mostAtOnce)

  const pageOf = async (request: DeskRequest, kind: ReportKind, year: number | null): Promise<{ page: JSX.Element; isMade: boolean }> => {
    const { frame, city, viewer } = request
    const years = kind === 'yearly' ? await listYears(city, site.now(), record) : []
    const preview = await previewReport({ city, kind, year, language: frame.words.language, at: site.now() }, record)
    const page = (
      <ReportPreviewPage
        {...{ frame, kind, year, years }}
        chapter={chapterIn(request.query)}
        report={preview.ok ? preview.value : null}
        problems={preview.ok ? [] : problemsOf(preview, frame.words)}
        mayPublish={mayDo(viewer, city, 'reports.publish')}
        formKey={record.newId()}
      />
    )
    return { page, isMade: preview.ok }
  }

  deskRoute(app, site, '/reports/:kind', 'drafts.read', async (request) => {
    const kind = kindOf(request)
    return kind && (await pageOf(request, kind, yearIn(request.query.get('year')))).page
  })

  app.get('/:language/:city/desk/reports/:kind/preview.pdf', async (c, next) => {
    const request = await deskRequestOf(c, site, 'drafts.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city } = request
    const [kind, { language }] = [kindOf(request), frame.words]
    const input = { city, year: yearIn(request.query.get('year')), language, at: site.now() }
    const preview = kind && (await previewReport({ ...input, kind }, record))
    if (!preview?.ok) return errorResponse(c, site, language, city, 404)
    const file = await limit(async () => await writeReport(preview.value, 'pdf', writerOf(site, frame.publicUrl)))
    if (file === null) return await unavailableResponse(c, site, language)
    return fileResponse(c, file, 'pdf', `preview-${preview.value.kind}-${city.slug}-${language}.pdf`)
  })

  /** The files are written before the transaction begins: they take seconds, and the database has other things to do. */
  app.post('/:language/:city/desk/reports/:kind/publish', async (c, next) => {
    const request = await deskRequestOf(c, site, 'reports.publish')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, viewer } = request
    if (!isFresh(viewer, site.now())) return c.redirect(proveAgain(c, request), 303)
    const kind = kindOf(request)
    if (kind === null) return errorResponse(c, site, frame.words.language, city, 404)
    const form = await c.req.formData()
    const [at, year] = [site.now(), yearIn(fieldOf(form, 'year'))]
    const prepared = await limit(async () => await prepareReport({ city, kind, year, at }, record, writerOf(site, frame.publicUrl)))
    if (prepared === null) return await unavailableResponse(c, site, frame.words.language)
    if (!prepared.ok) return c.html(render((await pageOf(request, kind, year)).page), 422)
    return await answerOnce(c, site, viewer.personId, form, async (within) => {
      const published = await keepReport({ city, by: viewer.personId, at, report: prepared.value }, within)
      return c.redirect(link(frame, publishedPath(published.number)), 303)
    })
  })
}

function withdrawing(app: Hono, site: Site): void {
  const pageOf = async (request: DeskRequest, record: WebRecord, problems: readonly Problem[] = [], reason = '') => {
    const { frame, city, viewer } = request
    const published = await record.findPublishedReport(city, numberOf(request.parameter('number')))
    return (
      published && (
        <PublishedReportDeskPage
          {...{ frame, published, reason, problems }}
          mayWithdraw={mayDo(viewer, city, 'reports.publish')}
          formKey={site.record.newId()}
        />
      )
    )
  }
  deskRoute(app, site, '/reports/published/:number', 'drafts.read', async (request) => await pageOf(request, site.record))
  deskPost(
    app,
    site,
    '/reports/published/:number/withdraw',
    'reports.publish',
    async (post) => {
      const [number, reason] = [numberOf(post.parameter('number')), post.field('reason')]
      const input = { city: post.city, by: post.viewer.personId, at: site.now(), number, reason }
      const outcome = await withdrawReport(input, post.record)
      if (outcome.ok) return { location: link(post.frame, publishedPath(number)) }
      const page = await pageOf(post, post.record, problemsOf(outcome, post.frame.words), reason)
      return page && { page, status: outcome.refusal.code === 'report_not_published' ? 409 : 422 }
    },
    { fresh: true },
  )
}

/** Why a report cannot be made or published, in words. */
function problemsOf(failed: { refusal: Refusal } | { broken: readonly BrokenPlaceholder[] }, words: Words): Problem[] {
  if ('broken' in failed) return failed.broken.map((one) => ({ field: '', text: brokenWords(one, words) }))
  const { code, details, field } = failed.refusal
  for (const key of [`reports.${code}`, `deskReports.problem_${code}`])
    if (isMessageKey(key)) return [{ field: '', text: words.t(key, details) }]
  return [{ ...problemOfRefusal(failed.refusal, words), field: field ?? '' }]
}
