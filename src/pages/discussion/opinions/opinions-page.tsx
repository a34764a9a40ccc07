import type { FC } from 'hono/jsx'
import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { SortedOpinions } from '../../../books/discussion/sort-opinions.ts'
import { OpinionMap } from '../../../charts/opinion-map.tsx'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Chart } from '../../parts/chart.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { GroupSections, GroupTable } from './group-sections.tsx'
import { OpinionMethod, OtherDivisions } from './opinion-method.tsx'
import { mapData } from './opinion-words.ts'
import { OpinionTable, SectionTable } from './opinion-tables.tsx'

interface OpinionsPageProps {
  frame: Frame
  consultation: Consultation
  batch: OpinionBatch | null
  sorted: SortedOpinions | null
}

/** The map of opinions: who votes alike, what each group stands for, what unites and what divides. */
export const OpinionsPage: FC<OpinionsPageProps> = ({ frame, consultation, batch, sorted }) => {
  const { words } = frame
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  return (
    <Layout
      frame={frame}
      title={words.t('opinions.title')}
      description={words.t('opinions.lede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('opinions.title') })}
    >
      <Title title={words.t('opinions.title')}>
        <p>{words.t('opinions.lede')}</p>
      </Title>
      <Warn>{words.t('vote.not_a_survey')}</Warn>
      {batch === null || sorted === null || batch.result.density.cells.length === 0 ? (
        <Section id="map" title={words.t('opinions.map')}>
          <p>{words.t('opinions.too_few')}</p>
          <p class="acts">
            <a class="btn main" href={to('/vote')}>
              {words.t('vote.title')}
            </a>
            <a href={to('/statements')}>{words.t('vote.results')}</a>
          </p>
        </Section>
      ) : (
        <Published frame={frame} consultation={consultation} batch={batch} sorted={sorted} />
      )}
    </Layout>
  )
}

const Published: FC<{ frame: Frame; consultation: Consultation; batch: OpinionBatch; sorted: SortedOpinions }> = (props) => {
  const { frame, consultation, batch, sorted } = props
  const { words } = frame
  const { result } = batch
  const to = (below: string) => link(frame, discussionPath(consultation, below))
  return (
    <>
      <Section id="map" title={words.t('opinions.map')} aside={<p>{words.t('opinions.made_aside')}</p>}>
        <p>
          {words.t('opinions.made', {
            date: momentWords(batch.madeAt, frame),
            participants: batch.participants,
            votes: batch.votes,
            counted: result.participantsCounted,
          })}
        </p>
        <Chart
          class="square"
          caption={
            <>
              {words.t('opinions.map_caption')} {words.t('vote.not_a_survey')}
            </>
          }
        >
          <OpinionMap data={mapData(result, words, null)} />
        </Chart>
        <p class="acts">
          <a href={to('/opinions/me')}>{words.t('opinions.me')}</a>
          <a href={to('/statements')}>{words.t('vote.results')}</a>
          <a href={to('/statements.csv')}>{words.t('vote.csv')}</a>
        </p>
        {result.k === 0 ? (
          <>
            <h3>{words.t('opinions.no_groups')}</h3>
            <p>{words.t('opinions.no_groups_says')}</p>
          </>
        ) : (
          <GroupTable frame={frame} result={result} />
        )}
      </Section>
      <Section id="unites" title={words.t('opinions.unites')}>
        {sorted.unites.length === 0 ? (
          <p>{words.t('opinions.unites_none')}</p>
        ) : (
          <OpinionTable frame={frame} consultation={consultation} labelledBy="unites" rows={sorted.unites} groups={result.k} />
        )}
      </Section>
      {result.k > 0 && (
        <Section id="divides" title={words.t('opinions.divides')}>
          {sorted.divides.length === 0 ? (
            <p>{words.t('opinions.divides_none')}</p>
          ) : (
            <OpinionTable frame={frame} consultation={consultation} labelledBy="divides" rows={sorted.divides} groups={result.k} />
          )}
        </Section>
      )}
      <GroupSections frame={frame} consultation={consultation} groups={sorted.groups} />
      <SectionTable frame={frame} consultation={consultation} sections={sorted.sections} />
      <OtherDivisions frame={frame} candidates={result.candidates} />
      <OpinionMethod frame={frame} batch={batch} />
    </>
  )
}
