import type { FC } from 'hono/jsx'
import type { Draft } from '../../../books/programme/draft/draft.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { deskCrumbs, draftPath } from './desk-words.ts'

interface DiscardPageProps {
  frame: Frame
  draft: Draft
  /** How many changes go with the draft. */
  changes: number
  /** Somebody changed the draft after the page was shown: nothing was done. */
  changed: boolean
  formKey: string
}

/** Asks once more before a draft goes, and says what goes with it. */
export const DiscardPage: FC<DiscardPageProps> = ({ frame, draft, changes, changed, formKey }) => {
  const { words } = frame
  const title = words.t('desk.discard_title')
  return (
    <Layout frame={frame} title={title} unlisted failed={changed} crumbs={deskCrumbs(frame, draft, { label: words.t('desk.discard') })}>
      <ErrorSummary problems={changed ? [{ field: '', text: words.t('desk.discard_changed') }] : []} words={words} />
      <Title title={title}>
        <p>
          {words.t('desk.draft_of', { number: draft.number })} {words.t('desk.discard_lede', { count: changes })}
        </p>
        <p>{words.t('desk.discard_kept')}</p>
      </Title>
      <form class="stack" method="post" action={link(frame, draftPath(draft, '/discard'))}>
        <FormKey value={formKey} />
        <input type="hidden" name="draft" value={draft.id} />
        <input type="hidden" name="changes" value={String(changes)} />
        <p class="acts">
          <button class="btn main" type="submit">
            {words.t('desk.discard')}
          </button>
          <a href={link(frame, draftPath(draft))}>{words.t('desk.back_to_draft')}</a>
        </p>
      </form>
    </Layout>
  )
}
