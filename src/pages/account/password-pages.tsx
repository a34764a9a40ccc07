import type { FC } from 'hono/jsx'
import { longestPassword } from '../../books/accounts/password-rules.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { TextField, problemOf, type Problem } from '../parts/form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInProblems } from './sign-in-problems.ts'

/** A new password: typed once, shown by the browser's own eye where it has one, pasted or made by a password manager. */
export const NewPasswordField: FC<{ frame: Frame; label?: string; problems: readonly Problem[] }> = ({ frame, label, problems }) => (
  <TextField
    id="password"
    type="password"
    label={label ?? frame.words.t('account.password_new')}
    hint={frame.words.t('account.password_hint')}
    autocomplete="new-password"
    maxlength={longestPassword * 4}
    required
    problem={problemOf(problems, 'password')}
  />
)

interface PasswordPageProps {
  frame: Frame
  /** Whether there is one that must be known first. */
  has: boolean
  refusal?: Refusal | null
  saved?: boolean
}

/** Change one's own password, or set the first. */
export const PasswordPage: FC<PasswordPageProps> = ({ frame, has, refusal, saved }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.password_title"
      lede={saved ? <p role="status">{words.t('account.password_saved')}</p> : <p>{words.t('account.password_lede')}</p>}
      problems={problems}
      action={`/${words.language}/account/password`}
      submit="account.password_save"
    >
      {has && (
        <TextField
          id="current"
          type="password"
          label={words.t('account.password_current')}
          autocomplete="current-password"
          required
          problem={problemOf(problems, 'current')}
        />
      )}
      <NewPasswordField frame={frame} problems={problems} />
    </SignInForm>
  )
}

/** Asks for the address of a forgotten password. */
export const ForgottenPasswordPage: FC<{ frame: Frame; email?: string; refusal?: Refusal | null }> = ({ frame, email, refusal }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.password_forgotten_title"
      lede={<p>{words.t('account.password_forgotten_lede')}</p>}
      problems={problems}
      action={`/${words.language}/sign-in/password/forgotten`}
      submit="account.password_forgotten_send"
    >
      <TextField
        id="email"
        type="email"
        label={words.t('account.signin_address')}
        value={email ?? ''}
        autocomplete="email"
        maxlength={254}
        required
        problem={problemOf(problems, 'email')}
      />
    </SignInForm>
  )
}

/** The same words whether or not there is such an account. */
export const ForgottenPasswordSentPage: FC<{ frame: Frame; address: string; mailbox: boolean }> = ({ frame, address, mailbox }) => {
  const { words } = frame
  return (
    <SignInForm
      frame={frame}
      heading="account.password_forgotten_sent_title"
      lede={<p>{words.t('account.password_forgotten_sent', { address })}</p>}
    >
      {mailbox && (
        <p>
          <a href={`/${words.language}/mailbox`}>{words.t('account.signin_code_mailbox')}</a>
        </p>
      )}
      <p>{words.t('account.signin_code_help')}</p>
    </SignInForm>
  )
}

/** Where the link of a mail leads: the new password. */
export const ResetPage: FC<{ frame: Frame; token: string; address: string; refusal?: Refusal | null }> = (props) => {
  const { frame, token, address, refusal } = props
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  return (
    <SignInForm
      frame={frame}
      heading="account.password_reset_title"
      lede={<p>{words.t('account.password_reset_lede', { address })}</p>}
      problems={problems}
      action={`/${words.language}/reset`}
      hidden={{ token }}
      submit="account.password_save"
    >
      <NewPasswordField frame={frame} problems={problems} />
    </SignInForm>
  )
}
