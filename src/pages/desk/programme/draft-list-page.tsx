import type { FC } from 'hono/jsx'
import type { Draft } from '../../../books/programme/draft/draft.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { FormKey } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { versionWords } from '../../programme/programme-words.ts'
import { deskCrumbs, draftPath } from './desk-words.ts'

interface DraftListPageProps {
  frame: Frame
  drafts: readonly Draft[]
  /** The last published version of each programme. */
  published: readonly ProgrammeVersion[]
  mayWrite: boolean
  newKey: () => string
  /** Somebody else had begun the draft already. */
  exists: boolean
}

/** The city's programmes: what is being written, and what can be begun. */
export const DraftListPage: FC<DraftListPageProps> = ({ frame, drafts, published, mayWrite, newKey, exists }) => {
  const { words } = frame
  const title = words.t('desk.programmes_title')
  const waiting = published.filter(({ programme }) => !drafts.some((draft) => draft.programme === programme))
  return (
    <Layout frame={frame} title={title} unlisted crumbs={deskCrumbs(frame, null).slice(0, 1)}>
      <Title title={title}>
        <p>{words.t('desk.programmes_lede')}</p>
      </Title>
      {exists && <Warn>{words.t('desk.draft_exists')}</Warn>}
      <Section id="drafts" title={words.t('desk.drafts')}>
        {drafts.length === 0 && <p class="absent">{words.t('desk.no_drafts')}</p>}
        <ul class="stack-s">
          {drafts.map((draft) => {
            const title = published.find(({ programme }) => programme === draft.programme)?.title ?? {}
            return (
              <li>
                <a href={link(frame, draftPath(draft))}>{words.pick(title) || draft.programme}</a>,{' '}
                {words.t('desk.draft_short', { number: draft.number })}
              </li>
            )
          })}
        </ul>
      </Section>
      {mayWrite && (
        <Section id="begin" title={words.t('desk.begin_title')}>
          {waiting.map((version) => (
            <form class="stack-s" method="post" action={link(frame, '/desk/programme/begin')}>
              <FormKey value={newKey()} />
              <p>
                {words.pick(version.title)}. {versionWords(version, words)}
              </p>
              <p class="acts">
                <button class="btn main" type="submit" name="programme" value={version.programme}>
                  {words.t('desk.begin_next')}
                </button>
              </p>
            </form>
          ))}
          <p>
            <a href={link(frame, '/desk/programme/new')}>{words.t('desk.begin_empty')}</a>
          </p>
        </Section>
      )}
    </Layout>
  )
}
