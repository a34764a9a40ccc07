import type { Child, FC } from 'hono/jsx'
import type { Role } from '../../books/accounts/role.ts'
import { longestName } from '../../books/accounts/sign-in.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { ErrorSummary, TextField, problemOf } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { NewPasswordField } from './password-pages.tsx'
import { signInProblems } from './sign-in-problems.ts'

interface InvitePageProps {
  frame: Frame
  token: string
  invitation: { city: City; role: Role; email: string }
  /** A new account; the account that is signed in; or one that must sign in first. */
  who: 'new' | 'signed_in' | 'other'
  name?: string
  refusal?: Refusal | null
  /** Take it up at a provider of the city. */
  others?: Child
}

/** Where an invitation leads. Nothing happens before the button is pressed. */
export const InvitePage: FC<InvitePageProps> = ({ frame, token, invitation, who, name, refusal, others }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  const path = `/${words.language}/invite`
  return (
    <Layout frame={frame} title={words.t('account.invite_title')} failed={problems.length > 0} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={words.t('account.invite_title')}>
        <p>{words.t('account.invite_lede')}</p>
      </Title>
      <div class="one-thing">
        <Facts
          facts={[
            [words.t('account.invite_city'), words.pick(invitation.city.name)],
            [words.t('account.invite_role'), words.t(`account.people_role_${invitation.role}`)],
            [words.t('account.invite_address'), invitation.email],
          ]}
        />
        {who === 'other' ? (
          <>
            <p>{words.t('account.invite_other_account')}</p>
            <p>
              <a href={`/${words.language}/sign-in?to=${encodeURIComponent(`${path}?token=${token}`)}`}>
                {words.t('account.signin_title')}
              </a>
            </p>
          </>
        ) : (
          <form method="post" action={path} class="stack">
            <input type="hidden" name="token" value={token} />
            {who === 'new' && (
              <>
                <TextField
                  id="name"
                  label={words.t('account.invite_name')}
                  hint={words.t('account.invite_name_hint')}
                  value={name ?? ''}
                  autocomplete="name"
                  maxlength={longestName}
                  required
                  problem={problemOf(problems, 'name')}
                />
                <input type="hidden" autocomplete="username" value={invitation.email} />
                <NewPasswordField frame={frame} label={words.t('account.signin_password')} problems={problems} />
              </>
            )}
            <p class="acts">
              <button type="submit" class="btn main">
                {words.t('account.invite_join')}
              </button>
            </p>
          </form>
        )}
        {who === 'new' && others}
      </div>
    </Layout>
  )
}
