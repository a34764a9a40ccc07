import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { showForum } from '../actions/cooperation/forum-show.ts'
import { writeForum } from '../actions/cooperation/forum-write.ts'
import { mayDo } from '../books/accounts/viewer.ts'
import type { ForumTexts, ForumView } from '../books/cooperation/forum/matching.ts'
import type { Refusal } from '../books/outcome.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { writeTableForPeople } from '../formats/table-for-people.ts'
import { ForumPage } from '../pages/desk/cooperation/forum-page.tsx'
import { ForumProgrammePage } from '../pages/desk/cooperation/forum-programme-page.tsx'
import { forumPath, forumProblems, namesOf, whyOf } from '../pages/desk/cooperation/forum-words.ts'
import { link } from '../pages/frame.ts'
import { numberOf } from './desk-consultation.ts'
import { doingOf, textOfFile } from './desk-cooperation-form.ts'
import { deskPost, deskRequestOf, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/cooperation/forum/:event'
const nothing: ForumTexts = { slots: '', tables: '10', participants: '', projects: '', wishes: '' }
/** Ten thousand wishes, as text and as a file. */
const mostBytes = 2_000_000

/** Whether a request brings the tables of a forum: they are longer than other forms. */
export const bringsForum = (c: Context): boolean => c.req.method === 'POST' && /\/desk\/cooperation\/forum\/\d+\/?$/.test(c.req.path)

/** Who meets whom at a forum: tables in, a schedule out. */
export function deskCooperationForum(app: Hono, site: Site): void {
  app.use(`/:language/:city/desk${path}`, bodyLimit({ maxSize: mostBytes }))
  deskRoute(app, site, path, 'cooperation.read', async (request) => {
    const forum = await forumOf(request, site.record)
    return forum && pageOf(request, forum, site.record.newId())
  })
  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const forum = await forumOf(post, post.record)
    if (forum === null) return null
    const { texts, problems } = await textsOf(post)
    const revision = numberOf(post.field('revision'))
    const number = forum.event.number
    const written =
      problems.length > 0
        ? { ok: false as const, problems }
        : await writeForum({ ...doingOf(post, site), number, revision, texts }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, forumPath(number)) }
    return { page: pageOf(post, forum, site.record.newId(), { texts, revision, refusals: written.problems }), status: 422 }
  })
  deskRoute(app, site, `${path}/programme`, 'cooperation.read', async (request) => {
    const forum = await forumOf(request, site.record)
    if (forum === null || forum.matching === null) return null
    const { input, kept } = forum.matching
    const asked = request.query.get('participant')
    const participants = input.participants.filter(({ code }) => asked === null || code === asked)
    if (participants.length === 0) return null
    const { meetings } = kept.schedule
    return <ForumProgrammePage {...{ frame: request.frame, event: forum.event, input, meetings, participants }} />
  })
  scheduleFile(app, site)
}

const forumOf = async ({ city, parameter }: DeskRequest, record: WebRecord): Promise<ForumView | null> =>
  await showForum({ city, number: numberOf(parameter('event')) }, record)

function pageOf(
  { frame, viewer, city }: DeskRequest,
  forum: ForumView,
  formKey: string,
  typed?: { texts: ForumTexts; revision: number; refusals: readonly Refusal[] },
) {
  const kept = forum.matching?.kept
  return (
    <ForumPage
      {...{ frame, forum, formKey }}
      texts={typed?.texts ?? kept?.texts ?? nothing}
      revision={typed?.revision ?? kept?.revision ?? 0}
      problems={forumProblems(typed?.refusals ?? [], frame.words)}
      mayWrite={mayDo(viewer, city, 'cooperation.write')}
    />
  )
}

/** A file stands in the place of what was typed. */
async function textsOf({ form, field }: DeskPost): Promise<{ texts: ForumTexts; problems: Refusal[] }> {
  const texts = { ...nothing, slots: field('slots'), tables: field('tables') }
  const problems: Refusal[] = []
  for (const table of ['participants', 'projects', 'wishes'] as const) {
    const file = await textOfFile(form.get(`${table}-file`))
    texts[table] = field(table)
    if (file === null) continue
    if ('text' in file) texts[table] = file.text.replaceAll('\r\n', '\n')
    else problems.push({ ...file, field: table })
  }
  return { texts, problems }
}

function scheduleFile(app: Hono, site: Site): void {
  app.get(`/:language/:city/desk${path}/schedule.csv`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city } = request
    const { words } = frame
    const forum = await forumOf(request, site.record)
    if (forum === null || forum.matching === null) return errorResponse(c, site, words.language, city, 404)
    const { input, kept } = forum.matching
    const name = namesOf(input)
    const header = (['slot', 'table', 'investor', 'owner', 'project', 'points', 'why'] as const).map((column) => words.t(`forum.${column}`))
    const rows = kept.schedule.meetings.map((meeting) => [
      ...[input.slots[meeting.slot] ?? '', String(meeting.table), name(meeting.investor), name(meeting.owner), name(meeting.project)],
      ...[String(meeting.points), whyOf(meeting, words)],
    ])
    return c.body(writeTableForPeople([header, ...rows]), 200, {
      'content-type': 'text/csv; charset=UTF-8',
      'content-disposition': attachmentName(`forum-${forum.event.number}-${words.language}.csv`),
    })
  })
}
