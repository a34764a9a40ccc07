import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readTexts } from '../actions/reports/read-texts.ts'
import { fieldsOf, findText, listTextChanges, writeText } from '../actions/reports/write-text.ts'
import { readCatalogue } from '../actions/show-catalogue.ts'
import type { Fields } from '../books/programme/draft/merge-fields.ts'
import { findTextPart, longestText, type TextPart } from '../books/reports/report-text.ts'
import { reportKinds, type ReportKind } from '../books/reports/report.ts'
import { languages } from '../books/text.ts'
import { problemOfRefusal } from '../pages/desk/problem-words.ts'
import { textPath } from '../pages/desk/reports/report-words.ts'
import { TextHistoryPage } from '../pages/desk/reports/text-history-page.tsx'
import { ReportTextPage, type TextPageProps } from '../pages/desk/reports/text-page.tsx'
import { link } from '../pages/frame.ts'
import { numberOf } from './desk-consultation.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest, type PostAnswer } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/reports/:kind/texts/:part'

/** Three texts of the greatest length as a browser sends them: a letter beyond Latin takes six characters. */
const mostBytes = 4 * 6 * longestText

/** Whether a request brings a part of a report: longer than other forms, and with a limit of its own. */
export const bringsReportText = (c: Context): boolean =>
  c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/desk\/reports\/[a-z]+\/texts\/[a-z_]+\/?$/.test(c.req.path)

/** Parts of reports that staff writes, with their history. */
export function deskReportTexts(app: Hono, site: Site): void {
  const limit = bodyLimit({ maxSize: mostBytes })
  app.use('/:language/:city/desk/reports/*', async (c, next) => (bringsReportText(c) ? await limit(c, next) : await next()))
  deskRoute(app, site, path, 'reports.write', async (request) => {
    const named = nameIn(request)
    if (named === null) return null
    const { text, revision } = await findText(request.city, named.kind, named.part, site.record)
    const props = await propsOf(request, site, site.record, named)
    return <ReportTextPage {...props} text={fieldsOf(text)} revision={revision} saved={request.query.get('saved') !== null} />
  })

  deskPost(app, site, path, 'reports.write', async (post) => {
    const named = nameIn(post)
    if (named === null) return null
    const text = Object.fromEntries(languages.map((language) => [language, post.field(`text-${language}`)]))
    return await write(post, site, named, text, Number(post.field('revision')) || 0)
  })

  deskRoute(app, site, `${path}/history`, 'reports.write', async (request) => {
    const named = nameIn(request)
    if (named === null) return null
    const changes = await listTextChanges(request.city, named.kind, named.part, site.record)
    const names = await site.record.listNames([...new Set(changes.flatMap(({ by }) => by ?? []))])
    return <TextHistoryPage frame={request.frame} {...named} {...{ changes, names }} newKey={site.record.newId} />
  })

  deskPost(app, site, `${path}/restore`, 'reports.write', async (post) => {
    const named = nameIn(post)
    const changes = named && (await listTextChanges(post.city, named.kind, named.part, post.record))
    const earlier = changes?.find(({ number }) => number === numberOf(post.field('change')))?.before
    if (named === null || earlier === undefined) return null
    const { revision } = await findText(post.city, named.kind, named.part, post.record)
    return await write(post, site, named, fieldsOf(earlier.text), revision)
  })
}

interface Named {
  kind: ReportKind
  part: TextPart
}

function nameIn({ parameter }: DeskRequest): Named | null {
  const kind = reportKinds.find((one) => one === parameter('kind'))
  const part = kind && findTextPart(kind, parameter('part'))
  return kind && part ? { kind, part } : null
}

async function write(post: DeskPost, site: Site, named: Named, text: Fields, revision: number): Promise<PostAnswer> {
  const { city, frame, viewer, record } = post
  const written = await writeText({ city, ...named, revision, text, by: viewer.personId, at: site.now() }, record)
  if (written.kind === 'done') return { location: `${link(frame, textPath(named.kind, named.part))}?saved=1` }
  const props = await propsOf(post, site, record, named)
  if (written.kind === 'wrong') {
    const problems = written.problems.map((one) => ({ ...problemOfRefusal(one, frame.words), field: one.field ?? '' }))
    return { page: <ReportTextPage {...props} {...{ text, revision, problems }} saved={false} />, status: 422 }
  }
  const { merge, theirs } = written
  const names = await record.listNames(theirs?.by ? [theirs.by] : [])
  const name = names.get(theirs?.by ?? '') ?? frame.words.t('desk.somebody')
  return {
    page: (
      <ReportTextPage
        {...props}
        text={merge.merged}
        revision={written.revision}
        conflict={{ merge, name, at: theirs?.at ?? site.now().toISOString() }}
        saved={false}
      />
    ),
    status: 409,
  }
}

async function propsOf(
  { city, frame }: DeskRequest,
  site: Site,
  record: WebRecord,
  { kind, part }: Named,
): Promise<Omit<TextPageProps, 'text' | 'revision' | 'saved'>> {
  const at = site.now()
  const [{ entries }, { broken }] = await Promise.all([readCatalogue(city, at, record), readTexts(city, kind, at, record)])
  return { frame, kind, part, entries, broken: broken.filter((one) => one.part === part), formKey: site.record.newId() }
}
