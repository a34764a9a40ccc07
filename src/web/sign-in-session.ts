import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { AccountNeeds, AccountRecord, AccountServices } from '../actions/accounts/account-needs.ts'
import type { Browser, SignInStep } from '../actions/accounts/begin-session.ts'
import { deviceMarkOf, type Origin } from '../actions/accounts/count-try.ts'
import { networkOf } from '../books/accounts/rate-limit.ts'
import { deviceOf } from '../books/accounts/session-rules.ts'
import { safePath } from '../books/accounts/sign-in.ts'
import { addressOf } from './frame-of.ts'
import type { Proofs } from './proofs.ts'
import type { Site } from './site.ts'
import { keepSession, sessionTokenOf } from './viewer.ts'

/** How signing in works on this site; null on an open demonstration, which knows nobody. */
export interface SignIn extends Proofs {
  services: AccountServices
  /** Whether messages are shown on a page instead of being sent. */
  mailbox: boolean
}

/** Steps of a sign-in that the browser holds between two pages. */
type StepCookie = 'sign-in' | 'second-factor' | 'device'

const longestSteps: Readonly<Record<StepCookie, number>> = { 'sign-in': 3600, 'second-factor': 3600, device: 365 * 86_400 }

const isSecure = (site: Site): boolean => site.publicUrl?.startsWith('https:') ?? false
const cookieName = (site: Site, name: StepCookie): string => (isSecure(site) ? `__Host-${name}` : name)

/** Sent along when a link of a mail is opened; no script reads it. */
export function keepStep(c: Context, site: Site, name: StepCookie, value: string): void {
  setCookie(c, cookieName(site, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(site),
    maxAge: longestSteps[name],
  })
}

export const stepOf = (c: Context, site: Site, name: StepCookie): string | null => getCookie(c, cookieName(site, name)) ?? null

export const forgetStep = (c: Context, site: Site, name: StepCookie): string | undefined =>
  deleteCookie(c, cookieName(site, name), { path: '/', secure: isSecure(site) })

export const browserOf = (c: Context, site: Site): Browser => ({
  device: deviceOf(c.req.header('user-agent') ?? ''),
  token: sessionTokenOf(c, site),
})

/** Where a request comes from, as far as limits go. */
export const originOf = (c: Context, site: Site): Origin => ({
  network: networkOf(readerAddressOf(c, site)),
  deviceMark: stepOf(c, site, 'device'),
})

/**
 * Address of the reader. What X-Forwarded-For says counts only as far back as trusted proxies wrote it: the last address that is none of
 * theirs is the reader's; everything before it anybody can make up.
 */
export function readerAddressOf(c: Context, site: Site): string {
  const peer = networkless(addressOf(c) ?? '127.0.0.1')
  if (!site.trustedProxies.includes(peer)) return peer
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((one) => networkless(one.trim()))
  return forwarded.findLast((one) => one !== '' && !site.trustedProxies.includes(one)) ?? peer
}

const networkless = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/, '')

export const needsOf = (site: Site, { services }: SignIn, record: AccountRecord = site.record): AccountNeeds => ({
  record,
  services,
  now: site.now(),
})

/** The way on after a factor was right: with a session to where the reader wanted to go, or to the second factor. */
export function goOn(c: Context, site: Site, signIn: SignIn, language: string, step: SignInStep, to: string): Response {
  forgetStep(c, site, 'sign-in')
  if (step.step === 'second_factor') {
    keepStep(c, site, 'second-factor', step.secret)
    return c.redirect(`/${language}/sign-in/second-factor`, 303)
  }
  forgetStep(c, site, 'second-factor')
  keepSession(c, site, step.token)
  if (step.person.email !== null) keepStep(c, site, 'device', deviceMarkOf(step.person.email, signIn.services))
  return c.redirect(safePath(to, language), 303)
}
