import type { Hono } from 'hono'
import { isSmall, listNotes, readLoadedTable, showNote } from '../actions/economy/show-note.ts'
import { writeTriples } from '../formats/input-output/write-triples.ts'
import { noteCsv } from '../pages/economy/note-csv.ts'
import { NoteListPage } from '../pages/economy/note-list-page.tsx'
import { economyPath, NotePage } from '../pages/economy/note-page.tsx'
import { link } from '../pages/frame.ts'
import { cityRequestOf, cityRoute, type CityRequest } from './city-route.ts'
import { cooperationInput, numberIn } from './cooperation-pages.tsx'
import { errorResponse } from './error-response.tsx'
import { readingOnly } from './public-reads.ts'
import type { Site } from './site.ts'

/** Book 5: economic notes about the city and others, with their tables, and the small ones of the tables that they rest on. */
export function economyPages(app: Hono, site: Site): void {
  const { record } = site
  cityRoute(app, site, economyPath, async (request) => (
    <NoteListPage frame={request.frame} partners={await listNotes(cooperationInput(request), record)} />
  ))
  cityRoute(app, site, `${economyPath}/:partner`, async (request) => {
    const view = await showNote({ ...cooperationInput(request), partner: request.parameter('partner') }, record)
    if (view === null) return null
    const flows = isSmall(view) ? link(request.frame, `/cooperation/economy-tables/${view.note.source.number ?? ''}/flows.csv`) : null
    return <NotePage frame={request.frame} view={view} flows={flows} />
  })
  const file = (path: string, write: (request: CityRequest) => Promise<{ name: string; text: string } | null>): void => {
    app.get(`/:language/:city${path}`, readingOnly(site), async (c, next) => {
      const request = await cityRequestOf(c, site)
      if (request === null) return await next()
      if (request instanceof Response) return request
      const content = await write(request)
      if (content === null) return errorResponse(c, site, request.frame.words.language, request.city, 404)
      c.header('content-disposition', `attachment; filename="${content.name}"`)
      return c.body(content.text, 200, { 'content-type': 'text/csv; charset=utf-8' })
    })
  }
  file(`${economyPath}/:partner/:table`, async (request) => {
    const [, key] = /^(\w+)\.csv$/.exec(request.parameter('table')) ?? []
    const view = await showNote({ ...cooperationInput(request), partner: request.parameter('partner') }, record)
    const isThere = key === 'tables' || view?.note.parts.some(({ tables }) => tables.some((one) => one.key === key))
    if (key === undefined || view === null || !isThere) return null
    const { a } = view.note
    return { name: `${a.code}-${key}.csv`, text: [...noteCsv(view.note, request.frame.words, key === 'tables' ? null : key)].join('') }
  })
  file('/cooperation/economy-tables/:number/flows.csv', async (request) => {
    const number = numberIn(request.parameter('number'))
    const table = await readLoadedTable(request.city, number, record)
    return table && { name: `${request.city.slug}-table-${number}.csv`, text: [...writeTriples(table)].join('') }
  })
}
