import type { FC } from 'hono/jsx'
import { longestPasskeyName, type Passkey } from '../../books/accounts/passkey.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, FormKey, TextField, problemOf } from '../parts/form.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { accountCrumbs } from './account.tsx'
import { PasskeyForm } from './passkey-form.tsx'
import { problemsOf } from './problems.ts'

interface PasskeysPageProps {
  frame: Frame
  passkeys: readonly Passkey[]
  formKey: string
  refusal: Refusal | null
  /** What stood in the field of the new passkey's name. */
  name?: string
}

/** The passkeys of one person: what each is called, when it was last used, and how another is added. */
export const PasskeysPage: FC<PasskeysPageProps> = ({ frame, passkeys, formKey, refusal, name }) => {
  const { words } = frame
  const title = words.t('account.passkey_title')
  const problems = problemsOf(refusal, words)
  const path = `/${words.language}/account/passkeys`
  return (
    <Layout frame={frame} title={title} failed={problems.length > 0} crumbs={accountCrumbs(frame, title)} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('account.passkey_lede')}</p>
      </Title>
      <Section id="own" title={words.t('account.passkey_own')}>
        {passkeys.length === 0 && <p>{words.t('account.passkey_none')}</p>}
        {passkeys.map((passkey, at) => (
          <OwnPasskey frame={frame} passkey={passkey} formKey={`${formKey}-${at}`} at={at} />
        ))}
      </Section>
      <Section id="add" title={words.t('account.passkey_add')}>
        <PasskeyForm frame={frame} use="register" start={`${path}/start`} action={path} label={words.t('account.passkey_add')}>
          <FormKey value={formKey} />
          <TextField
            id="name"
            label={words.t('account.passkey_name')}
            hint={words.t('account.passkey_name_hint')}
            value={name ?? ''}
            maxlength={longestPasskeyName}
            problem={problemOf(problems, 'name')}
          />
        </PasskeyForm>
      </Section>
    </Layout>
  )
}

const OwnPasskey: FC<{ frame: Frame; passkey: Passkey; formKey: string; at: number }> = ({ frame: { words }, passkey, formKey, at }) => (
  <form class="stack" method="post" action={`/${words.language}/account/passkeys/change`}>
    <FormKey value={formKey} />
    <input type="hidden" name="id" value={passkey.id} />
    <TextField id={`name-${at}`} name="name" label={words.t('account.passkey_name')} value={passkey.name} maxlength={longestPasskeyName} />
    <p class="fine">
      {words.t('account.passkey_added', { date: words.date(passkey.createdAt) })}{' '}
      {passkey.lastUsedAt === null
        ? words.t('account.passkey_never_used')
        : words.t('account.passkey_last_used', { date: words.date(passkey.lastUsedAt) })}
    </p>
    <p class="acts">
      <button type="submit" class="btn" name="do" value="rename">
        {words.t('account.passkey_rename')}
      </button>
      <button type="submit" class="btn" name="do" value="remove">
        {words.t('account.passkey_remove')}
      </button>
    </p>
  </form>
)
