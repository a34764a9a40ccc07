import type { Child, FC } from 'hono/jsx'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { TextField, problemOf } from '../parts/form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInProblems } from './sign-in-problems.ts'

interface SignInProps {
  frame: Frame
  /** Where to go on to afterwards. */
  to: string
  refusal?: Refusal | null
  /** Passkey, providers: other ways to sign in. */
  others?: Child
}

const base = ({ words }: Frame): string => `/${words.language}/sign-in`
const query = (to: string): string => `?to=${encodeURIComponent(to)}`

/** The address field, the same on every page that asks for it. */
const AddressField: FC<{ frame: Frame; email: string; problem: string | undefined }> = ({ frame: { words }, email, problem }) => (
  <TextField
    id="email"
    type="email"
    label={words.t('account.signin_address')}
    value={email}
    autocomplete="email"
    maxlength={254}
    spellcheck={false}
    required
    problem={problem}
  />
)

/** Sign in, the first page: it asks for an address and nothing else. */
export const SignInPage: FC<SignInProps & { email?: string }> = ({ frame, to, email, refusal, others }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.signin_title"
      lede={<p>{words.t('account.signin_lede')}</p>}
      problems={problems}
      action={base(frame)}
      hidden={{ to }}
      submit="account.signin_send"
      after={
        <>
          {others}
          <p>
            <a href={`${base(frame)}/password${query(to)}`}>{words.t('account.signin_staff')}</a>
          </p>
          <p class="fine">{words.t('account.signin_kept')}</p>
        </>
      }
    >
      <AddressField frame={frame} email={email ?? ''} problem={problemOf(problems, 'email')} />
    </SignInForm>
  )
}

interface CodePageProps extends SignInProps {
  address: string
  /** Whether a mailbox page shows the message. */
  mailbox: boolean
}

/** The code from the mail; the same page whoever asked. */
export const SignInCodePage: FC<CodePageProps> = ({ frame, to, address, mailbox, refusal }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.signin_code_title"
      lede={<p>{words.t('account.signin_code_lede', { address })}</p>}
      problems={problems}
      action={`${base(frame)}/code`}
      submit="account.signin_submit"
      after={
        <>
          {mailbox && (
            <p>
              <a href={`/${words.language}/mailbox`}>{words.t('account.signin_code_mailbox')}</a>
            </p>
          )}
          <p>{words.t('account.signin_code_help')}</p>
          <p>
            <a href={`${base(frame)}${query(to)}`}>{words.t('account.signin_code_new')}</a>
          </p>
        </>
      }
    >
      <TextField
        id="code"
        label={words.t('account.signin_code')}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={20}
        required
        problem={problemOf(problems, 'code')}
      />
    </SignInForm>
  )
}

/** Where the link of the mail leads: programs that look into mails open links too, so nothing happens before the button is pressed. */
export const SignInLinkPage: FC<{ frame: Frame; token: string; address: string }> = ({ frame, token, address }) => (
  <SignInForm
    frame={frame}
    heading="account.signin_title"
    lede={<p>{frame.words.t('account.signin_link_lede', { address })}</p>}
    action={`${base(frame)}/link`}
    hidden={{ token }}
    submit="account.signin_submit"
  />
)

/** A link that was used, is too old, or was cut off by a mail program. */
export const LinkOverPage: FC<{ frame: Frame; says?: 'account.signin_over' | 'account.invite_over'; next?: string }> = (props) => {
  const { frame, says, next } = props
  return (
    <SignInForm frame={frame} heading="account.signin_over_title" lede={<p>{frame.words.t(says ?? 'account.signin_over')}</p>}>
      <p>
        <a href={next ?? base(frame)}>{frame.words.t('account.signin_title')}</a>
      </p>
    </SignInForm>
  )
}

/** Staff sign in with a password first. */
export const SignInPasswordPage: FC<SignInProps & { email?: string; wasReset?: boolean }> = ({ frame, to, email, refusal, wasReset }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.signin_password_title"
      lede={wasReset ? <p role="status">{words.t('account.password_reset_done')}</p> : <p>{words.t('account.signin_password_lede')}</p>}
      problems={problems}
      action={`${base(frame)}/password`}
      hidden={{ to }}
      submit="account.signin_submit"
      after={
        <>
          <p>
            <a href={`${base(frame)}/password/forgotten`}>{words.t('account.password_forgotten')}</a>
          </p>
          <p>
            <a href={`${base(frame)}${query(to)}`}>{words.t('account.signin_by_mail')}</a>
          </p>
        </>
      }
    >
      <AddressField frame={frame} email={email ?? ''} problem={problemOf(problems, 'email')} />
      <PasswordField frame={frame} problem={problemOf(problems, 'password')} />
    </SignInForm>
  )
}

const PasswordField: FC<{ frame: Frame; problem: string | undefined }> = ({ frame, problem }) => (
  <TextField
    id="password"
    type="password"
    label={frame.words.t('account.signin_password')}
    autocomplete="current-password"
    required
    problem={problem}
  />
)

/** The second factor, after the password or the mail. */
export const SignInSecondFactorPage: FC<SignInProps & { app: boolean }> = ({ frame, refusal, app, others }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.signin_factor_title"
      lede={<p>{words.t(app ? 'account.signin_factor_lede' : 'account.signin_factor_passkey_lede')}</p>}
      problems={problems}
      action={`${base(frame)}/second-factor`}
      submit="account.signin_factor_submit"
      after={others}
    >
      <TextField
        id="code"
        label={words.t('account.signin_factor_code')}
        autocomplete="one-time-code"
        maxlength={40}
        spellcheck={false}
        required
        problem={problemOf(problems, 'code')}
      />
    </SignInForm>
  )
}

/** Once more, before something sensitive: with the password where there is one, otherwise by mail. */
export const SignInAgainPage: FC<SignInProps & { address: string; password: boolean }> = ({
  frame,
  to,
  refusal,
  address,
  password,
  others,
}) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.signin_again_title"
      lede={<p>{password ? words.t('account.signin_again_password') : words.t('account.signin_again_mail', { address })}</p>}
      problems={problems}
      action={`${base(frame)}/again`}
      hidden={{ to }}
      submit={password ? 'account.signin_factor_submit' : 'account.signin_send'}
      after={others}
    >
      {password && (
        <>
          <input type="hidden" autocomplete="username" value={address} />
          <PasswordField frame={frame} problem={problemOf(problems, 'password')} />
        </>
      )}
    </SignInForm>
  )
}

/** An open demonstration knows nobody. */
export const SignInOffPage: FC<{ frame: Frame }> = ({ frame }) => (
  <SignInForm frame={frame} heading="account.signin_off_title" lede={<p>{frame.words.t('account.signin_off')}</p>} />
)
