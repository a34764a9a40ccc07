import type { Context, Hono } from 'hono'
import { writeAllTables, writeOneTable } from '../actions/page-files/write-tables.ts'
import { writeChart } from '../actions/page-files/write-chart.ts'
import { attachmentName } from '../formats/attachment-name.ts'
import { allTables, filesPage } from '../pages/page-files/page-file-address.ts'
import { PageFilesPage } from '../pages/page-files/page-files-page.tsx'
import { partsOf } from '../pages/page-files/page-parts.ts'
import { render } from '../pages/render.ts'
import { errorResponse } from './error-response.tsx'
import { pageOfFile, readPage } from './read-page.ts'
import { readingOnly } from './public-reads.ts'
import { revalidated } from './revalidated.ts'
import type { Site } from './site.ts'

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The tables and charts of every page as files: `/tables/{address of the page}/{table}.csv`, `…/tables.xlsx` with all of them, and
 * `/charts/{address of the page}/{chart}.svg`. The page is asked for as a stranger gets it, so that a file never says more than the page.
 */
export function pageFiles(app: Hono, site: Site): void {
  app.use('/tables/*', revalidated)
  app.use('/charts/*', revalidated)

  app.get('/tables/*', readingOnly(site), async (c, next) => {
    const asked = pageOfFile(new URL(c.req.url), 'tables')
    if (asked === null) return await next()
    const page = await readPage(c, app, site, asked.page)
    if ('status' in page) return errorResponse(c, site, asked.language, page.city, page.status, asked.page)
    const { file } = asked
    const name = [page.frame.city?.slug ?? 'bagdar', ...page.frame.path.split('/').slice(1), file].join('-')
    if (file === filesPage) {
      const { tables, charts } = partsOf(page.html)
      if (tables.length + charts.length > 0) return c.html(render(<PageFilesPage frame={page.frame} html={page.html} />))
    } else if (file === allTables) {
      const workbook = await writeAllTables(page, site.record)
      if (workbook !== null) return fileAnswer(c, new Uint8Array(workbook), workbookType, name)
    } else if (file.endsWith('.csv')) {
      const table = await writeOneTable(page, file.slice(0, -'.csv'.length), site.record)
      if (table !== null) return fileAnswer(c, table, 'text/csv; charset=utf-8', name)
    }
    return errorResponse(c, site, asked.language, page.frame.city, 404, asked.page)
  })

  app.get('/charts/*', readingOnly(site), async (c, next) => {
    const asked = pageOfFile(new URL(c.req.url), 'charts')
    if (asked === null) return await next()
    const page = await readPage(c, app, site, asked.page)
    if ('status' in page) return errorResponse(c, site, asked.language, page.city, page.status, asked.page)
    const chart = asked.file.endsWith('.svg') ? await writeChart(page, asked.file.slice(0, -'.svg'.length), asked.theme, site.record) : null
    if (chart === null) return errorResponse(c, site, asked.language, page.frame.city, 404, asked.page)
    return c.body(chart, 200, { 'content-type': 'image/svg+xml; charset=utf-8' })
  })
}

const fileAnswer = (c: Context, content: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response =>
  c.body(content, 200, { 'content-type': type, 'content-disposition': attachmentName(name) })
