import type { Context, Hono } from 'hono'
import { readAgreementPaper } from '../actions/cooperation/show-agreements.ts'
import type { AgreementFile } from '../books/cooperation/agreement-file.ts'
import { cityRequestOf } from './city-route.ts'
import { cooperationInput, numberIn } from './cooperation-pages.tsx'
import { errorResponse } from './error-response.tsx'
import { readingOnly } from './public-reads.ts'
import type { Site } from './site.ts'

/** Signed papers as they were brought: to keep, never to be shown in the page, whatever they say that they are. */
export function cooperationFiles(app: Hono, site: Site): void {
  app.get('/:language/:city/cooperation/agreements/:number/files/:file', readingOnly(site), async (c, next) => {
    const request = await cityRequestOf(c, site)
    if (request === null) return await next()
    if (request instanceof Response) return request
    const { city, frame, parameter } = request
    const asked = { number: numberIn(parameter('number')), file: numberIn(parameter('file')) }
    const paper = await readAgreementPaper({ ...cooperationInput(request), ...asked }, site.record)
    if (paper === null) return errorResponse(c, site, frame.words.language, city, 404)
    return paperResponse(c, asked.number, paper.about, paper.content)
  })
}

/** A file of an agreement: to keep, with its fingerprint. */
export const paperResponse = (
  c: Context,
  agreement: number,
  { number, name, mediaType, sha256 }: AgreementFile,
  content: Uint8Array,
): Response =>
  c.body(new Uint8Array(content), 200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="agreement-${agreement}-${number}"; filename*=UTF-8''${encoded(name)}`,
    'x-content-type-options': 'nosniff',
    'repr-digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
  })

/** A file name as a header carries it (RFC 8187): also the marks that `encodeURIComponent` leaves as they are. */
const encoded = (name: string): string => encodeURIComponent(name).replaceAll(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`)
