import type { FC } from 'hono/jsx'
import type { AccountView } from '../../books/accounts/account-view.ts'
import { longestName } from '../../books/accounts/details.ts'
import type { Refusal } from '../../books/outcome.ts'
import { languages } from '../../books/text.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import type { Crumb } from '../parts/crumbs.tsx'
import { ErrorSummary, FormKey, SelectField, TextField, problemOf } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { OwnReports } from './own-reports.tsx'
import { problemsOf } from './problems.ts'
import { WaysToSignIn } from './ways-to-sign-in.tsx'

interface AccountPageProps {
  frame: Frame
  view: AccountView
  formKey: string
  refusal: Refusal | null
  /** What was just done: `details`, `address`, `linked`, `unlinked`. */
  done?: string | null
  /** What stood in the fields when they were not taken. */
  given?: { name?: string; email?: string }
}

/** The page of one's own account. */
export const AccountPage: FC<AccountPageProps> = ({ frame, view, formKey, refusal, done, given }) => {
  const { words } = frame
  const problems = problemsOf(refusal, words)
  const account = `/${words.language}/account`
  const saved =
    done === 'details' || done === 'address' || done === 'address_changed' || done === 'linked' || done === 'unlinked' ? done : null
  return (
    <Layout frame={frame} title={words.t('account.account_title')} failed={problems.length > 0} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={words.t('account.account_title')}>
        {saved !== null && <p role="status">{words.t(`account.account_done_${saved}`)}</p>}
      </Title>
      {view.desks.length > 0 && (
        <Section id="desks" title={words.t('account.account_desks')}>
          <ul class="stack-s">
            {view.desks.map(({ slug, name, roles }) => (
              <li>
                <a href={`/${words.language}/${slug}/desk`}>{words.pick(name)}</a>:{' '}
                {roles.map((role) => words.t(`account.people_role_${role}`)).join(', ')}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="details" title={words.t('account.account_details')}>
        <form class="stack" method="post" action={`${account}/details`}>
          <FormKey value={`${formKey}-details`} />
          <TextField
            id="name"
            label={words.t('account.account_name')}
            hint={words.t('account.account_name_hint')}
            value={given?.name ?? view.name}
            autocomplete="name"
            maxlength={longestName}
            problem={problemOf(problems, 'name')}
          />
          <SelectField
            id="language"
            label={words.t('account.account_language')}
            value={view.language}
            choices={languages.map((value) => ({ value, label: words.t(`account.account_language_${value}`) }))}
          />
          <p class="acts">
            <button type="submit" class="btn main">
              {words.t('form.save')}
            </button>
          </p>
        </form>
      </Section>
      <Section id="address" title={words.t('account.account_address')}>
        <form class="stack" method="post" action={`${account}/address`}>
          <FormKey value={`${formKey}-address`} />
          <p>{words.t('account.account_address_now', { email: view.email })}</p>
          <TextField
            id="email"
            type="email"
            label={words.t('account.account_address_new')}
            hint={words.t('account.account_address_hint')}
            value={given?.email ?? ''}
            autocomplete="email"
            problem={problemOf(problems, 'email')}
          />
          <p class="acts">
            <button type="submit" class="btn">
              {words.t('account.account_address_send')}
            </button>
          </p>
        </form>
      </Section>
      <WaysToSignIn frame={frame} view={view} formKey={formKey} />
      <OwnReports frame={frame} reports={view.reports} />
      <Section id="own-data" title={words.t('account.account_data')}>
        <div class="stack">
          <p>{words.t('account.account_data_lede')}</p>
          <p>
            <a href={`${account}/data.json`}>{words.t('account.account_data_download')}</a>
          </p>
          <p>
            <a href={`${account}/erase`}>{words.t('account.erase_link')}</a>
          </p>
        </div>
      </Section>
    </Layout>
  )
}

/** The way back from a page of the account. */
export const accountCrumbs = ({ words }: Frame, here: string): Crumb[] => [
  { label: words.t('account.account_title'), href: `/${words.language}/account` },
  { label: here },
]
