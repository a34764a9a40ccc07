import type { Context, MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import { secureHeaders } from 'hono/secure-headers'
import { publicUrlOf } from './frame-of.ts'
import type { Site } from './site.ts'

/** What every answer says to the browser: errors, redirects and files too. */
export function securityHeaders(site: Site): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      styleSrc: ["'self'"],
      scriptSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    // Only where readers come over https: a demonstration on this machine has no certificate.
    strictTransportSecurity: site.publicUrl?.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    // For browsers and plug-ins that are gone, or without use to a site on a host of its own; with every file they would
    // weigh as much as the script.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
    xDnsPrefetchControl: false,
    originAgentCluster: false,
  })
}

/** Pages of other sites may read the open data; nobody is known there, so nobody's rights are lent to them. */
export const openDataForEverySite: MiddlewareHandler = cors({ origin: '*', allowMethods: ['GET', 'HEAD'] })

/** Pages of other sites may show these as pictures: what is public and the same for everybody anyway. */
export const shownOnEverySite: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cross-origin-resource-policy', 'cross-origin')
}

/** As our own forms send it. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** A form whose parts are not as it says: what is sent by hand, never by a browser. */
export const isUnreadableForm = (error: unknown): boolean =>
  error instanceof TypeError && /\bform ?data\b|\bboundary\b/i.test(error.message)

/**
 * Who reads may come from anywhere; what changes something comes from our own pages. Each request is judged by its own headers, whatever
 * came before it: a browser always names the origin of a post, so one without it is not a reader's. It may be a mail program that ends the messages
 * it got.
 */
export function ownFormsOnly(site: Site): MiddlewareHandler {
  return async (c, next) => {
    const { method } = c.req
    if (method === 'GET' || method === 'HEAD') return await next()
    if (method !== 'POST') return c.text('Only GET, HEAD and POST are answered here.\n', 405, { allow: 'GET, HEAD, POST' })
    if (!isOwn(c, site) && !isOneClickUnsubscribe(c))
      return c.text('This form was not sent from a page of this site. Open the page here and send it again.\n', 403)
    if (!formTypes.test(c.req.header('content-type') ?? '')) return c.text('Send this as a form.\n', 415)
    return await next()
  }
}

/**
 * A mail program that was pressed to end the messages (RFC 8058): what lets it is the token in the address that the message brought. No browser
 * comes here from another site, because it names that site as the origin.
 */
export const isOneClickUnsubscribe = (c: Context): boolean =>
  c.req.header('origin') === undefined &&
  c.req.header('cookie') === undefined &&
  /\/discussion\/\d+\/unsubscribe$/.test(c.req.path) &&
  (c.req.query('token') ?? '') !== ''

function isOwn(c: Context, site: Site): boolean {
  const fetchSite = c.req.header('sec-fetch-site') ?? 'same-origin'
  return c.req.header('origin') === publicUrlOf(c, site) && fetchSite === 'same-origin'
}
