import type { FC } from 'hono/jsx'
import type { IdentityProvider } from '../../books/accounts/identity-provider.ts'
import type { Frame } from '../frame.ts'
import { PasskeyForm } from './passkey-form.tsx'

/** Sign in with a passkey: on the sign-in page, as the second factor, and to prove oneself once more. */
export const PasskeySignIn: FC<{ frame: Frame; to: string }> = ({ frame, to }) => {
  const path = `/${frame.words.language}/sign-in/passkey`
  return (
    <PasskeyForm frame={frame} use="sign-in" start={`${path}/start`} action={path} label={frame.words.t('account.passkey_sign_in')}>
      <input type="hidden" name="to" value={to} />
    </PasskeyForm>
  )
}

/** The ways to sign in besides the one that a page is about. */
export const OtherWays: FC<{ frame: Frame; providers: ProviderSignInProps['providers']; to: string }> = ({ frame, providers, to }) => (
  <>
    <PasskeySignIn frame={frame} to={to} />
    <ProviderSignIn frame={frame} providers={providers} to={to} />
  </>
)

interface ProviderSignInProps {
  frame: Frame
  providers: ReadonlyArray<Pick<IdentityProvider, 'id' | 'name'>>
  to: string
  /** The secret of an invitation: the one place where a provider introduces somebody new. */
  invitation?: string
}

/** Sign in at the service of one's city; nothing where no city has one. */
export const ProviderSignIn: FC<ProviderSignInProps> = ({ frame: { words }, providers, to, invitation }) =>
  providers.length === 0 ? null : (
    <ul class="stack-s">
      {providers.map(({ id, name }) => (
        <li>
          <form method="post" action={`/${words.language}/sign-in/provider/${id}`}>
            <input type="hidden" name="to" value={to} />
            {invitation !== undefined && <input type="hidden" name="invitation" value={invitation} />}
            <button type="submit" class="btn">
              {words.t('account.provider_sign_in', { provider: words.pick(name) })}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
