import type { FC } from 'hono/jsx'
import type { CatalogueEntry, CatalogueView } from '../../books/indicators/catalogue-view.ts'
import { Spark } from '../../charts/spark.tsx'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { CatalogueFilters } from './catalogue-filters.tsx'
import { FigureLink } from './figure-link.tsx'
import { goalWords } from './goal-words.ts'
import { ProgressBadge } from './progress-badge.tsx'
import { cutWords, unitWords } from './series-words.ts'

interface CataloguePageProps {
  frame: Frame
  view: CatalogueView
}

/** All indicators of the city by SDG goal, with what can be searched and filtered. */
export const CataloguePage: FC<CataloguePageProps> = ({ frame, view }) => {
  const { words, city } = frame
  const { counts } = view
  return (
    <Layout
      frame={frame}
      title={words.t('indicators.title')}
      description={words.t('indicators.description', { city: words.pick(city?.name ?? {}) })}
      book="indicators"
      crumbs={[{ label: words.t('indicators.title') }]}
      unlisted={frame.query !== ''}
    >
      <Title title={words.t('indicators.title')}>
        <p>{words.t('indicators.lede')}</p>
      </Title>
      <Section id="filters" title={words.t('indicators.filters')} aside={<p>{words.t('indicators.stateHint')}</p>}>
        <div class="stack">
          <CatalogueFilters frame={frame} view={view} />
          <p>{words.t('indicators.found', counts)}</p>
          {counts.shown === 0 && <p class="absent">{words.t('indicators.noneFound')}</p>}
        </div>
      </Section>
      {view.chapters.map(({ sdgGoal, entries }) => (
        <Chapter frame={frame} sdgGoal={sdgGoal} entries={entries} />
      ))}
    </Layout>
  )
}

const Chapter: FC<{ frame: Frame; sdgGoal: number | null; entries: readonly CatalogueEntry[] }> = ({ frame, sdgGoal, entries }) => {
  const { words } = frame
  const id = sdgGoal === null ? 'own' : `goal-${sdgGoal}`
  return (
    <Section id={id} title={goalWords(sdgGoal, words)} aside={<p>{words.t('indicators.goalCount', { count: entries.length })}</p>}>
      <table class="goals catalogue stackable" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{words.t('indicators.indicator')}</th>
            <th scope="col">{words.t('indicators.latest')}</th>
            <th scope="col">{words.t('indicators.trend')}</th>
            <th scope="col">{words.t('indicators.progress')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row frame={frame} entry={entry} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const Row: FC<{ frame: Frame; entry: CatalogueEntry }> = ({ frame, entry }) => {
  const { words } = frame
  const { indicator, headline, seriesCount, state } = entry
  const remarks = [
    ...(headline && headline.labelled.dimensions.length > 0 ? [cutWords(headline.labelled, words)] : []),
    ...(seriesCount > 1 ? [words.t('indicators.moreSeries', { count: seriesCount - 1 })] : []),
    ...(indicator.globalName === null ? [] : [<span title={words.t('indicators.proxyHint')}>{words.t('indicators.proxy')}</span>]),
  ]
  return (
    <tr>
      <th scope="row">
        <span class="numbered">
          <i class="num">{indicator.code}</i>
          <span>
            <a href={link(frame, `/indicators/${indicator.code}`)}>
              <Picked text={indicator.name} words={words} />
            </a>
            {remarks.length > 0 && (
              <span class="fine">
                {remarks.map((remark, at) => (
                  <>
                    {at > 0 && ' · '}
                    {remark}
                  </>
                ))}
              </span>
            )}
          </span>
        </span>
      </th>
      {headline === null ? (
        <td colspan={3} class="quiet">
          {words.t('indicators.noFigures')}
        </td>
      ) : (
        <>
          <td>
            {headline.latest === null ? (
              <span class="quiet">{words.t('common.noValue')}</span>
            ) : (
              <>
                <FigureLink frame={frame} figure={headline.latest} short />
                <span class="fine">
                  {unitWords(headline.labelled, words)}, {words.period(headline.latest.timePeriod)}
                </span>
              </>
            )}
          </td>
          <td>
            {headline.course.length < 2 ? (
              <span class="fine">{words.t('indicators.trendNone')}</span>
            ) : (
              <Spark values={headline.course} target={headline.target} />
            )}
          </td>
          <td>
            <ProgressBadge state={state} words={words} />
          </td>
        </>
      )}
    </tr>
  )
}
