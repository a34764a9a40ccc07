import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import { HTTPException } from 'hono/http-exception'
import type { City } from '../books/indicators/figure.ts'
import { isLanguage, languages, type Language } from '../books/text.ts'
import { readAccepted } from './accepted.ts'
import { api } from './api.ts'
import { catalogueFiles } from './catalogue-files.ts'
import { cityPages } from './city-pages.tsx'
import { accessModelType, computedFiles } from './computed-files.ts'
import { cooperationFeeds } from './cooperation-feeds.ts'
import { demonstrationSignIn } from './demonstration-sign-in.ts'
import { deskPages } from './desk-pages.tsx'
import { deskProgramme } from './desk-programme.tsx'
import { bringsTable } from './desk-uploads.tsx'
import { bringsPaper } from './desk-discussion-paper-table.tsx'
import { bringsSignedPaper } from './desk-cooperation-papers.tsx'
import { bringsRecord } from './desk-cooperation-form.ts'
import { bringsRecordTable, deskCooperationImport } from './desk-cooperation-import.tsx'
import { bringsForum, deskCooperationForum } from './desk-cooperation-forum.tsx'
import { deskCooperationAssignments } from './desk-cooperation-assignments.tsx'
import { deskCooperationRecords } from './desk-cooperation-records.tsx'
import { deskCooperationVisits } from './desk-cooperation-visits.tsx'
import { bringsReportText } from './desk-report-texts.tsx'
import { deskReports } from './desk-reports.tsx'
import { deskDiscussion } from './desk-discussion.tsx'
import { deskPeople } from './desk-people.tsx'
import { errorResponse } from './error-response.tsx'
import { feeds } from './feeds.ts'
import { publicUrlOf } from './frame-of.ts'
import { health } from './health.ts'
import { keptAnswers } from './kept-answers.ts'
import { notesOf, requestLog } from './request-log.ts'
import { unavailableResponse } from './unavailable-response.tsx'
import { isUnreadableForm, openDataForEverySite, ownFormsOnly, securityHeaders, shownOnEverySite } from './guard.ts'
import { accountPages } from './account-pages.tsx'
import { accountSecurity } from './account-security.tsx'
import { identityProvider } from './identity-provider.tsx'
import { mailLinks } from './mail-links.tsx'
import { oparl } from './oparl.ts'
import { oembed } from './oembed.ts'
import { opinionPages } from './opinions.tsx'
import { pageFiles } from './page-files.tsx'
import { passkeys } from './passkeys.tsx'
import { signInPages } from './sign-in.tsx'
import { readingOnly, rememberWriters } from './public-reads.ts'
import type { Site } from './site.ts'
import { tourGroup } from './tour-group.tsx'
import { sdmx } from './sdmx.ts'
import { sitePages } from './site-pages.tsx'
import { statementPages } from './statements.tsx'
import { deskStatements } from './statements-desk.tsx'
import { trustPages } from './trust-pages.tsx'
import { voices } from './voices.tsx'
import { voicesDesk } from './voices-desk.tsx'
import { isVote, votePages } from './votes.tsx'

const mostBytesOfAForm = 64 * 1024

