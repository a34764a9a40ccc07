import type { Child, FC } from 'hono/jsx'
import { relyingPartyOf } from '../../books/accounts/passkey.ts'
import type { Frame } from '../frame.ts'

interface PasskeyFormProps {
  frame: Frame
  /** Whether the browser makes a passkey or proves one. */
  use: 'register' | 'sign-in'
  /** Where the question comes from, and where the answer goes. */
  start: string
  action: string
  /** Words of the button. */
  label: string
  /** Goes with the answer: where to go on to, the name of the new passkey. */
  children?: Child
}

/**
 * A form that a browser fills in with a passkey (`islands/passkeys.ts`). Without scripts there is no button, and the page says that passkeys
 * need them; the other ways to sign in stand beside it.
 */
export const PasskeyForm: FC<PasskeyFormProps> = ({ frame: { words, assets, publicUrl }, use, start, action, label, children }) =>
  relyingPartyOf(publicUrl) !== null ? (
    <>
      <form
        class="stack"
        method="post"
        action={action}
        data-passkey={use}
        data-start={start}
        data-cancelled={words.t('account.passkey_cancelled')}
        data-unsupported={words.t('account.passkey_unsupported')}
        data-failed={words.t('account.passkey_failed')}
      >
        {children}
        <input type="hidden" name="step" value="" />
        <input type="hidden" name="answer" value="" />
        <p class="err" role="alert" data-passkey-problem hidden></p>
        <p data-without-script>{words.t('account.passkey_needs_script')}</p>
        <p class="acts">
          <button type="submit" class="btn" hidden>
            {label}
          </button>
        </p>
      </form>
      {assets['passkeys.js'] && <script type="module" src={assets['passkeys.js']} />}
    </>
  ) : (
    <p>{words.t('account.passkey_no_host')}</p>
  )
