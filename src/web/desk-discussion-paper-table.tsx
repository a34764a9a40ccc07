import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkPaperRows, importPaperRows } from '../actions/discussion/desk/import-paper.ts'
import { mostFormsAtOnce, readRows, type PaperRow } from '../books/discussion/rules/import-paper.ts'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { sectionsOf } from '../books/programme/sections.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { readPaperForms, writePaperFormsTemplate } from '../formats/discussion/paper-forms-csv.ts'
import { deskConsultationPath, problemsOf } from '../pages/desk/discussion/consult-words.ts'
import { PaperTablePage } from '../pages/desk/discussion/paper-table-page.tsx'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { askedOf, publishedOf, versionOf } from './desk-consultation.ts'
import { deskPost, deskRequestOf, fieldOf, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation/paper'
const mostBytes = 2_000_000

/** Whether a request brings a table of paper forms, or gives back its rows: longer than other forms, and with a limit of its own. */
export const bringsPaper = (c: Context): boolean =>
  c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/desk\/consultations\/\d+\/paper\/(check|import)\/?$/.test(c.req.path)

/** Paper forms as a table: what is wrong is shown by row and cell before anything is stored. */
export function deskDiscussionPaperTable(app: Hono, site: Site): void {
  for (const step of ['check', 'import']) app.use(`/:language/:city/desk${path}/${step}`, bodyLimit({ maxSize: mostBytes }))

  app.get(`/:language/:city/desk${path}/template.csv`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'paper.enter')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { language } = request.frame.words
    return c.body(writePaperFormsTemplate(language), 200, {
      'content-type': 'text/csv; charset=UTF-8',
      'content-disposition': attachmentName(`paper-forms-${language}.csv`),
    })
  })

  // It only reads: the rows go back to the browser, and come again when somebody has looked at them.
  app.post(`/:language/:city/desk${path}/check`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'paper.enter')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame } = request
    const form = await c.req.formData()
    const channel = channelOf(fieldOf(form, 'channel'))
    const opened = await open(request, site.record, site)
    if (opened === null || site.signIn === null) return errorResponse(c, site, frame.words.language, request.city, 404)
    const { consultation, version } = opened
    const read = await readTable(form.get('file'), version)
    const asked = { ...askedOf(request, site), version, channel, rows: read.ok ? read.value.rows : [] }
    const { rows, refused } = await checkPaperRows(asked, consultation, { record: site.record, services: site.signIn.services })
    const problems = read.ok ? [] : problemsOf([read.refusal], frame.words)
    const notices = read.ok ? read.value.notices : []
    const page = <PaperTablePage {...{ frame, consultation, channel, rows, notices, refused, problems }} formKey={site.record.newId()} />
    return c.html(render(page), read.ok ? 200 : 422)
  })

  deskPost(app, site, `${path}/import`, 'paper.enter', async (post) => {
    const { frame, record } = post
    const channel = channelOf(post.field('channel'))
    const opened = await open(post, record, site)
    if (opened === null || site.signIn === null) return null
    const { consultation, version } = opened
    const rows = readRows(post.field('rows'))
    const asked = { ...askedOf(post, site), version, channel, rows: rows ?? [] }
    const outcome = await importPaperRows(asked, { record, services: site.signIn.services })
    if (outcome === null) return null
    if (rows !== null && outcome.refused.length === 0) return { location: link(frame, deskConsultationPath(consultation, '/paper')) }
    const problems = problemsOf([{ code: 'table_changed' }], frame.words)
    const shown = { frame, consultation, channel, rows: [], notices: [], refused: outcome.refused, problems }
    return { page: <PaperTablePage {...shown} formKey={site.record.newId()} />, status: 422 }
  })
}

const channelOf = (text: string): 'paper' | 'meeting' => (text === 'meeting' ? 'meeting' : 'paper')

async function open(request: DeskRequest, record: WebRecord, site: Site) {
  const consultation = await publishedOf(request, record)
  const version = consultation && (await versionOf(request, consultation, record, site))
  return consultation === null || version === null ? null : { consultation, version }
}

/** A table of another kind would be unpacked here: a spreadsheet is saved as CSV first. */
async function readTable(
  file: FormDataEntryValue | null,
  version: ProgrammeVersion,
): Promise<Outcome<{ rows: PaperRow[]; notices: readonly Notice[] }>> {
  if (file === null || typeof file === 'string' || file.size === 0) return refuse('file_missing', 'file')
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse('file_not_csv', 'file')
  const sentences = new Set(sectionsOf(version).flatMap((section) => section.sentences.map(({ id }) => id)))
  const read = await readPaperForms(bytes, file.name, sentences)
  if (!read.ok)
    return read.refusal.code === 'paper_columns_missing'
      ? refuse(read.refusal.code, 'file', read.refusal.details)
      : refuse('file_unreadable', 'file')
  const { forms, notices } = read.value
  return forms.length > mostFormsAtOnce ? refuse('file_too_many', 'file', { limit: mostFormsAtOnce }) : done({ rows: forms, notices })
}
