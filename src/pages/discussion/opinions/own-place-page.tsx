import type { FC } from 'hono/jsx'
import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Place } from '../../../books/discussion/opinion-groups/place-of.ts'
import { OpinionMap } from '../../../charts/opinion-map.tsx'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { letterOf, mapData } from './opinion-words.ts'

interface OwnPlacePageProps {
  frame: Frame
  consultation: Consultation
  batch: OpinionBatch | null
  /** null: too few votes for a place. */
  place: Place | null
  votes: number
  votesNeeded: number
}

/** Where the reader stands on the map of opinions; nobody else sees it. */
export const OwnPlacePage: FC<OwnPlacePageProps> = ({ frame, consultation, batch, place, votes, votesNeeded }) => {
  const { words } = frame
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  const hasMap = batch !== null && batch.result.density.cells.length > 0
  return (
    <Layout
      frame={frame}
      title={words.t('opinions.me')}
      book="discussion"
      unlisted
      crumbs={discussionCrumbs(
        frame,
        consultation,
        { label: words.t('opinions.title'), href: to('/opinions') },
        { label: words.t('opinions.me') },
      )}
    >
      <Title title={words.t('opinions.me')}>
        <p>{words.t('opinions.me_lede')}</p>
      </Title>
      <Warn>{words.t('vote.not_a_survey')}</Warn>
      <Section id="map" title={words.t('opinions.map')}>
        {!hasMap && <p>{words.t('opinions.too_few')}</p>}
        {hasMap && place === null && <p>{words.t('opinions.me_too_few', { needed: votesNeeded, votes })}</p>}
        {hasMap && place !== null && (
          <>
            <p>
              {place.opinionGroup < 0
                ? words.t('opinions.me_no_group')
                : words.t('opinions.me_group', { name: letterOf(place.opinionGroup) })}
            </p>
            <Chart class="square" caption={words.t('opinions.map_caption')}>
              <OpinionMap data={mapData(batch.result, words, { x: place.x, y: place.y, label: words.t('opinions.me_here') })} />
            </Chart>
          </>
        )}
        <p class="acts">
          <a class="btn main" href={to('/vote')}>
            {words.t('vote.go_on')}
          </a>
          <a href={to('/votes')}>{words.t('vote.own')}</a>
        </p>
      </Section>
    </Layout>
  )
}
