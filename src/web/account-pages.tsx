import type { Hono } from 'hono'
import {
  askForNewAddress,
  changeDetails,
  confirmNewAddress,
  eraseAccount,
  findNewAddress,
  showAccount,
} from '../actions/accounts/own-account.ts'
import type { Refusal } from '../books/outcome.ts'
import { AccountPage } from '../pages/account/account.tsx'
import { ConfirmAddressPage } from '../pages/account/address.tsx'
import { ErasePage, ErasedPage } from '../pages/account/erase.tsx'
import { addressMovedMail, newAddressMail } from '../pages/account/notices.ts'
import { render } from '../pages/render.ts'
import { accountPost, accountRoute, isProven, type AccountRequest } from './account-route.tsx'
import { answerOnce, fieldOf } from './desk-route.tsx'
import { goToProvider } from './identity-provider.tsx'
import { signInRoute } from './sign-in.tsx'
import type { Site, WebRecord } from './site.ts'
import { forgetSession, viewerOf } from './viewer.ts'

/** The pages of one's own account. */
export function accountPages(app: Hono, site: Site): void {
  overview(app, site)
  newAddress(app, site)
  providers(app, site)
  erasure(app, site)
}

interface Shown {
  refusal?: Refusal
  given?: { name?: string; email?: string }
}

async function accountPageOf(site: Site, { frame, viewer, query }: AccountRequest, record: WebRecord, { refusal, given }: Shown = {}) {
  const view = await showAccount(viewer, site.signIn?.providers ?? [], record)
  return (
    view && (
      <AccountPage
        frame={frame}
        view={view}
        formKey={record.newId()}
        refusal={refusal ?? null}
        done={query.get('done')}
        {...(given === undefined ? {} : { given })}
      />
    )
  )
}

function overview(app: Hono, site: Site): void {
  accountRoute(app, site, '', async (request) => await accountPageOf(site, request, site.record))

  accountPost(app, site, '/details', async (request) => {
    const { viewer, record, field } = request
    const input = { personId: viewer.personId, name: field('name'), language: field('language') }
    const outcome = await changeDetails(input, record)
    // She reads on in the language that she has just chosen.
    if (outcome.ok) return { location: `/${input.language}/account?done=details` }
    const page = await accountPageOf(site, request, record, { refusal: outcome.refusal, given: { name: input.name } })
    return page && { page, status: 422 }
  })

  accountRoute(app, site, '/data.json', async ({ viewer }, c) => {
    const data = await site.record.readOwnData(viewer.personId)
    if (data === null) return null
    c.header('content-disposition', 'attachment; filename="bagdar-account.json"')
    return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
}

function newAddress(app: Hono, site: Site): void {
  const now = () => site.now()

  accountPost(
    app,
    site,
    '/address',
    async (request) => {
      const { viewer, frame, record, field } = request
      if (site.signIn === null) return null
      const { newSecret } = site.signIn.services
      const needs = { record, newSecret, now: now(), linkMessage: (secret: string) => newAddressMail(secret, frame) }
      const outcome = await askForNewAddress({ personId: viewer.personId, email: field('email') }, needs)
      if (outcome.ok) return { location: `/${frame.words.language}/account?done=address` }
      const page = await accountPageOf(site, request, record, { refusal: outcome.refusal, given: { email: field('email') } })
      return page && { page, status: 422 }
    },
    { fresh: true },
  )

  accountRoute(app, site, '/address', async ({ frame, viewer, query }, c) => {
    const secret = query.get('token') ?? ''
    const found = await findNewAddress({ personId: viewer.personId, secret }, { record: site.record, now: now() })
    const page = <ConfirmAddressPage frame={frame} email={found?.email ?? null} secret={secret} formKey={site.record.newId()} />
    return c.html(render(page), found === null ? 404 : 200)
  })

  accountPost(app, site, '/address/confirm', async ({ frame, viewer, record, field }) => {
    const input = { personId: viewer.personId, sessionId: viewer.sessionId, secret: field('token'), notice: addressMovedMail(frame) }
    const outcome = await confirmNewAddress(input, { record, now: now() })
    if (outcome.ok) return { location: `/${frame.words.language}/account?done=address_changed` }
    return { page: <ConfirmAddressPage frame={frame} email={null} secret="" formKey={record.newId()} />, status: 422 }
  })
}

function providers(app: Hono, site: Site): void {
  // Outside a transaction: the provider is asked for its addresses, and nothing of ours changes yet.
  signInRoute(app, site, 'post', '/account/providers/:provider', async ({ c, frame, language, signIn, form, field }) => {
    const account = `/${language}/account`
    const viewer = await viewerOf(c, site)
    if (viewer === null) return c.redirect(`/${language}/sign-in?to=${encodeURIComponent(account)}`, 303)
    if (!(await isProven(site, viewer))) return c.redirect(`/${language}/sign-in/again?to=${encodeURIComponent(account)}`, 303)
    const provider = signIn.providers.find(({ id }) => id === c.req.param('provider'))
    if (provider === undefined) return c.notFound()
    if (field('do') === 'unlink')
      return await answerOnce(c, site, viewer.personId, form, async (record) => {
        await record.removeIdentity(viewer.personId, provider.issuer)
        return c.redirect(`${account}?done=unlinked`, 303)
      })
    const errand = { linkTo: viewer.personId, invitation: null, to: account, language }
    return await goToProvider({ c, site, signIn, frame: { ...frame, viewer: { name: viewer.name } }, provider, errand })
  })
}

function erasure(app: Hono, site: Site): void {
  // Read after the account is gone: nobody is signed in any more.
  signInRoute(app, site, 'get', '/account/erased', async ({ frame }) => <ErasedPage frame={frame} />)

  accountRoute(app, site, '/erase', async ({ frame }) => <ErasePage frame={frame} formKey={site.record.newId()} refusal={null} />, {
    fresh: true,
  })

  accountPost(
    app,
    site,
    '/erase',
    async ({ frame, viewer, record, form, context }) => {
      if (site.signIn === null) return null
      const { words } = frame
      const input = { personId: viewer.personId, word: fieldOf(form, 'word'), expected: words.t('account.erase_word') }
      const { keepErasure } = site.signIn
      const outcome = await eraseAccount(input, { record, now: site.now(), keepErasure, nameOf: words.pick })
      if (!outcome.ok) return { page: <ErasePage frame={frame} formKey={record.newId()} refusal={outcome.refusal} />, status: 422 }
      forgetSession(context, site)
      return { location: `/${words.language}/account/erased` }
    },
    { fresh: true },
  )
}
