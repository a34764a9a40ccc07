import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addPaper, keepSignature, prepareSignature, type BroughtFile } from '../actions/cooperation/agreement-papers.ts'
import { addStage } from '../actions/cooperation/add-stage.ts'
import type { Refusal } from '../books/outcome.ts'
import { recordPath } from '../pages/desk/cooperation/record-words.ts'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { paperResponse } from './cooperation-files.ts'
import { numberOf } from './desk-consultation.ts'
import { doingOf } from './desk-cooperation-form.ts'
import { recordPage, type ShownForms } from './desk-cooperation-record-page.tsx'
import { answerOnce, deskPost, deskRequestOf, fieldOf, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const agreementPath = '/cooperation/agreement/:number'
const partnershipPath = '/cooperation/partnership/:number'

/** What is longer than a paper may be (`paperProblem`) is told so; what is longer than this is not read at all. */
const mostBytes = 30_000_000

/** Whether a request brings a signed paper or a signature: longer than other forms, and with a limit of its own. */
export const bringsSignedPaper = (c: Context): boolean =>
  c.req.method === 'POST' && /^\/[a-z]{2}\/[^/]+\/desk\/cooperation\/agreement\/\d+\/(files|signatures)\/?$/.test(c.req.path)

/** Signed papers of an agreement with their signatures, and the stages of a sister city. */
export function deskCooperationPapers(app: Hono, site: Site): void {
  const limit = bodyLimit({ maxSize: mostBytes })
  app.use('/:language/:city/desk/cooperation/agreement/*', async (c, next) => (bringsSignedPaper(c) ? await limit(c, next) : await next()))
  files(app, site)
  signatures(app, site)
  stages(app, site)
}

const numberIn = ({ parameter }: DeskRequest): number => numberOf(parameter('number'))

/** null: no file was chosen. */
async function fileIn(form: FormData, name: string): Promise<BroughtFile | null> {
  const file = form.get(name)
  if (file === null || typeof file === 'string' || file.size === 0) return null
  return { name: file.name.replaceAll(/\p{Cc}/gu, ''), content: new Uint8Array(await file.arrayBuffer()) }
}

const agreementPage = (request: DeskRequest, site: Site, record: WebRecord, shown: ShownForms) =>
  recordPage(request, site, record, { kind: 'agreement', number: numberIn(request) }, shown)

function files(app: Hono, site: Site): void {
  deskPost(app, site, `${agreementPath}/files`, 'cooperation.write', async (post) => {
    const agreement = numberIn(post)
    const written = await addPaper({ ...doingOf(post, site), agreement, paper: await fileIn(post.form, 'paper') }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath('agreement', agreement, '#papers')) }
    const again = await agreementPage(post, site, post.record, { refusals: written.problems })
    return again && { page: again, status: written.problems.some(({ code }) => code === 'paper_too_large') ? 413 : 422 }
  })

  app.get(`/:language/:city/desk${agreementPath}/files/:file`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame, parameter } = request
    const [agreement, number] = [numberIn(request), numberOf(parameter('file'))]
    const about = (await site.record.listAgreementFiles(city, agreement)).find((one) => one.number === number)
    const content = about === undefined ? null : await site.record.readAgreementFile(city, agreement, number)
    if (about === undefined || content === null) return errorResponse(c, site, frame.words.language, city, 404)
    return paperResponse(c, agreement, about, content)
  })
}

/** The verifier is asked before the transaction begins: it is another program, and may take seconds. */
function signatures(app: Hono, site: Site): void {
  app.post(`/:language/:city/desk${agreementPath}/signatures`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.write')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, viewer } = request
    const form = await c.req.formData()
    const typed = { file: fieldOf(form, 'signed-file'), signer: fieldOf(form, 'signer') }
    const [signature, timeStamp] = [await fileIn(form, 'signature'), await fileIn(form, 'time-stamp')]
    const input = { ...doingOf(request, site), agreement: numberIn(request) }
    const ready = await prepareSignature(
      {
        ...input,
        form: {
          file: numberOf(typed.file),
          signer: typed.signer,
          signature: signature?.content ?? null,
          timeStamp: timeStamp?.content ?? null,
        },
        verifier: site.signatureVerifier,
      },
      site.record,
    )
    const notFound = () => errorResponse(c, site, frame.words.language, city, 404)
    if (ready === null) return notFound()
    if (!ready.ok) {
      const again = await agreementPage(request, site, site.record, { refusals: ready.problems, signature: typed })
      return again === null ? notFound() : c.html(render(again), 422)
    }
    return await answerOnce(c, site, viewer.personId, form, async (record) => {
      await keepSignature({ ...input, signature: ready.signature }, record)
      return c.redirect(link(frame, recordPath('agreement', input.agreement, '#papers')), 303)
    })
  })
}

function stages(app: Hono, site: Site): void {
  deskPost(app, site, `${partnershipPath}/stages`, 'cooperation.write', async (post) => {
    const number = numberIn(post)
    const stage = { stage: post.field('stage'), on: post.field('stage-on').trim(), source: post.field('stage-source').trim() }
    const form = { ...stage, source: stage.source === '' ? null : numberOf(stage.source) }
    const written = await addStage({ ...doingOf(post, site), number, form, today: post.frame.today }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath('partnership', number, '#stages')) }
    const refusals: readonly Refusal[] = written.problems
    const again = await recordPage(post, site, post.record, { kind: 'partnership', number }, { refusals, stage })
    return again && { page: again, status: refusals.some(({ code }) => code === 'changed_meanwhile') ? 409 : 422 }
  })
}
