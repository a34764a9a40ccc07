import type { Permission } from '../../src/books/accounts/role.ts'

/**
 * Who may ask for what: every route of the site stands here, and a new one fails `routes.test.ts` until it does.
 *
 * - `everybody`: public, the same for every reader
 * - `operator`: from the machine itself, or with the token of METRICS_TOKEN
 * - `signing in`: on the way to an account; for everybody, and never kept
 * - `signed in`: about the person herself
 * - a permission: at the desk of a city, with that permission in that city (`books/accounts/role.ts`)
 */
export type Who = 'everybody' | 'operator' | 'signing in' | 'signed in' | Permission

/** A route, and which facts (`two-cities.ts`) stand in its address where a parameter has another name than its fact. */
export type Rule = Who | readonly [who: Who, parameters: Readonly<Record<string, string>>]

export const routeTable: Readonly<Record<string, Rule>> = {
  // The site and its public record.
  'GET /': 'everybody',
  'GET /assets/*': 'everybody',
  'GET /healthz': 'everybody',
  'GET /readyz': 'everybody',
  'GET /metrics': 'operator',
  'GET /robots.txt': 'everybody',
  'GET /sitemap.xml': 'everybody',
  'GET /api/v1/cities': 'everybody',
  'GET /api/v1/indicators': 'everybody',
  'GET /api/v1/areas': 'everybody',
  'GET /api/v1/codes': 'everybody',
  'GET /api/v1/sources': 'everybody',
  'GET /api/v1/releases': 'everybody',
  'GET /api/v1/programme-versions': 'everybody',
  'GET /api/v1/series': 'everybody',
  'GET /api/v1/observations': 'everybody',
  'GET /api/v1/openapi.json': 'everybody',
  'GET /computed/:city/:release/:name': ['everybody', { release: 'computedRelease', name: 'computedName' }],
  'GET /:language': 'everybody',
  'GET /:language/gallery': 'everybody',
  'GET /:language/privacy': 'everybody',
  'GET /:language/:city': 'everybody',
  'GET /:language/:city/feed.atom': 'everybody',
  'GET /:language/:city/programme': 'everybody',
  'GET /:language/:city/programme/goals/:number': ['everybody', { number: 'goal' }],
  'GET /:language/:city/programme/budget': 'everybody',
  'GET /:language/:city/programme/versions': 'everybody',
  'GET /:language/:city/programme/versions/:number': ['everybody', { number: 'version' }],
  'GET /:language/:city/programme/difference/:from/:to': ['everybody', { from: 'version', to: 'version' }],
  'GET /:language/:city/indicators': 'everybody',
  'GET /:language/:city/indicators/:code': 'everybody',
  'GET /:language/:city/figures/:series/:period': 'everybody',
  'GET /:language/:city/figures/:series/:period/mistakes': 'everybody',
  'POST /:language/:city/figures/:series/:period/mistakes': 'everybody',
  'GET /:language/:city/map': 'everybody',
  'GET /:language/:city/releases': 'everybody',
  'GET /:language/:city/releases/:number': ['everybody', { number: 'releaseNumber' }],
  'GET /:language/:city/search': 'everybody',
  'GET /:language/:city/gaps': 'everybody',
  'GET /:language/:city/about': 'everybody',
  'GET /:language/:city/licence': 'everybody',
  'GET /:language/:city/methods': 'everybody',
  'GET /:language/:city/methods/11.7.1': 'everybody',
  'GET /:language/:city/methods/11.2.1': 'everybody',
  'GET /:language/:city/accessibility': 'everybody',
  'GET /:language/:city/privacy': 'everybody',
  'GET /:language/:city/contact': 'everybody',
  'GET /:language/:city/api': 'everybody',

  // The discussion: everybody reads, who is signed in takes part.
  'GET /:language/:city/discussion': 'everybody',
  'GET /:language/:city/discussion/:consultation': 'everybody',
  'GET /:language/:city/discussion/:consultation/text': 'everybody',
  'GET /:language/:city/discussion/:consultation/text/:section': 'everybody',
  'GET /:language/:city/discussion/:consultation/contributions': 'everybody',
  'GET /:language/:city/discussion/:consultation/contributions/:contribution': 'everybody',
  'GET /:language/:city/discussion/:consultation/answers': 'everybody',
  'GET /:language/:city/discussion/:consultation/changes/:version': 'everybody',
  'GET /:language/:city/discussion/:consultation/voices': 'everybody',
  'GET /:language/:city/discussion/:consultation/about-me': 'signed in',
  'POST /:language/:city/discussion/:consultation/about-me': 'signed in',
  'GET /:language/:city/discussion/:consultation/write': 'signed in',
  'POST /:language/:city/discussion/:consultation/write': 'signed in',
  'GET /:language/:city/discussion/:consultation/mine': 'signed in',
  'POST /:language/:city/discussion/:consultation/mine/:contribution': 'signed in',
  'GET /:language/trust': 'everybody',
  'GET /:language/:city/trust': 'everybody',

  // The way to an account.
  'GET /sign-in/provider/:provider': 'signing in',
  'GET /:language/sign-in': 'signing in',
  'POST /:language/sign-in': 'signing in',
  'POST /:language/sign-in/demonstration': 'signing in',
  'GET /:language/sign-in/code': 'signing in',
  'POST /:language/sign-in/code': 'signing in',
  'GET /:language/sign-in/link': 'signing in',
  'POST /:language/sign-in/link': 'signing in',
  'GET /:language/sign-in/password': 'signing in',
  'POST /:language/sign-in/password': 'signing in',
  'GET /:language/sign-in/password/forgotten': 'signing in',
  'POST /:language/sign-in/password/forgotten': 'signing in',
  'GET /:language/sign-in/second-factor': 'signing in',
  'POST /:language/sign-in/second-factor': 'signing in',
  'POST /:language/sign-in/passkey': 'signing in',
  'POST /:language/sign-in/passkey/start': 'signing in',
  'POST /:language/sign-in/provider/:provider': 'signing in',
  'GET /:language/invite': 'signing in',
  'POST /:language/invite': 'signing in',
  'GET /:language/reset': 'signing in',
  'POST /:language/reset': 'signing in',
  'GET /:language/mailbox': 'signing in',
  'GET /:language/account/erased': 'signing in',
  'POST /:language/sign-out': 'signing in',

  // One's own account.
  'GET /:language/sign-in/again': 'signed in',
  'POST /:language/sign-in/again': 'signed in',
  'GET /:language/account': 'signed in',
  'GET /:language/account/address': 'signed in',
  'POST /:language/account/address': 'signed in',
  'POST /:language/account/address/confirm': 'signed in',
  'GET /:language/account/data.json': 'signed in',
  'POST /:language/account/details': 'signed in',
  'GET /:language/account/erase': 'signed in',
  'POST /:language/account/erase': 'signed in',
  'GET /:language/account/passkeys': 'signed in',
  'POST /:language/account/passkeys': 'signed in',
  'POST /:language/account/passkeys/change': 'signed in',
  'POST /:language/account/passkeys/start': 'signed in',
  'GET /:language/account/password': 'signed in',
  'POST /:language/account/password': 'signed in',
  'POST /:language/account/providers/:provider': 'signed in',
  'GET /:language/account/second-factor': 'signed in',
  'POST /:language/account/second-factor': 'signed in',
  'POST /:language/account/second-factor/recovery-codes': 'signed in',
  'GET /:language/account/sessions': 'signed in',
  'POST /:language/account/sessions': 'signed in',
  'POST /:language/account/sessions/:session': 'signed in',

  // The desk of a city.
  'GET /:language/:city/desk': 'desk.see',
  'GET /:language/:city/desk/people': 'people.manage',
  'POST /:language/:city/desk/people': 'people.manage',
  'POST /:language/:city/desk/people/invite': 'people.manage',
  'GET /:language/:city/desk/departments': 'departments.write',
  'GET /:language/:city/desk/departments/new': 'departments.write',
  'GET /:language/:city/desk/departments/:department': 'departments.write',
  'POST /:language/:city/desk/departments/:department': 'departments.write',
  'GET /:language/:city/desk/mistakes': 'mistakes.answer',
  'GET /:language/:city/desk/mistakes/:number': ['mistakes.answer', { number: 'mistake' }],
  'POST /:language/:city/desk/mistakes/:number': ['mistakes.answer', { number: 'mistake' }],
  'GET /:language/:city/desk/history': 'history.read',
  'GET /:language/:city/desk/programme': 'drafts.read',
  'GET /:language/:city/desk/programme/new': 'programme.write',
  'POST /:language/:city/desk/programme/new': 'programme.write',
  'POST /:language/:city/desk/programme/begin': 'programme.write',
  'GET /:language/:city/desk/programme/:programme': 'drafts.read',
  'GET /:language/:city/desk/programme/:programme/preview': 'drafts.read',
  'GET /:language/:city/desk/programme/:programme/preview/goals/:number': ['drafts.read', { number: 'goal' }],
  'GET /:language/:city/desk/programme/:programme/difference': 'drafts.read',
  'GET /:language/:city/desk/programme/:programme/publish': 'programme.publish',
  'POST /:language/:city/desk/programme/:programme/publish': 'programme.publish',
  'GET /:language/:city/desk/programme/:programme/discard': 'programme.publish',
  'POST /:language/:city/desk/programme/:programme/discard': 'programme.publish',
  'GET /:language/:city/desk/programme/:programme/add/:kind': 'programme.write',
  'POST /:language/:city/desk/programme/:programme/add/:kind': 'programme.write',
  'GET /:language/:city/desk/programme/:programme/measure/:id': ['measures.write', { id: 'measure' }],
  'POST /:language/:city/desk/programme/:programme/measure/:id': ['measures.write', { id: 'measure' }],
  'GET /:language/:city/desk/programme/:programme/:kind/:id': ['programme.write', { id: 'element' }],
  'POST /:language/:city/desk/programme/:programme/:kind/:id': ['programme.write', { id: 'element' }],
  'GET /:language/:city/desk/programme/:programme/:kind/:id/history': ['drafts.read', { id: 'element' }],
  'POST /:language/:city/desk/programme/:programme/:kind/:id/move': ['programme.write', { id: 'element' }],
  'POST /:language/:city/desk/programme/:programme/:kind/:id/remove': ['programme.write', { id: 'element' }],
  'POST /:language/:city/desk/programme/:programme/:kind/:id/restore': ['programme.write', { id: 'element' }],
  'GET /:language/:city/desk/consultations/:consultation/census': 'consultations.write',
  'POST /:language/:city/desk/consultations/:consultation/census': 'consultations.write',
  'GET /:language/:city/desk/releases': 'drafts.read',
  'GET /:language/:city/desk/releases/:number': ['drafts.read', { number: 'draftRelease' }],
  'POST /:language/:city/desk/releases/:number/publish': ['readings.publish', { number: 'draftRelease' }],
  'POST /:language/:city/desk/releases/:number/discard': ['readings.publish', { number: 'draftRelease' }],
  'POST /:language/:city/desk/releases/:number/withdraw': ['readings.publish', { number: 'releaseNumber' }],
  'GET /:language/:city/desk/uploads': 'readings.enter',
  'POST /:language/:city/desk/uploads': 'readings.enter',
  'GET /:language/:city/desk/uploads/:id': ['readings.enter', { id: 'upload' }],
  'GET /:language/:city/desk/uploads/:id/notices.csv': ['readings.enter', { id: 'upload' }],
  'POST /:language/:city/desk/uploads/:id/again': ['readings.enter', { id: 'upload' }],
  'POST /:language/:city/desk/uploads/:id/draft': ['readings.enter', { id: 'upload' }],
  'POST /:language/:city/desk/uploads/:id/file': ['readings.enter', { id: 'upload' }],
  'POST /:language/:city/desk/uploads/:id/mapping': ['readings.enter', { id: 'upload' }],
  'GET /:language/:city/desk/values': 'readings.enter',
  'GET /:language/:city/desk/values/publish': 'readings.publish',
  'POST /:language/:city/desk/values/publish': 'readings.publish',
  'POST /:language/:city/desk/values/remove': 'readings.enter',
  'GET /:language/:city/desk/values/series': 'readings.enter',
  'POST /:language/:city/desk/values/series': 'readings.enter',
}

