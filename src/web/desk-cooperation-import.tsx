import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { importRecords, previewRecords } from '../actions/cooperation/import-records.ts'
import { isImportedKind, parseRows, type ImportedKind } from '../books/cooperation/import-rows.ts'
import { refuse, type Refusal } from '../books/outcome.ts'
import { ImportPage, importProblem } from '../pages/desk/cooperation/import-page.tsx'
import { recordPath } from '../pages/desk/cooperation/record-words.ts'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { deskPost, deskRequestOf, deskRoute, fieldOf, type DeskRequest } from './desk-route.tsx'
import type { Site } from './site.ts'

const path = '/cooperation/import'
const mostBytes = 2_000_000

/** Whether a request brings a table of records, or gives back its rows: longer than other forms, and with a limit of its own. */
export const bringsRecordTable = (c: Context): boolean =>
  c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/desk\/cooperation\/import(\/check)?\/?$/.test(c.req.path)

/** Partners and agreements from a table: what is wrong is shown by row and column before anything is stored. */
export function deskCooperationImport(app: Hono, site: Site): void {
  for (const below of ['', '/check']) app.use(`/:language/:city/desk${path}${below}`, bodyLimit({ maxSize: mostBytes }))
  const page = ({ frame }: DeskRequest, kind: ImportedKind, refusals: readonly Refusal[]) => {
    const problems = refusals.map((one) => ({ field: one.field ?? '', text: importProblem(one, frame.words) }))
    return <ImportPage {...{ frame, kind, problems }} checked={null} formKey={site.record.newId()} />
  }

  deskRoute(app, site, path, 'cooperation.write', async (request) =>
    page(request, kindOf(request.query.get('kind') ?? '') ?? 'partner', []),
  )

  // It only reads: the rows go back to the browser, and come again when somebody has looked at them.
  app.post(`/:language/:city/desk${path}/check`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.write')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city } = request
    const form = await c.req.formData()
    const kind = kindOf(fieldOf(form, 'kind'))
    const file = form.get('file')
    if (kind === null) return c.html(render(page(request, 'partner', [{ code: 'kind_missing', field: 'kind' }])), 422)
    if (file === null || typeof file === 'string' || file.size === 0)
      return c.html(render(page(request, kind, [{ code: 'file_missing', field: 'file' }])), 422)
    const csv = new Uint8Array(await file.arrayBuffer())
    // it would be unpacked here, in the server: a spreadsheet is saved as CSV first
    if (csv[0] === 0x50 && csv[1] === 0x4b) return c.html(render(page(request, kind, [{ code: 'file_not_csv', field: 'file' }])), 422)
    const checked = await previewRecords({ city, kind, csv, file: file.name, at: site.now() }, site.record)
    if (!checked.ok) return c.html(render(page(request, kind, [tableRefusal(checked.refusal)])), 422)
    return c.html(render(<ImportPage {...{ frame, kind }} checked={checked.value} problems={[]} formKey={site.record.newId()} />))
  })

  deskPost(app, site, path, 'cooperation.write', async (post) => {
    const { frame, city, viewer, record, field } = post
    const kind = kindOf(field('kind'))
    const rows = parseRows(field('rows'))
    if (kind === null || rows === null) return { page: page(post, kind ?? 'partner', [{ code: 'table_changed' }]), status: 422 }
    const imported = await importRecords({ city, by: viewer.personId, at: site.now(), kind, rows }, record)
    if (imported.ok) return { location: link(frame, recordPath(kind), { only: 'drafts' }) }
    return { page: page(post, kind, [{ code: 'table_changed' }]), status: 422 }
  })
}

const kindOf = (text: string): ImportedKind | null => (isImportedKind(text) ? text : null)

/** What the person can do about a file that is no table is the same, whatever is wrong inside it. */
const tableRefusal = (refusal: Refusal): Refusal =>
  refusal.code === 'record_columns_missing' || refusal.code === 'table_too_long'
    ? { ...refusal, field: 'file' }
    : refuse('file_unreadable', 'file').refusal
