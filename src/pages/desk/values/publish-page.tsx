import type { FC } from 'hono/jsx'
import type { ValuesView } from '../../../books/indicators/entry/values-view.ts'
import { countNotices } from '../../../books/notice.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { NoticeQuestions } from '../notice-questions.tsx'
import { WaitingTable } from './waiting-table.tsx'

interface PublishPageProps {
  frame: Frame
  view: ValuesView
  title: MultilingualText
  newKey: () => string
  problems?: readonly Problem[]
}

/** The last look before values are public: what changes, what looks wrong, what the release is called. */
export const PublishPage: FC<PublishPageProps> = ({ frame, view, title, newKey, problems = [] }) => {
  const { words } = frame
  const { mine } = view
  const removed = mine.filter((one) => one.entry.value === null).length
  const added = mine.filter((one) => one.standing === null).length
  return (
    <Layout
      frame={frame}
      title={words.t('entry.publishTitle')}
      unlisted
      failed={problems.length > 0}
      crumbs={[
        { label: words.t('entry.desk'), href: link(frame, '/desk') },
        { label: words.t('entry.valuesTitle'), href: link(frame, '/desk/values') },
        { label: words.t('entry.publishTitle') },
      ]}
    >
      <Title title={words.t('entry.publishTitle')}>
        <p>{words.t('entry.publishLede')}</p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      <Section id="waiting" title={words.t('entry.changesTitle')}>
        {mine.length === 0 ? (
          <p class="absent">{words.t('entry.nothingWaits')}</p>
        ) : (
          <>
            <Facts
              facts={[
                [words.t('releases.count_added'), words.number(added)],
                [words.t('releases.count_changed'), words.number(mine.length - added - removed)],
                [words.t('releases.count_removed'), words.number(removed)],
              ]}
            />
            <WaitingTable frame={frame} waiting={mine} labelledBy="waiting" newKey={newKey} />
          </>
        )}
      </Section>
      <Section id="notices" title={words.t('entry.noticesTitle')} aside={<p>{words.t('entry.noticesAside')}</p>}>
        <NoticeQuestions words={words} notices={view.notices} counts={countNotices(view.notices).counts} />
      </Section>
      {mine.length > 0 && (
        <Section id="publish" title={words.t('entry.releaseName')} aside={<p>{words.t('entry.releaseNameAside')}</p>}>
          <form class="data" method="post" action={link(frame, '/desk/values/publish')}>
            <FormKey value={newKey()} />
            <LanguageFields
              words={words}
              id="title"
              label={words.t('entry.releaseName')}
              values={title}
              maxlength={300}
              problems={problems}
            />
            <p class="acts">
              <button type="submit" class="btn main">
                {words.t('entry.publish')}
              </button>
            </p>
            <p class="fine">{words.t('entry.publishHint')}</p>
          </form>
        </Section>
      )}
    </Layout>
  )
}
