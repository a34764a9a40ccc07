import type { Hono } from 'hono'
import { makeCodes } from '../actions/discussion/desk/make-codes.ts'
import { voidCodes } from '../actions/discussion/desk/void-codes.ts'
import { codeInGroups } from '../books/discussion/rules/participation-code.ts'
import type { Refusal } from '../books/outcome.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { writeTableForPeople } from '../formats/table-for-people.ts'
import { CodesPage, MadeCodesPage, type GivenCodes, type LostCodes } from '../pages/desk/discussion/codes-page.tsx'
import { deskConsultationPath } from '../pages/desk/discussion/consult-words.ts'
import { link } from '../pages/frame.ts'
import { render } from '../pages/render.ts'
import { askedOf, consultationOf } from './desk-consultation.ts'
import { answerOnce, deskPost, deskRequestOf, deskRoute, fieldOf, type DeskRequest } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site, WebRecord } from './site.ts'

const path = '/consultations/:consultation/codes'
const noCodes: GivenCodes = { count: '100', batch: '', as: 'page' }

/** Codes that the city hands out to those who are asked. */
export function deskDiscussionCodes(app: Hono, site: Site): void {
  const page = async (
    request: DeskRequest,
    record: WebRecord,
    shown: { given?: GivenCodes; lost?: LostCodes; refusals: readonly Refusal[] },
  ) => {
    const consultation = await consultationOf(request, record)
    if (consultation === null || consultation.level !== 'code' || site.signIn === null) return null
    const batches = await record.listCodeBatches(request.city, consultation)
    const { given = noCodes, lost = { batch: '', reason: '' }, refusals } = shown
    const newKey = () => site.record.newId()
    return <CodesPage frame={request.frame} {...{ consultation, batches, given, lost, refusals, newKey }} />
  }

  deskRoute(app, site, path, 'consultations.write', (request) => page(request, site.record, { refusals: [] }))

  deskPost(app, site, `${path}/void`, 'consultations.write', async (post) => {
    const lost = { batch: post.field('void-batch'), reason: post.field('void-reason') }
    const asked = askedOf(post, site)
    const outcome = await voidCodes({ ...asked, which: lost.batch, reason: lost.reason }, post.record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(post.frame, deskConsultationPath({ number: asked.number }, '/codes')) }
    const again = await page(post, post.record, { lost, refusals: outcome.problems })
    return again && { page: again, status: 422 }
  })

  // The codes stand nowhere but in this one answer; the form sent again leads to the list of batches.
  app.post(`/:language/:city/desk${path}`, async (c, next) => {
    const request = await deskRequestOf(c, site, 'consultations.write')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { frame, city, viewer } = request
    const form = await c.req.formData()
    const given = { count: fieldOf(form, 'count'), batch: fieldOf(form, 'batch'), as: fieldOf(form, 'as') }
    let codes: readonly string[] = []
    const answer = await answerOnce(c, site, viewer.personId, form, async (record) => {
      const outcome =
        site.signIn === null ? null : await makeCodes({ ...askedOf(request, site), ...given }, { record, services: site.signIn.services })
      if (outcome === null) return errorResponse(c, site, frame.words.language, city, 404)
      if (outcome.ok) {
        codes = outcome.value
        return c.redirect(link(frame, deskConsultationPath({ number: askedOf(request, site).number }, '/codes')), 303)
      }
      const again = await page(request, record, { given, refusals: outcome.problems })
      return again === null ? errorResponse(c, site, frame.words.language, city, 404) : c.html(render(again), 422)
    })
    if (codes.length === 0) return answer
    const consultation = await consultationOf(request, site.record)
    if (consultation === null) return answer
    const batch = given.batch.trim()
    if (given.as !== 'csv') return c.html(render(<MadeCodesPage frame={frame} {...{ consultation, batch, codes }} />))
    return c.body(writeTableForPeople([['code', 'batch'], ...codes.map((code) => [codeInGroups(code), batch])]), 200, {
      'content-type': 'text/csv; charset=UTF-8',
      'content-disposition': attachmentName(`codes-${consultation.number}.csv`),
    })
  })
}
