import type { FC } from 'hono/jsx'
import type { Release } from '../../../books/indicators/figure.ts'
import type { Notice } from '../../../books/notice.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { Picked } from '../../parts/picked.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { WithdrawSection } from '../withdraw-section.tsx'
import { madeByWords } from '../../releases/made-by.ts'
import { countWords } from '../../releases/release-page.tsx'
import { NoticeQuestions } from '../notice-questions.tsx'

interface ReleaseDeskPageProps {
  frame: Frame
  release: Release
  notices: readonly Notice[]
  /** Whether the viewer may publish, discard or withdraw it. */
  mayHandle: boolean
  newKey: () => string
  reason?: string
  problems?: readonly Problem[]
}

/** One release at the desk: a draft is published or thrown away, a published one is withdrawn with a reason. */
export const ReleaseDeskPage: FC<ReleaseDeskPageProps> = ({ frame, release, notices, mayHandle, newKey, reason, problems = [] }) => {
  const { words } = frame
  const number = String(release.number)
  const path = `/desk/releases/${number}`
  return (
    <Layout
      frame={frame}
      title={words.t('entry.releaseTitle')}
      unlisted
      failed={problems.length > 0}
      crumbs={[
        { label: words.t('entry.desk'), href: link(frame, '/desk') },
        { label: words.t('entry.releasesTitle'), href: link(frame, '/desk/releases') },
        { label: number },
      ]}
    >
      <Title title={<Picked text={release.title} words={words} otherwise={words.t('releases.releaseTitle', { number })} />}>
        <p>
          {words.t('releases.releaseTitle', { number })}: {words.t(`releases.status_${release.status}`)}
        </p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      <Section id="counts" title={words.t('releases.counts')}>
        <Facts
          facts={[
            ...Object.entries(release.counts).map(([name, count]) => [countWords(name, words), words.number(count)] as const),
            [words.t('releases.recordedAt'), words.date(release.recordedAt)],
            [words.t('releases.madeBy'), madeByWords(release.madeBy, words)],
          ]}
        />
        {release.status !== 'draft' && (
          <p>
            <a href={link(frame, `/releases/${number}`)}>{words.t('entry.publicPage')}</a>
          </p>
        )}
      </Section>
      <Section id="notices" title={words.t('entry.noticesTitle')}>
        <NoticeQuestions words={words} notices={notices} counts={release.noticeCounts} />
      </Section>
      {mayHandle && release.status === 'draft' && (
        <Section id="publish" title={words.t('entry.publishDraftTitle')} aside={<p>{words.t('entry.publishHint')}</p>}>
          <form method="post" class="stack" action={link(frame, `${path}/publish`)}>
            <FormKey value={newKey()} />
            <p class="acts">
              <button type="submit" class="btn main">
                {words.t('entry.publish')}
              </button>
            </p>
          </form>
          <form method="post" class="stack" action={link(frame, `${path}/discard`)}>
            <FormKey value={newKey()} />
            <p class="acts">
              <button type="submit" class="btn">
                {words.t('entry.discard')}
              </button>
            </p>
          </form>
        </Section>
      )}
      {mayHandle && release.status === 'published' && (
        <WithdrawSection
          {...{ words, reason, problems }}
          title={words.t('entry.withdrawTitle')}
          aside={words.t('entry.withdrawAside')}
          action={link(frame, `${path}/withdraw`)}
          formKey={newKey()}
        />
      )}
      {!mayHandle && <p class="absent">{words.t('entry.notYours')}</p>}
    </Layout>
  )
}