/** The whole web: pages in every language, open data, feeds, files. */
export function createApp(site: Site): Hono {
  const app = new Hono({ strict: false })
  app.use(requestLog(site))
  app.use(keptAnswers(site))
  app.use(compress({ contentTypeFilter: (type) => COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) || type === accessModelType || isSdmx(type) }))
  app.use('/charts/*', shownOnEverySite)
  app.use(securityHeaders(site))
  for (const below of ['/api/*', '/oparl/*', '/sdmx/*', '/tables/*', '/charts/*', '/oembed', '/catalog.jsonld', '/catalog.ttl'])
    app.use(below, openDataForEverySite)
  for (const below of ['/api/*', '/oparl/*', '/sdmx/*', '/computed/*', '/sitemap.xml']) app.use(below, readingOnly(site))
  app.use(rememberWriters(site))
  app.use(ownFormsOnly(site))
  app.route('/', health(site))
  const formLimit = bodyLimit({ maxSize: mostBytesOfAForm })
  // A table is read as it comes, and a vote without the request object that this would make of it; both are counted there. Who reads sends nothing.
  app.use(async (c, next) =>
    c.req.method !== 'POST' ||
    isVote(c) ||
    bringsTable(c) ||
    bringsPaper(c) ||
    bringsRecord(c) ||
    bringsSignedPaper(c) ||
    bringsRecordTable(c) ||
    bringsForum(c) ||
    bringsReportText(c)
      ? await next()
      : await formLimit(c, next),
  )
  // No name holds a null character, and no database takes one.
  app.use(async (c, next) => {
    if (!c.req.url.includes('%00')) return await next()
    if (isOpenData(c)) return c.json({ error: 'bad_request', says: 'The address holds a null character (%00). Leave it out.' }, 400)
    return errorResponse(c, site, languageOf(c)[0], null, 400)
  })

  app.get(
    '/assets/*',
    async (c, next) => {
      await next()
      // Names carry a hash of the content.
      if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
    },
    serveStatic({ root: site.publicDirectory }),
  )
  app.route('/api/v1', api({ record: site.record, now: site.now, publicUrlOf: (c) => publicUrlOf(c, site) }))
  app.route('/', oparl(site))
  app.route('/', sdmx(site))
  app.route('/', catalogueFiles(site))
  app.route('/', computedFiles(site))
  app.route('/', feeds(site))
  cooperationFeeds(app, site)
  pageFiles(app, site)
  oembed(app, site)
  app.get('/', (c) => c.redirect(`/${preferredLanguage(c)}`, 302))
  signInPages(app, site)
  demonstrationSignIn(app, site)
  mailLinks(app, site)
  accountSecurity(app, site)
  passkeys(app, site)
  identityProvider(app, site)
  accountPages(app, site)
  deskPeople(app, site)
  app.route('/', sitePages(site))
  app.route('/', trustPages(site))
  app.route('/', cityPages(site))
  app.route('/', deskPages(site))
  app.route('/', deskProgramme(site))
  app.route('/', votePages(site))
  app.route('/', opinionPages(site))
  app.route('/', statementPages(site))
  app.route('/', deskStatements(site))
  app.route('/', deskDiscussion(site))
  tourGroup(app, site)
  voices(app, site)
  voicesDesk(app, site)
  deskCooperationRecords(app, site)
  deskCooperationVisits(app, site)
  deskCooperationAssignments(app, site)
  deskCooperationForum(app, site)
  deskCooperationImport(app, site)
  deskReports(app, site)

  app.notFound(async (c) => {
    if (isOpenData(c)) return c.json({ error: 'not_found', says: 'There is no such list. /api/v1/openapi.json names all of them.' }, 404)
    return errorResponse(c, site, ...(await whoseLanguageAndCity(c, site)), 404)
  })
  app.onError(async (error, c) => {
    // A form that is too large: refused above, and no fault of ours.
    if (error instanceof HTTPException) return error.getResponse()
    if (isUnreadableForm(error)) return errorResponse(c, site, languageOf(c)[0], null, 400)
    const { log, isWriteStopped } = site.operations
    if (isWriteStopped(error)) {
      log('error', c.req.method === 'POST' ? 'writes_stopped' : 'database_unreachable', { ...notesOf(c), method: c.req.method, error })
      if (isOpenData(c)) return c.json({ error: 'unavailable', says: 'The record cannot be reached. Try again in a minute.' }, 503)
      return await unavailableResponse(c, site, languageOf(c)[0])
    }
    log('error', 'fault', { ...notesOf(c), method: c.req.method, error })
    if (isOpenData(c)) return c.json({ error: 'fault', says: 'Something broke here. It is written down.' }, 500)
    // Whatever broke may break again while asking for the city.
    const [language] = languageOf(c)
    return errorResponse(c, site, language, null, 500)
  })
  return app
}

const isOpenData = (c: Context): boolean => /^\/(api|oparl|sdmx)\//.test(c.req.path)
const isSdmx = (type: string): boolean => type.startsWith('application/vnd.sdmx.')

/** The language that the reader's browser asks for first among ours; Kazakh when it asks for none of them. */
function preferredLanguage(c: Context): Language {
  const asked = readAccepted(c.req.header('accept-language')).map(({ value }) => value.slice(0, 2))
  return asked.find(isLanguage) ?? languages[0]
}

function languageOf(c: Context): [Language, string | undefined] {
  const [, language = '', slug] = c.req.path.split('/')
  return isLanguage(language) ? [language, slug] : [preferredLanguage(c), undefined]
}

async function whoseLanguageAndCity(c: Context, site: Site): Promise<[Language, City | null]> {
  const [language, slug] = languageOf(c)
  return [language, slug === undefined ? null : await site.record.findCity(slug)]
}
