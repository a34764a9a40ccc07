import type { FC } from 'hono/jsx'
import type { IdentityProvider } from '../../books/accounts/identity-provider.ts'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { problemsOf } from './problems.ts'

/** The way to a provider: browsers do not let a form lead to another host, so the reader goes on by herself. */
export const GoToProviderPage: FC<{ frame: Frame; provider: Pick<IdentityProvider, 'name'>; address: string }> = (props) => {
  const { frame, provider, address } = props
  const name = frame.words.pick(provider.name)
  return (
    <Layout frame={frame} title={frame.words.t('account.provider_go_title')} unlisted>
      <Title title={frame.words.t('account.provider_go_title')}>
        <p>{frame.words.t('account.provider_go', { provider: name, host: new URL(address).host })}</p>
      </Title>
      <p class="acts">
        <a class="btn main" href={address} rel="noreferrer">
          {frame.words.t('account.provider_sign_in', { provider: name })}
        </a>
        <a href={`/${frame.words.language}/sign-in`}>{frame.words.t('account.provider_other_ways')}</a>
      </p>
    </Layout>
  )
}

/** The provider did not answer, or what it said does not hold: what happened, and the other ways. */
export const ProviderProblemPage: FC<{ frame: Frame; refusal: Refusal; to: string }> = ({ frame, refusal, to }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t('account.provider_problem_title')} failed unlisted>
      <ErrorSummary problems={problemsOf(refusal, words)} words={words} />
      <Title title={words.t('account.provider_problem_title')}>
        <p>{words.t('account.provider_problem')}</p>
      </Title>
      <p class="acts">
        <a class="btn main" href={`/${words.language}/sign-in?to=${encodeURIComponent(to)}`}>
          {words.t('account.provider_other_ways')}
        </a>
      </p>
    </Layout>
  )
}
