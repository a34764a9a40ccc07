import type { Context } from 'hono'
import type { ReportWriter } from '../actions/reports/report-needs.ts'
import type { PublishedFormat } from '../books/reports/published-report.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import type { Site } from './site.ts'

const mediaTypes: Readonly<Record<PublishedFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  json: 'application/json',
}

/** A report as a file to take along: even HTML is not shown within the site, whose rules its own style would break. */
export const fileResponse = (c: Context, file: Uint8Array, format: PublishedFormat, name: string): Response =>
  c.body(new Uint8Array(file), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': attachmentName(name),
    'x-content-type-options': 'nosniff',
  })

export const writerOf = ({ typeset, writeDocx }: Site, publicAddress: string): ReportWriter => ({ typeset, writeDocx, publicAddress })
