import type { FC } from 'hono/jsx'
import type { AccountView } from '../../books/accounts/account-view.ts'
import type { Frame } from '../frame.ts'
import { FormKey } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'

/** How somebody can prove who she is, and where each way is changed. */
export const WaysToSignIn: FC<{ frame: Frame; view: AccountView; formKey: string }> = ({ frame: { words }, view, formKey }) => {
  const account = `/${words.language}/account`
  const { factors, providers } = view
  return (
    <Section id="ways" title={words.t('account.account_ways')}>
      <div class="stack">
        <ul class="stack-s">
          <li>
            <a href={`${account}/passkeys`}>{words.t('account.passkey_title')}</a>:{' '}
            {words.t('account.passkey_count', { count: factors.passkeys })}
          </li>
          <li>
            <a href={`${account}/password`}>{words.t('account.account_password')}</a>:{' '}
            {words.t(factors.password ? 'account.account_is_set' : 'account.account_is_not_set')}
          </li>
          <li>
            <a href={`${account}/second-factor`}>{words.t('account.account_app')}</a>:{' '}
            {words.t(factors.totp ? 'account.account_is_set' : 'account.account_is_not_set')}
          </li>
          <li>
            <a href={`${account}/sessions`}>{words.t('account.account_sessions')}</a>
          </li>
        </ul>
        {providers.map(({ id, name, linkedAt }) => (
          <form method="post" action={`${account}/providers/${id}`}>
            <FormKey value={`${formKey}-${id}`} />
            <p>
              {linkedAt === null
                ? words.t('account.provider_not_linked', { provider: words.pick(name) })
                : words.t('account.provider_linked', { provider: words.pick(name), date: words.date(linkedAt) })}
            </p>
            <button type="submit" class="btn" name="do" value={linkedAt === null ? 'link' : 'unlink'}>
              {words.t(linkedAt === null ? 'account.provider_link' : 'account.provider_unlink')}
            </button>
          </form>
        ))}
      </div>
    </Section>
  )
}
