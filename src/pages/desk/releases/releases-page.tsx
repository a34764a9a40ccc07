import type { FC } from 'hono/jsx'
import type { Release } from '../../../books/indicators/figure.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Picked } from '../../parts/picked.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { broughtWords, noticeWords } from '../../releases/release-list-page.tsx'

/** Drafts that wait, and what was published: where a release is withdrawn. */
export const DeskReleasesPage: FC<{ frame: Frame; drafts: readonly Release[]; published: readonly Release[] }> = ({
  frame,
  drafts,
  published,
}) => {
  const { words } = frame
  const title = words.t('entry.releasesTitle')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={[{ label: words.t('entry.desk'), href: link(frame, '/desk') }, { label: title }]}>
      <Title title={title}>
        <p>{words.t('entry.releasesLede')}</p>
      </Title>
      <Section id="drafts" title={words.t('entry.draftsTitle')}>
        {drafts.length === 0 ? (
          <p class="absent">{words.t('entry.noDrafts')}</p>
        ) : (
          <Releases frame={frame} releases={drafts} labelledBy="drafts" />
        )}
      </Section>
      <Section id="published" title={words.t('entry.publishedTitle')}>
        {published.length === 0 ? (
          <p class="absent">{words.t('releases.none')}</p>
        ) : (
          <Releases frame={frame} releases={published} labelledBy="published" />
        )}
      </Section>
    </Layout>
  )
}

const Releases: FC<{ frame: Frame; releases: readonly Release[]; labelledBy: string }> = ({ frame, releases, labelledBy }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy={labelledBy} words={words} class="stackable">
      <thead>
        <tr>
          <th scope="col">{words.t('releases.number')}</th>
          <th scope="col">{words.t('releases.what')}</th>
          <th scope="col">{words.t('releases.recordedAt')}</th>
          <th scope="col">{words.t('releases.brought')}</th>
          <th scope="col">{words.t('releases.status')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <tr>
            <th scope="row" class="num">
              <a href={link(frame, `/desk/releases/${release.number}`)}>{release.number}</a>
            </th>
            <td>
              <Picked text={release.title} words={words} otherwise={words.t(`releases.kind_${release.kind}`)} />
            </td>
            <td class="nb">{words.date(release.recordedAt)}</td>
            <td>
              {broughtWords(release, words)}
              <br />
              <span class="fine">{noticeWords(release, words)}</span>
            </td>
            <td>{words.t(`releases.status_${release.status}`)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
