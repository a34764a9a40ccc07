import type { FC } from 'hono/jsx'
import type { Release } from '../../books/indicators/figure.ts'
import type { ListedRelease } from '../../books/indicators/release-view.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'

/** All releases, newest first: when, from whom, what came. */
export const ReleaseListPage: FC<{ frame: Frame; releases: readonly ListedRelease[] }> = ({ frame, releases }) => {
  const { words, city } = frame
  return (
    <Layout
      frame={frame}
      title={words.t('releases.title')}
      description={words.t('releases.description', { city: words.pick(city?.name ?? {}) })}
      book="indicators"
      crumbs={[{ label: words.t('common.indicators'), href: link(frame, '/indicators') }, { label: words.t('releases.title') }]}
    >
      <Title title={words.t('releases.title')}>
        <p>{words.t('releases.lede')}</p>
      </Title>
      <Section id="all" title={words.t('releases.what')} aside={<AsOfForm frame={frame} />}>
        {releases.length === 0 ? (
          <p class="absent">{words.t('releases.none')}</p>
        ) : (
          <ReleaseTable frame={frame} releases={releases} labelledBy="all" />
        )}
      </Section>
    </Layout>
  )
}

/** Releases in rows; used on the indicator's page too. */
export const ReleaseTable: FC<{ frame: Frame; releases: readonly ListedRelease[]; labelledBy: string }> = ({
  frame,
  releases,
  labelledBy,
}) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy={labelledBy} words={words} class="stackable">
      <thead>
        <tr>
          <th scope="col">{words.t('releases.number')}</th>
          <th scope="col">{words.t('releases.date')}</th>
          <th scope="col">{words.t('releases.what')}</th>
          <th scope="col">{words.t('releases.brought')}</th>
          <th scope="col">{words.t('releases.status')}</th>
        </tr>
      </thead>
      <tbody>
        {releases.map(({ release, sourceName }) => (
          <tr>
            <th scope="row" class="num">
              <a href={link(frame, `/releases/${release.number}`)}>{release.number}</a>
            </th>
            <td class="nb">{words.date(release.publishedAt ?? release.recordedAt)}</td>
            <td>
              <Picked text={release.title} words={words} otherwise={words.t(`releases.kind_${release.kind}`)} />
              <br />
              <span class="fine">
                <Picked text={sourceName} words={words} otherwise={release.source ?? words.t('releases.several')} />
              </span>
            </td>
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

export function broughtWords(release: Release, words: Words): string {
  const count = release.counts.observations ?? 0
  return count === 0 ? words.t('releases.noObservations') : words.t('releases.observations', { count })
}

export function noticeWords(release: Release, words: Words): string {
  const count = Object.values(release.noticeCounts).reduce((sum, one) => sum + one, 0)
  return count === 0 ? words.t('releases.noNotices') : words.t('releases.notices', { count })
}
