import type { Hono } from 'hono'
import { signInAtDemonstration } from '../actions/accounts/sign-in-at-demonstration.ts'
import { demonstrationCity } from '../books/accounts/demonstration.ts'
import { isRole } from '../books/accounts/role.ts'
import { signInRoute } from './sign-in.tsx'
import { browserOf, goOn, needsOf } from './sign-in-session.ts'
import type { Site } from './site.ts'

/** Sits a visitor down at the desk of the invented city. There is no such address where messages are sent to real people. */
export function demonstrationSignIn(app: Hono, site: Site): void {
  if (!site.signIn?.mailbox) return
  signInRoute(app, site, 'post', '/sign-in/demonstration', async ({ c, language, to, signIn, field }) => {
    const role = field('role')
    const outcome = isRole(role)
      ? await site.inOneTransaction((record) => signInAtDemonstration(role, browserOf(c, site), needsOf(site, signIn, record)))
      : null
    if (!outcome?.ok) return c.redirect(`/${language}/sign-in`, 303)
    const desk = `/${language}/${demonstrationCity}/desk`
    return goOn(c, site, signIn, language, outcome.value, to.includes('/desk') || to.includes('/account/') ? to : desk)
  })
}
