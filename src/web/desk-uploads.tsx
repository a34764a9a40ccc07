import type { Context, Hono } from 'hono'
import { fieldsOfMapping, fileOnlyMapping, mappingOfFields } from '../actions/desk-data/mapping-form.ts'
import { findOwnUpload, listsFor, showUploads } from '../actions/desk-data/show-upload.ts'
import { tableFormatOf, shownFileName } from '../books/indicators/entry/table-format.ts'
import { isStranded, type Upload, type UploadTask } from '../books/indicators/entry/upload.ts'
import { refuse, type Outcome } from '../books/outcome.ts'
import { writeTableForPeople } from '../formats/table-for-people.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { link } from '../pages/frame.ts'
import { problemOfRefusal } from '../pages/desk/problem-words.ts'
import { UploadPage } from '../pages/desk/uploads/upload-page.tsx'
import { UploadsPage } from '../pages/desk/uploads/uploads-page.tsx'
import type { Problem } from '../pages/parts/form.tsx'
import { noticeTitle } from '../pages/releases/notice-words.tsx'
import { render } from '../pages/render.ts'
import { answerOnce, deskPost, deskRequestOf, deskRoute, type DeskPost, type DeskRequest, type PostAnswer } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import { MultipartError, readMultipart } from './multipart.ts'
import type { Site, WebRecord } from './site.ts'
import { startUpload } from './upload-service.ts'

const mostBytes = 50_000_000
const path = '/uploads'

/** Whether a request brings a table: the one form that may be longer than the others. */
export const bringsTable = (c: Context): boolean => c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/desk\/uploads\/?$/.test(c.req.path)

