import type { FC } from 'hono/jsx'
import type { Release } from '../../books/indicators/figure.ts'
import type { ReleaseView } from '../../books/indicators/release-view.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { Warn } from '../parts/warn.tsx'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'
import { madeByWords } from './made-by.ts'
import { NoticeGroups, OpenedNotices } from './notice-list.tsx'

/** The import report: who, when, from which files, what came in, and everything that was not as it should be. */
export const ReleasePage: FC<{ frame: Frame; view: ReleaseView }> = ({ frame, view }) => {
  const { words } = frame
  const { release, sourceName, groups, opened } = view
  const number = String(release.number)
  return (
    <Layout
      frame={frame}
      title={words.t('releases.releaseTitle', { number })}
      description={words.t('releases.releaseDescription', { number })}
      book="indicators"
      unlisted={opened !== null || release.status === 'draft'}
      crumbs={[
        { label: words.t('common.indicators'), href: link(frame, '/indicators') },
        { label: words.t('releases.title'), href: link(frame, '/releases') },
        { label: number },
      ]}
    >
      <Title title={<Picked text={release.title} words={words} otherwise={words.t('releases.releaseTitle', { number })} />}>
        <p>
          {words.t('releases.releaseTitle', { number })}, {words.date(release.publishedAt ?? release.recordedAt)}.{' '}
          <Picked text={sourceName} words={words} otherwise={release.source ?? words.t('releases.several')} />
        </p>
        <Standing release={release} words={words} />
      </Title>
      {opened === null ? (
        <Report frame={frame} view={view} />
      ) : (
        <OpenedNotices frame={frame} release={release} groups={groups} opened={opened} />
      )}
    </Layout>
  )
}

const Standing: FC<{ release: Release; words: Words }> = ({ release, words }) => {
  if (release.status === 'draft') return <Warn>{words.t('releases.draft')}</Warn>
  if (release.status === 'published') return <></>
  const notGiven = words.t('releases.notGiven')
  return (
    <Warn>
      {words.t('releases.withdrawn', {
        date: words.date(release.withdrawnAt ?? release.recordedAt),
        who: release.withdrawnBy === null ? notGiven : madeByWords(release.withdrawnBy, words),
        why: release.withdrawnReason ?? notGiven,
      })}
    </Warn>
  )
}

const Report: FC<{ frame: Frame; view: ReleaseView }> = ({ frame, view }) => {
  const { words } = frame
  const { release, groups } = view
  const parameters = Object.entries(release.parameters)
  return (
    <>
      <Section id="counts" title={words.t('releases.counts')}>
        <Facts
          facts={Object.entries(release.counts).map(
            ([name, count]) => [countWords(name, words), <span class="num">{words.number(count)}</span>] as const,
          )}
        />
      </Section>
      <Section id="notices" title={words.t('releases.noticesTitle')} aside={<p>{words.t('releases.noticesAside')}</p>}>
        {groups.length === 0 ? <p>{words.t('releases.noNotices')}</p> : <NoticeGroups frame={frame} release={release} groups={groups} />}
      </Section>
      <Section id="who" title={words.t('releases.who')}>
        <Facts
          facts={[
            [words.t('releases.kind'), words.t(`releases.kind_${release.kind}`)],
            [words.t('releases.status'), words.t(`releases.status_${release.status}`)],
            [words.t('releases.madeBy'), madeByWords(release.madeBy, words)],
            [words.t('releases.publishedAt'), release.publishedAt && words.date(release.publishedAt)],
            [words.t('releases.recordedAt'), words.date(release.recordedAt)],
            [words.t('releases.code'), <code>{release.codeVersion}</code>],
            [
              words.t('releases.parameters'),
              parameters.length === 0 ? words.t('releases.noParameters') : <code>{JSON.stringify(release.parameters)}</code>,
            ],
          ]}
        />
      </Section>
      <Section
        id="files"
        title={words.t('releases.files')}
        aside={<p>{words.t('releases.filesCount', { count: release.files.length })}</p>}
      >
        {release.files.length === 0 ? <p class="absent">{words.t('releases.noFiles')}</p> : <Files release={release} words={words} />}
      </Section>
    </>
  )
}

/** A handful of files stand open; hundreds wait in a drawer. */
/** Enough to tell two files apart; the open data has the whole. Two hundred whole ones weigh more than all else on the page. */
const shownOfAHash = 16

const Files: FC<{ release: Release; words: Words }> = ({ release, words }) => (
  <Drawer summary={words.t('releases.filesCount', { count: release.files.length })} open={release.files.length <= 5}>
    <ScrollTable labelledBy="files" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('releases.file')}</th>
          <th scope="col" class="r">
            {words.t('releases.bytes')}
          </th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {release.files.map((file) => (
          <tr>
            <th scope="row">
              <code>{file.path}</code>
            </th>
            <td class="r num">{words.number(file.bytes)}</td>
            <td>
              <code class="hash">{file.sha256.slice(0, shownOfAHash)}…</code>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  </Drawer>
)

export function countWords(name: string, words: Words): string {
  const key = `releases.count_${name}`
  return isMessageKey(key) ? words.t(key) : name
}
