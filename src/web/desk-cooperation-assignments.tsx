import type { Context, Hono } from 'hono'
import { exportAssignmentsDocx, exportAssignmentsXlsx } from '../actions/cooperation/assignments-export.ts'
import { showAssignments } from '../actions/cooperation/assignments-show.ts'
import { exportMayorStatus } from '../actions/cooperation/mayor-export.ts'
import { showMayorStatus } from '../actions/cooperation/mayor-show.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import { assignmentFilterOf, listAssignments } from '../books/cooperation/assignment-list.ts'
import { daysAfter, parsePartialDate } from '../books/cooperation/partial-date.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { AssignmentsPage } from '../pages/desk/cooperation/assignments-page.tsx'
import { MayorStatusPage } from '../pages/desk/cooperation/mayor-status-page.tsx'
import { deskRequestOf, deskRoute, type DeskRequest } from './desk-route.tsx'
import type { Site } from './site.ts'

const documentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const tableType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The list of assignments, and one page for the mayor: to look at, and as files. */
export function deskCooperationAssignments(app: Hono, site: Site): void {
  deskRoute(app, site, '/cooperation/assignments', 'cooperation.read', async (request) => {
    const { city, frame, viewer } = request
    const filter = filterOf(request)
    const lines = listAssignments(await showAssignments({ city, today: frame.today }, site.record), filter)
    return <AssignmentsPage {...{ frame, lines, filter }} mayWrite={mayDo(viewer, city, 'cooperation.write')} />
  })
  const asked = (request: DeskRequest) => ({
    ...{ city: request.city, today: request.frame.today, language: request.frame.words.language, filter: filterOf(request) },
  })
  file(app, site, '/cooperation/assignments.xlsx', tableType, async (request) => ({
    bytes: await exportAssignmentsXlsx(asked(request), site.record),
    name: `assignments-${request.frame.today}-${request.frame.words.language}.xlsx`,
  }))
  file(app, site, '/cooperation/assignments.docx', documentType, async (request) => ({
    bytes: await exportAssignmentsDocx(asked(request), site.record),
    name: `assignments-${request.frame.today}-${request.frame.words.language}.docx`,
  }))

  deskRoute(app, site, '/cooperation/mayor-status', 'cooperation.read', async (request) => {
    const { city, frame } = request
    const since = sinceOf(request)
    const status = await showMayorStatus({ city, today: frame.today, since }, site.record)
    return <MayorStatusPage {...{ frame, status, since }} />
  })
  file(app, site, '/cooperation/mayor-status.pdf', 'application/pdf', async (request) => {
    const { city, frame } = request
    const { language } = frame.words
    const input = { city, today: frame.today, since: sinceOf(request), language }
    const bytes = await exportMayorStatus(input, { ...site.record, typeset: site.typeset })
    return { bytes, name: `cooperation-${city.slug}-${frame.today}-${language}.pdf` }
  })
}

const queryOf = ({ frame }: DeskRequest): URLSearchParams => new URLSearchParams(frame.query)
const filterOf = (request: DeskRequest) => assignmentFilterOf((name) => queryOf(request).get(name) ?? undefined)

/** Thirty days ago, unless a day is asked for. */
function sinceOf(request: DeskRequest): string {
  const since = queryOf(request).get('since') ?? ''
  return since.length === 10 && parsePartialDate(since) === since ? since : daysAfter(request.frame.today, -30)
}

function file(
  app: Hono,
  site: Site,
  path: string,
  type: string,
  write: (request: DeskRequest) => Promise<{ bytes: Uint8Array; name: string }>,
): void {
  app.get(`/:language/:city/desk${path}`, async (c: Context, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { bytes, name } = await write(request)
    return c.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': attachmentName(name) })
  })
}
