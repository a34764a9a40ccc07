import type { FC } from 'hono/jsx'
import type { Refusal } from '../../books/outcome.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, FormKey, TextField, problemOf } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import { accountCrumbs } from './account.tsx'
import { problemsOf } from './problems.ts'

/** Erasing one's own account: what goes, what stays, and a word to type, so that nobody does it by a slip. */
export const ErasePage: FC<{ frame: Frame; formKey: string; refusal: Refusal | null }> = ({ frame, formKey, refusal }) => {
  const { words } = frame
  const problems = problemsOf(refusal, words)
  const title = words.t('account.erase_title')
  return (
    <Layout frame={frame} title={title} failed={problems.length > 0} crumbs={accountCrumbs(frame, title)} unlisted>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('account.erase_lede')}</p>
      </Title>
      <form class="stack" method="post" action={`/${words.language}/account/erase`}>
        <FormKey value={formKey} />
        <ul>
          <li>{words.t('account.erase_goes')}</li>
          <li>{words.t('account.erase_stays')}</li>
          <li>{words.t('account.erase_backups')}</li>
        </ul>
        <TextField
          id="word"
          label={words.t('account.erase_type', { word: words.t('account.erase_word') })}
          problem={problemOf(problems, 'word')}
          autocomplete="off"
          spellcheck={false}
        />
        <p class="acts">
          <button type="submit" class="btn main">
            {title}
          </button>
          <a href={`/${words.language}/account`}>{words.t('form.cancel')}</a>
        </p>
      </form>
    </Layout>
  )
}

/** The last page of an account. */
export const ErasedPage: FC<{ frame: Frame }> = ({ frame }) => (
  <Layout frame={frame} title={frame.words.t('account.erase_done_title')} unlisted>
    <Title title={frame.words.t('account.erase_done_title')}>
      <p>{frame.words.t('account.erase_done')}</p>
    </Title>
    <p>
      <a href={`/${frame.words.language}`}>{frame.words.t('errors.nextHome')}</a>
    </p>
  </Layout>
)
