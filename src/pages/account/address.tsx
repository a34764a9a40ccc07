import type { FC } from 'hono/jsx'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { FormKey } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { accountCrumbs } from './account.tsx'

/** The link in the mail to a new address opens this page; only its button changes anything, because mail scanners open links too. */
export const ConfirmAddressPage: FC<{ frame: Frame; email: string | null; secret: string; formKey: string }> = (props) => {
  const { frame, email, secret, formKey } = props
  const { words } = frame
  const title = words.t('account.account_address_confirm')
  const account = `/${words.language}/account`
  return (
    <Layout frame={frame} title={title} failed={email === null} crumbs={accountCrumbs(frame, title)} unlisted>
      <Title title={title}>
        <p>{email === null ? words.t('account.account_address_late') : words.t('account.account_address_will', { email })}</p>
      </Title>
      {email === null ? (
        <p>
          <a href={account}>{words.t('account.account_title')}</a>
        </p>
      ) : (
        <form class="stack" method="post" action={`${account}/address/confirm`}>
          <FormKey value={formKey} />
          <input type="hidden" name="token" value={secret} />
          <p class="acts">
            <button type="submit" class="btn main">
              {title}
            </button>
            <a href={account}>{words.t('form.cancel')}</a>
          </p>
        </form>
      )}
    </Layout>
  )
}