/** Tables come to the desk as files, are explained and compared on screen, and become drafts. */
export function deskUploads(app: Hono, site: Site): void {
  const newKey = () => site.record.newId()
  const asked = ({ city, viewer }: DeskRequest) => ({ city, viewer, now: site.now() })

  deskRoute(app, site, path, 'readings.enter', async (request) => (
    <UploadsPage frame={request.frame} uploads={await showUploads(asked(request), site.record)} formKey={newKey()} />
  ))

  app.post(`/:language/:city/desk${path}`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'readings.enter')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, viewer } = request
    const taken = await takeFile(c.req.raw)
    if (!taken.ok) {
      const problems = [problemOfRefusal(taken.refusal, frame.words)].map((one) => ({ ...one, field: 'file' }))
      const page = (
        <UploadsPage frame={frame} uploads={await showUploads(asked(request), site.record)} formKey={newKey()} problems={problems} />
      )
      return c.html(render(page), taken.refusal.code === 'upload_too_large' ? 413 : 422)
    }
    const { formKey, ...file } = taken.value
    const form = new FormData()
    form.set('formKey', formKey)
    form.set('file', `${file.sha256} ${file.name}`)
    let id: string | null = null
    const answer = await answerOnce(c, site, viewer.personId, form, async (record) => {
      id = record.newId()
      const at = site.now().toISOString()
      await record.addUpload(city, { id, personId: viewer.personId, ...file, uploadedAt: at })
      const { name, sha256, bytes } = file
      await record.addChange(city, {
        at,
        by: viewer.personId,
        action: 'upload.add',
        subject: `upload/${id}`,
        before: null,
        after: { name, sha256, bytes },
      })
      return c.redirect(link(frame, `/desk/uploads/${id}`), 303)
    })
    if (id !== null && answer.status === 303) startUpload(site, city, id)
    return answer
  })

  /** The file of a form, kept under its hash. What is no table is refused by its first bytes. */
  async function takeFile(
    request: Request,
  ): Promise<Outcome<{ formKey: string; name: string; sha256: string; bytes: number; format: 'csv' | 'xlsx' }>> {
    let name = ''
    let kept: Awaited<ReturnType<Site['uploads']['keep']>> | 'missing' = 'missing'
    let fields: Map<string, string>
    try {
      fields = await readMultipart(request, async (file) => {
        if (file.field !== 'file' || file.name === '' || kept !== 'missing') return
        name = shownFileName(file.name)
        kept = await site.uploads.keep(file.content, mostBytes)
        if (kept === null) throw new TooLarge()
      })
    } catch (error) {
      if (error instanceof TooLarge) return refuse('upload_too_large', 'file')
      if (error instanceof MultipartError) return refuse('upload_broken', 'file')
      throw error
    }
    const file = kept as { sha256: string; bytes: number; head: Uint8Array } | null | 'missing'
    if (file === 'missing' || file === null) return refuse('upload_missing', 'file')
    const format = tableFormatOf(name, file.head)
    if (!format.ok) return format
    return { ok: true, value: { formKey: fields.get('formKey') ?? '', name, sha256: file.sha256, bytes: file.bytes, format: format.value } }
  }

  deskRoute(app, site, `${path}/:id`, 'readings.enter', async (request) => {
    const upload = await findOwnUpload({ ...asked(request), id: request.parameter('id') }, site.record)
    if (upload === null) return null
    // Whatever process it waited for may be gone: of several that begin, one gets it.
    if (upload.state === 'waiting') startUpload(site, request.city, upload.id)
    return await uploadPage(request, site.record, upload)
  })

  /** `record` is that of the transaction, where one runs: the embedded database has one session, and another query would wait for its end. */
  async function uploadPage(
    request: DeskRequest,
    record: WebRecord,
    upload: Upload,
    problems: readonly Problem[] = [],
    fields?: Readonly<Record<string, string>>,
  ) {
    const { frame, city } = request
    const { words } = frame
    const lists = await listsFor(asked(request), upload, record)
    const named = <One extends { code: string; name: object }>(one: One, number = false) => ({
      value: one.code,
      label: `${number ? `${one.code} ` : ''}${words.pick(one.name)}`.trim() || one.code,
    })
    const shown = fields ?? (upload.explanation === null ? {} : fieldsOfMapping(upload.explanation, upload.mapping, { area: city.refArea }))
    return (
      <UploadPage
        frame={frame}
        upload={upload}
        stranded={isStranded(upload, site.now())}
        fields={shown}
        choices={{
          indicators: lists.indicators.map((one) => named(one, true)),
          areas: lists.areas.map((one) => named(one)),
          units: lists.units.map((one) => named(one)),
          sources: lists.sources.map((one) => ({ value: one.id, label: words.pick(one.name) || one.id })),
          dimensions: lists.dimensions,
        }}
        foreign={lists.foreign}
        newKey={newKey}
        problems={problems}
      />
    )
  }

  /** Asks for a task in the transaction, and begins it when that is done. */
  async function ask(post: DeskPost, upload: Upload, task: UploadTask, mapping: string | null): Promise<PostAnswer> {
    const { frame, city, viewer, record } = post
    if (!(await record.askUpload(city, upload.id, task, mapping, site.now())))
      return { page: await uploadPage(post, post.record, upload, [problemOfRefusal({ code: 'upload_busy' }, frame.words)]), status: 409 }
    const at = site.now().toISOString()
    await record.addChange(city, {
      at,
      by: viewer.personId,
      action: `upload.${task}`,
      subject: `upload/${upload.id}`,
      before: null,
      after: { mapping },
    })
    return { location: link(frame, `/desk/uploads/${upload.id}`), afterwards: () => startUpload(site, city, upload.id) }
  }

  const forUpload = (tail: string, handle: (post: DeskPost, upload: Upload) => Promise<PostAnswer>) =>
    deskPost(app, site, `${path}/:id${tail}`, 'readings.enter', async (post) => {
      const upload = await findOwnUpload({ ...asked(post), id: post.parameter('id') }, post.record)
      return upload && (await handle(post, upload))
    })

  forUpload('/file', async (post, upload) => await ask(post, upload, 'explain', fileOnlyMapping(fieldsOf(post))))
  forUpload('/again', async (post, upload) => await ask(post, upload, upload.task, null))
  forUpload('/mapping', async (post, upload) => {
    const fields = fieldsOf(post)
    const lists = await listsFor(asked(post), upload, post.record)
    const read = mappingOfFields(fields, upload.explanation?.columns.map((one) => one.name) ?? [], lists.sources)
    if ('mapping' in read) return await ask(post, upload, 'compare', read.mapping)
    const problems = read.refusals.map((one) => problemOfRefusal(one, post.frame.words))
    return { page: await uploadPage(post, post.record, upload, problems, fields), status: 422 }
  })
  forUpload('/draft', async (post, upload) => {
    const lists = await listsFor(asked(post), upload, post.record)
    const [foreign] = lists.foreign
    const refusal =
      foreign !== undefined
        ? { code: 'indicator_not_yours', details: { indicator: foreign } }
        : upload.report === null
          ? { code: 'upload_busy' }
          : null
    if (refusal === null) return await ask(post, upload, 'draft', null)
    return {
      page: await uploadPage(post, post.record, upload, [problemOfRefusal(refusal, post.frame.words)]),
      status: foreign === undefined ? 409 : 403,
    }
  })

  app.get(`/:language/:city/desk${path}/:id/notices.csv`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'readings.enter')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const upload = await findOwnUpload({ ...asked(request), id: request.parameter('id') }, site.record)
    const { words } = request.frame
    if (upload?.report == null) return errorResponse(c, site, words.language, request.city, 404)
    const header = (['code', 'severity', 'line', 'column', 'value', 'what'] as const).map((name) => words.t(`entry.csv_${name}`))
    const rows = upload.report.notices.map(({ code, severity, line, column, value }) => [
      ...[
        code,
        words.t(`releases.severity_${severity}`),
        line === null ? '' : String(line),
        column ?? '',
        value ?? '',
        noticeTitle(code, words),
      ],
    ])
    c.header('content-type', 'text/csv; charset=utf-8')
    c.header('content-disposition', attachmentName(`${upload.name.replace(/\.\w+$/, '')}-notices.csv`))
    return c.body(writeTableForPeople([header, ...rows]))
  })
}

class TooLarge extends Error {}

const fieldsOf = ({ form, field }: DeskPost): Record<string, string> =>
  Object.fromEntries([...form.keys()].map((name) => [name, field(name)]))
