import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { addPaper, keepSignature, prepareSignature, type BroughtFile } from '../actions/cooperation/agreement-papers.ts'
import { askAgain, findSignature, keepAnswer } from '../actions/cooperation/verify-again.ts'
import { withdrawPaper } from '../actions/cooperation/withdraw-paper.ts'
import { withdrawStage } from '../actions/cooperation/withdraw-stage.ts'
import { addStage } from '../actions/cooperation/add-stage.ts'
import type { Refusal } from '../books/outcome.ts'
import { attachmentName } from '../formats/attachment-name.ts'
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
  keptSignatures(app, site)
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

  deskPost(app, site, `${agreementPath}/files/withdraw`, 'cooperation.write', async (post) => {
    const agreement = numberIn(post)
    const takingBack = { which: post.field('paper-which'), reason: post.field('paper-reason') }
    const given = { file: numberOf(takingBack.which), reason: takingBack.reason }
    const written = await withdrawPaper({ ...doingOf(post, site), agreement, ...given }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath('agreement', agreement, '#papers')) }
    const again = await agreementPage(post, site, post.record, { refusals: written.problems, takingBack })
    return again && { page: again, status: 422 }
  })

  app.get(`/:language/:city/desk${agreementPath}/files/:file`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame, parameter } = request
    const [agreement, number] = [numberIn(request), numberOf(parameter('file'))]
    const files = [...(await site.record.listAgreementFiles(city, agreement)), ...(await site.record.listWithdrawnFiles(city, agreement))]
    const about = files.find((one) => one.number === number)
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

const meantIn = (request: DeskRequest) => ({
  agreement: numberIn(request),
  file: numberOf(request.parameter('file')),
  number: numberOf(request.parameter('signature')),
})

/** A signature that is kept: to take along, and to be verified once more. Its certificate names a person: only who keeps cooperation has it. */
function keptSignatures(app: Hono, site: Site): void {
  const path = `/:language/:city/desk${agreementPath}/signatures/:file/:signature`
  for (const part of ['signature', 'time-stamp'] as const)
    app.get(`${path}/${part}`, async (c, next) => {
      const request = await deskRequestOf(c, site, 'cooperation.write')
      if (request === null) return await next()
      if (request instanceof Response) return request
      const { agreement, file, number } = meantIn(request)
      const kept = await findSignature(request.city, { agreement, file, number }, site.record)
      const content = part === 'signature' ? kept?.signature : kept?.timeStamp
      if (!content) return errorResponse(c, site, request.frame.words.language, request.city, 404)
      return c.body(new Uint8Array(content), 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': attachmentName(`agreement-${agreement}-${file}-${part}-${number}.${endingOf(part, content)}`),
        'x-content-type-options': 'nosniff',
      })
    })

  app.post(`${path}/verify`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'cooperation.write')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, viewer } = request
    const form = await c.req.formData()
    const input = { ...doingOf(request, site), ...meantIn(request) }
    const answer = await askAgain({ ...input, verifier: site.signatureVerifier }, site.record)
    const notFound = () => errorResponse(c, site, frame.words.language, city, 404)
    if (answer === null) return notFound()
    if (!answer.ok) {
      const again = await agreementPage(request, site, site.record, { refusals: answer.problems })
      return again === null ? notFound() : c.html(render(again), 422)
    }
    return await answerOnce(c, site, viewer.personId, form, async (record) => {
      await keepAnswer({ ...input, verification: answer.verification }, record)
      return c.redirect(link(frame, recordPath('agreement', input.agreement, `#signature-${input.file}-${input.number}`)), 303)
    })
  })
}

/** A signature is XML or CMS; a time stamp is a token of RFC 3161. */
const endingOf = (part: 'signature' | 'time-stamp', content: Uint8Array): string =>
  part === 'time-stamp' ? 'tsr' : content[0] === '<'.charCodeAt(0) ? 'xml' : 'p7s'

function stages(app: Hono, site: Site): void {
  deskPost(app, site, `${partnershipPath}/stages/withdraw`, 'cooperation.write', async (post) => {
    const number = numberIn(post)
    const takingBack = { which: post.field('stage-which'), reason: post.field('stage-reason') }
    const [stage = '', on = ''] = takingBack.which.split(' ')
    const written = await withdrawStage({ ...doingOf(post, site), number, stage: { stage, on }, reason: takingBack.reason }, post.record)
    if (written === null) return null
    if (written.ok) return { location: link(post.frame, recordPath('partnership', number, '#stages')) }
    const refusals = written.problems
    const again = await recordPage(post, site, post.record, { kind: 'partnership', number }, { refusals, takingBack })
    return again && { page: again, status: refusals.some(({ code }) => code === 'changed_meanwhile') ? 409 : 422 }
  })

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
