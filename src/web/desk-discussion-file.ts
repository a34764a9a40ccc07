import type { Hono } from 'hono'
import { exportDraft } from '../actions/discussion/desk/export-draft.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { publishedOf, versionOf } from './desk-consultation.ts'
import { deskRequestOf } from './desk-route.tsx'
import { errorResponse } from './error-response.tsx'
import type { Site } from './site.ts'

/** The draft with its comments, as a Word document. */
export function deskDiscussionFile(app: Hono, site: Site): void {
  app.get('/:language/:city/desk/consultations/:consultation/draft.docx', async (c, next) => {
    const request = await deskRequestOf(c, site, 'consultations.read')
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame } = request
    const { language } = frame.words
    const consultation = await publishedOf(request, site.record)
    const version = consultation && (await versionOf(request, consultation, site.record, site))
    if (consultation === null || version === null) return errorResponse(c, site, language, city, 404)
    const document = await exportDraft({ city, consultation, version, language }, site.record)
    return c.body(new Uint8Array(document), 200, {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': attachmentName(`${version.programme}-${version.number}-${language}.docx`),
    })
  })
}