/** Where a data officer is refused what her department does not answer for, although her role has the permission. */
export const ofHerDepartment: ReadonlySet<string> = new Set([
  'POST /:language/:city/desk/programme/:programme/measure/:id',
  'POST /:language/:city/desk/releases/:number/publish',
  'POST /:language/:city/desk/releases/:number/discard',
  'POST /:language/:city/desk/releases/:number/withdraw',
  'POST /:language/:city/desk/uploads/:id/draft',
])

export interface RouteOfTable {
  route: string
  method: 'GET' | 'POST'
  who: Who
  /** The address with the facts of a city in it. */
  at(facts: Readonly<Record<string, string>>): string
}

export const routesOfTable: readonly RouteOfTable[] = Object.entries(routeTable).map(([route, rule]) => {
  const [method = '', pattern = ''] = route.split(' ')
  const [who, parameters] = typeof rule === 'string' ? [rule, {} as Readonly<Record<string, string>>] : rule
  return {
    route,
    method: method === 'POST' ? 'POST' : 'GET',
    who,
    at: (facts) =>
      pattern.replace('*', 'nothing.css').replaceAll(/:(\w+)/g, (_, name: string) => {
        const fact = parameters[name] ?? name
        const value = facts[fact]
        if (value === undefined)
          throw new Error(`${route}: the test knows no "${fact}". Add it to two-cities.ts, or name another fact in the table.`)
        return encodeURIComponent(value)
      }),
  }
})

/** The routes of an app, without middleware, each once: `GET /:language/:city`. */
export const routesOf = (app: { routes: ReadonlyArray<{ method: string; path: string }> }): string[] =>
  [
    ...new Set(
      app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, '')}`),
    ),
  ].sort()
