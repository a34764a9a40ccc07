import type { Child, FC } from 'hono/jsx'
import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { Factors } from '../../books/accounts/person.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, TextField, problemOf } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { signInProblems } from './sign-in-problems.ts'

interface SecondFactorPageProps {
  frame: Frame
  factors: Factors
  offer: { secret: string; address: string; sealed: string }
  /** Where to go on to afterwards. */
  to: string
  refusal?: Refusal | null
  /** Set up a passkey instead. */
  others?: Child
}

/** Set up the app that shows codes, and the recovery codes for the day that the phone is lost. */
export const SecondFactorPage: FC<SecondFactorPageProps> = ({ frame, factors, offer, to, refusal, others }) => {
  const { words } = frame
  const problems = signInProblems(refusal ?? null, words)
  const path = `/${words.language}/account/second-factor`
  return (
    <Layout frame={frame} title={words.t('account.factor_title')} failed={problems.length > 0} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={words.t('account.factor_title')}>
        <p>{words.t('account.factor_lede')}</p>
      </Title>
      <Section id="app" title={words.t(factors.totp ? 'account.factor_replace' : 'account.factor_set_up')}>
        <form method="post" action={path} class="stack">
          <input type="hidden" name="to" value={to} />
          <input type="hidden" name="sealed" value={offer.sealed} />
          {factors.totp && <p>{words.t('account.factor_replace_lede')}</p>}
          <p>{words.t('account.factor_scan')}</p>
          <div class="qr" role="img" aria-label={words.t('account.factor_scan_label')}>
            {raw(renderSVG(offer.address, { border: 2 }))}
          </div>
          <p>
            {words.t('account.factor_secret')} <code class="secret">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <TextField
            id="code"
            label={words.t('account.factor_code')}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={20}
            required
            problem={problemOf(problems, 'code')}
          />
          <p class="acts">
            <button type="submit" class="btn main">
              {words.t('account.factor_save')}
            </button>
          </p>
        </form>
      </Section>
      {others}
      {factors.totp && (
        <Section id="recovery" title={words.t('account.factor_recovery_title')}>
          <form method="post" action={`${path}/recovery-codes`} class="stack">
            <input type="hidden" name="to" value={to} />
            <p>{words.t('account.factor_recovery_left', { count: factors.recoveryCodes })}</p>
            <p class="acts">
              <button type="submit" class="btn">
                {words.t('account.factor_recovery_renew')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}

/** The recovery codes: this page is the one time that they are shown. */
export const RecoveryCodesPage: FC<{ frame: Frame; codes: readonly string[]; to: string }> = ({ frame, codes, to }) => (
  <SignInForm frame={frame} heading="account.factor_codes_title" lede={<p>{frame.words.t('account.factor_codes_lede')}</p>}>
    <ul class="codes">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <p class="acts">
      <a class="btn main" href={to}>
        {frame.words.t('account.factor_codes_done')}
      </a>
    </p>
  </SignInForm>
)
