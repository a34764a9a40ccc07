import { Hono, type Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { openConsultation, type OpenedConsultation } from '../actions/discussion/open-consultation.ts'
import { listStatements } from '../actions/discussion/statements/list-statements.ts'
import { propose } from '../actions/discussion/statements/propose.ts'
import { writeStatementsCsv } from '../actions/discussion/statements/write-statements-csv.ts'
import { subjectKey, subjectsOf, type SubjectPlace } from '../books/discussion/subject-place.ts'
import { isStatementOrder, splitByLevel } from '../books/discussion/tally.ts'
import { discussionPath } from '../pages/discussion/discussion-words.ts'
import { ProposePage } from '../pages/discussion/statements/propose-page.tsx'
import { StatementPage } from '../pages/discussion/statements/statement-page.tsx'
import { StatementsPage } from '../pages/discussion/statements/statements-page.tsx'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { cityRequestOf, type CityRequest } from './city-route.ts'
import { errorResponse } from './error-response.tsx'
import { participantPost, participantRoute, type ParticipantRequest } from './participant-route.tsx'
import { readingOnly } from './public-reads.ts'
import type { Site } from './site.ts'

const rowsPerPage = 50

/** Statements with their votes for everybody, and the form with which a resident proposes one. */
export function statementPages(site: Site): Hono {
  const app = new Hono({ strict: false })
  proposing(app, site)
  lists(app, site)
  return app
}

function lists(app: Hono, site: Site): void {
  const { record, voting } = site
  const needs = { listStatements: record.listStatements, findTallies: voting.findTallies }

  livePage(app, site, '/statements', async ({ frame, city, query }, opened) => {
    const asked = query.get('order') ?? ''
    const order = isStatementOrder(asked) ? asked : 'votes'
    const { statements, sums } = await listStatements({ ...opened, city, order }, needs)
    const pages = Math.max(1, Math.ceil(statements.length / rowsPerPage))
    const page = Math.min(Math.max(1, Number(query.get('page')) || 1), pages)
    const shown = statements.slice((page - 1) * rowsPerPage, page * rowsPerPage)
    return <StatementsPage frame={frame} {...opened} order={order} statements={shown} sums={sums} page={page} pages={pages} />
  })

  livePage(app, site, '/statements/:statement', async ({ frame, city, parameter }, opened) => {
    const { statements } = await listStatements({ ...opened, city, order: 'number' }, needs)
    const listed = statements.find(({ statement }) => statement.number === Number(parameter('statement')))
    if (listed === undefined) return null
    const levels = await record.talliesByLevel(city, opened.consultation, listed.statement.number)
    return <StatementPage frame={frame} {...opened} {...listed} levels={splitByLevel(levels)} />
  })

  app.get('/:language/:city/discussion/:consultation/statements.csv', readingOnly(site), async (c, next) => {
    const found = await openedRequestOf(c, site)
    if (found === null) return await next()
    if (found instanceof Response) return found
    const { city } = found.request
    const { consultation } = found.opened
    const { statements } = await listStatements({ ...found.opened, city, order: 'number' }, needs)
    const batch = await record.findNewestBatch(city, consultation)
    c.header('cache-control', 'no-cache')
    c.header('content-disposition', `attachment; filename="${city.slug}-discussion-${consultation.number}-statements.csv"`)
    return c.body(writeStatementsCsv(statements, batch), 200, { 'content-type': 'text/csv; charset=utf-8' })
  })
}

function proposing(app: Hono, site: Site): void {
  const placeOf = async ({ city, consultation, asOf }: ParticipantRequest, about: string): Promise<SubjectPlace | null> => {
    const versions = await site.record.listProgrammeVersions(city, asOf)
    const version = versions.find((one) => one.programme === consultation.programme && one.number === consultation.version)
    return (version && subjectsOf(version).find(({ subject }) => subjectKey(subject) === about)) ?? null
  }

  participantRoute(app, site, '/statements/new', async (request) => {
    const { frame, consultation, phase, query } = request
    const sent = Number(query.get('sent'))
    return (
      <ProposePage
        frame={frame}
        consultation={consultation}
        phase={phase}
        place={await placeOf(request, query.get('about') ?? '')}
        text=""
        language={frame.words.language}
        similar={[]}
        hints={[]}
        refusal={null}
        sent={Number.isSafeInteger(sent) && sent > 0 ? sent : null}
        formKey={site.record.newId()}
      />
    )
  })

  participantPost(app, site, '/statements/new', async (request) => {
    const { frame, city, consultation, phase, participant, viewer, record, field, join } = request
    const given = { text: field('text'), language: field('language') }
    const versions = await record.listProgrammeVersions(city, request.asOf)
    const version = versions.find((one) => one.programme === consultation.programme && one.number === consultation.version)
    const place = (version && subjectsOf(version).find(({ subject }) => subjectKey(subject) === field('about'))) ?? null
    const outcome = await propose(
      {
        city,
        consultation,
        phase,
        personId: viewer.personId,
        participant: participant?.number ?? null,
        ...given,
        subject: place?.subject ?? null,
        anyway: field('anyway') === '1',
        at: site.now(),
      },
      { ...record, join },
    )
    if (outcome.ok && outcome.value.kind === 'sent')
      return { location: link(frame, discussionPath(consultation, '/statements/new'), { sent: String(outcome.value.number) }) }
    const { similar, hints } = outcome.ok && outcome.value.kind === 'first' ? outcome.value : { similar: [], hints: [] }
    const refusal = outcome.ok ? null : outcome.refusal
    const props = { frame, consultation, phase, place, ...given, similar, hints, refusal, sent: null, formKey: record.newId() }
    return { page: <ProposePage {...props} />, status: 422 }
  })
}

/** A page whose numbers are live: made for each reader and not kept. */
export function livePage(
  app: Hono,
  site: Site,
  path: string,
  page: (request: CityRequest, opened: OpenedConsultation) => Promise<JSX.Element | null>,
): void {
  app.get(`/:language/:city/discussion/:consultation${path}`, readingOnly(site), async (c, next) => {
    const found = await openedRequestOf(c, site)
    if (found === null) return await next()
    if (found instanceof Response) return found
    const { request, opened } = found
    const answer = await page(request, opened)
    if (answer === null) return errorResponse(c, site, request.frame.words.language, request.city, 404)
    c.header('cache-control', 'no-cache')
    return c.html(render(answer))
  })
}

async function openedRequestOf(c: Context, site: Site): Promise<{ request: CityRequest; opened: OpenedConsultation } | Response | null> {
  const request = await cityRequestOf(c, site)
  if (request === null || request instanceof Response) return request
  const { city, frame, asOf } = request
  const number = Number(c.req.param('consultation'))
  const opened = await openConsultation({ city, number, today: frame.today, asOf }, site.record)
  return opened.ok ? { request, opened: opened.value } : errorResponse(c, site, frame.words.language, city, 404)
}
