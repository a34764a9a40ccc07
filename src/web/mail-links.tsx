import type { Hono } from 'hono'
import { checkNewcomer, findInvitation, joinAsNewcomer, joinAsSignedIn, type Invitation } from '../actions/accounts/accept-invitation.ts'
import { findReset, judgePassword, requestReset, resetPassword } from '../actions/accounts/reset-password.ts'
import type { Refusal } from '../books/outcome.ts'
import type { Frame } from '../pages/frame.ts'
import { InvitePage } from '../pages/account/invite-page.tsx'
import { ProviderSignIn } from '../pages/account/other-ways.tsx'
import { MailboxPage } from '../pages/account/mailbox-page.tsx'
import { ForgottenPasswordPage, ForgottenPasswordSentPage, ResetPage } from '../pages/account/password-pages.tsx'
import { LinkOverPage } from '../pages/account/sign-in-pages.tsx'
import { render } from '../pages/render.ts'
import { publicUrlOf } from './frame-of.ts'
import { browserOf, goOn, needsOf, originOf } from './sign-in-session.ts'
import { exactly, refused, signInRoute } from './sign-in.tsx'
import type { Site } from './site.ts'
import { viewerOf } from './viewer.ts'

/** What links in messages lead to, apart from signing in: invitations and new passwords; and the mailbox of a demonstration. */
export function mailLinks(app: Hono, site: Site): void {
  invitations(app, site)
  resets(app, site)
  if (site.signIn?.mailbox)
    signInRoute(app, site, 'get', '/mailbox', async ({ frame }) => <MailboxPage frame={frame} messages={await site.record.listMail(50)} />)
}

function invitations(app: Hono, site: Site): void {
  const over = (frame: Frame) => <LinkOverPage frame={frame} says="account.invite_over" />
  /** A provider introduces people to its own city. */
  const others = (frame: Frame, token: string, { city }: Invitation) => {
    const providers = (site.signIn?.providers ?? []).filter((provider) => provider.city === city.slug)
    const to = `/${frame.words.language}/${city.slug}/desk`
    return <ProviderSignIn frame={frame} providers={providers} to={to} invitation={token} />
  }

  signInRoute(app, site, 'get', '/invite', async ({ c, frame }) => {
    const token = c.req.query('token') ?? ''
    const invitation = await findInvitation(token, needsOfRecord())
    if (invitation === null) return c.html(render(over(frame)), 404)
    const who = whoOf(invitation, (await viewerOf(c, site))?.personId)
    return (
      <InvitePage
        frame={frame}
        token={token}
        invitation={invitation}
        who={who}
        name={invitation.name}
        others={others(frame, token, invitation)}
      />
    )
  })

  signInRoute(app, site, 'post', '/invite', async ({ c, frame, language, signIn, form, field }) => {
    const token = field('token')
    const invitation = await findInvitation(token, needsOfRecord())
    if (invitation === null) return c.html(render(over(frame)), 404)
    const desk = `/${language}/${invitation.city.slug}/desk`
    const viewer = await viewerOf(c, site)
    const who = whoOf(invitation, viewer?.personId)
    const again = (refusal: Refusal): Response => {
      const shown = { token, invitation, who, name: field('name'), others: others(frame, token, invitation) } as const
      const page = <InvitePage frame={frame} {...shown} refusal={refusal} />
      return refusal.code === 'invite_over' ? c.html(render(over(frame)), 404) : refused(c, refusal, page)
    }
    if (who === 'new') {
      const newcomer = { name: field('name'), password: exactly(form, 'password'), email: invitation.email }
      const checked = await checkNewcomer(newcomer, needsOf(site, signIn))
      if (!checked.ok) return again(checked.refusal)
      const joined = await site.inOneTransaction((record) =>
        joinAsNewcomer(
          invitation,
          { name: newcomer.name, passwordHash: checked.value, language },
          browserOf(c, site),
          needsOf(site, signIn, record),
        ),
      )
      if (!joined.ok) return again(joined.refusal)
      const to = `/${language}/account/second-factor?to=${encodeURIComponent(desk)}`
      return goOn(c, site, signIn, language, { step: 'signed_in', ...joined.value }, to)
    }
    const joined = await site.inOneTransaction((record) =>
      joinAsSignedIn(invitation, viewer?.personId ?? '', needsOf(site, signIn, record)),
    )
    return joined.ok ? c.redirect(desk, 303) : again(joined.refusal)
  })

  const whoOf = ({ person }: Invitation, viewer: string | undefined) =>
    person === null ? 'new' : person.id === viewer ? 'signed_in' : 'other'
  const needsOfRecord = () => ({ record: site.record, now: site.now() })
}

function resets(app: Hono, site: Site): void {
  signInRoute(app, site, 'get', '/sign-in/password/forgotten', async ({ frame }) => <ForgottenPasswordPage frame={frame} />)

  signInRoute(app, site, 'post', '/sign-in/password/forgotten', async ({ c, frame, language, signIn, field }) => {
    const email = field('email')
    const outcome = await requestReset(
      { email, language, origin: originOf(c, site), publicUrl: publicUrlOf(c, site) },
      { ...needsOf(site, signIn), inOneTransaction: site.inOneTransaction },
    )
    if (!outcome.ok) return refused(c, outcome.refusal, <ForgottenPasswordPage frame={frame} email={email} refusal={outcome.refusal} />)
    return <ForgottenPasswordSentPage frame={frame} address={outcome.value.address} mailbox={signIn.mailbox} />
  })

  const again = (language: string): string => `/${language}/sign-in/password/forgotten`

  signInRoute(app, site, 'get', '/reset', async ({ c, frame, language }) => {
    const token = c.req.query('token') ?? ''
    const reset = await findReset(token, { record: site.record, now: site.now() })
    if (reset === null) return c.html(render(<LinkOverPage frame={frame} next={again(language)} />), 404)
    return <ResetPage frame={frame} token={token} address={reset.person.email ?? ''} />
  })

  signInRoute(app, site, 'post', '/reset', async ({ c, frame, language, signIn, form, field }) => {
    const token = field('token')
    const over = () => c.html(render(<LinkOverPage frame={frame} next={again(language)} />), 404)
    const reset = await findReset(token, { record: site.record, now: site.now() })
    if (reset === null) return over()
    const password = exactly(form, 'password')
    const judged = await judgePassword(password, reset.person, site.record)
    if (!judged.ok) {
      const page = <ResetPage frame={frame} token={token} address={reset.person.email ?? ''} refusal={judged.refusal} />
      return refused(c, judged.refusal, page)
    }
    const hash = await signIn.services.hashPassword(password)
    const outcome = await site.inOneTransaction((record) => resetPassword({ ...reset, hash }, needsOf(site, signIn, record)))
    return outcome.ok ? c.redirect(`/${language}/sign-in/password?reset=1`, 303) : over()
  })
}
