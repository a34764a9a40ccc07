import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import type { SdmxProblem } from '../actions/sdmx/data-query.ts'
import { escapeXml } from '../formats/sdmx/ml/escape-xml.ts'
import { inLargerChunks } from '../formats/sdmx/writable.ts'
import { contentTypeOf, type SdmxApi, type SdmxFormat } from './sdmx-format.ts'

/** HTTP status and SDMX's own number of each kind of error. */
const kinds = {
  syntax: [400, 140, 'Syntax error'],
  not_found: [404, 100, 'Not found'],
  empty: [404, 100, 'No results found'],
  semantic: [422, 150, 'Semantic error'],
  not_implemented: [501, 501, 'Not implemented'],
  not_acceptable: [406, 406, 'Not acceptable'],
  too_large: [414, 130, 'Too long'],
} as const satisfies Record<SdmxProblem['kind'], readonly [number, number, string]>

/** Answers depend on these headers. */
const vary = 'Accept, Accept-Language, Accept-Encoding'

/** An error as SDMX tells it: JSON, or XML for whoever asked for that. In version 2 data that are not there are no error. */
export function sdmxError(c: Context, api: SdmxApi, problem: SdmxProblem): Response {
  const [status, code, title] = kinds[problem.kind]
  if (problem.kind === 'empty' && api === 2) return c.body(null, 204, { vary })
  const wantsXml = /\bxml\b/.test(c.req.query('format') ?? c.req.header('accept') ?? '') && !/\bhtml\b/.test(c.req.header('accept') ?? '')
  if (wantsXml) return c.body(errorXml(code, problem.says), status, { 'content-type': 'application/xml; charset=utf-8', vary })
  return c.json({ errors: [{ code, title, detail: problem.says }] }, status, { vary })
}

const errorXml = (code: number, says: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<message:Error xmlns:message="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message" xmlns:common="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common">
  <message:ErrorMessage code="${code}"><common:Text xml:lang="en">${escapeXml(says)}</common:Text></message:ErrorMessage>
</message:Error>
`

/**
 * A whole answer, sent while it is written. What it depends on is in its tag: the record (which changes with a publication or withdrawal),
 * the address, the format and the languages.
 */
export function sdmxAnswer(
  c: Context,
  answer: { format: SdmxFormat; languages: readonly string[]; changedAt: Date; text: AsyncIterable<string> },
): Response {
  const { format, languages, changedAt, text } = answer
  const type = contentTypeOf(format)
  const parts = [changedAt.toISOString(), new URL(c.req.url).pathname, new URL(c.req.url).search, type, ...languages]
  const etag = `W/"${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)}"`
  const headers = {
    ...{ etag, vary, 'content-type': type, 'content-language': languages.join(', ') },
    ...{ 'last-modified': changedAt.toUTCString(), 'cache-control': 'no-cache' },
  }
  if (isKnown(c, etag, changedAt)) return c.body(null, 304, headers)
  return c.body(streamOf(inLargerChunks(text)), 200, headers)
}

/** A tag says more than a date; the date has no fractions of seconds. */
function isKnown(c: Context, etag: string, changedAt: Date): boolean {
  const [match, since] = [c.req.header('if-none-match'), c.req.header('if-modified-since')]
  if (match !== undefined) return match === '*' || match.split(',').some((one) => one.trim().replace(/^W\//, '') === etag.slice(2))
  return since !== undefined && Date.parse(since) >= Math.floor(changedAt.getTime() / 1000) * 1000
}

function streamOf(chunks: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await chunks.return(undefined)
    },
  })
}
