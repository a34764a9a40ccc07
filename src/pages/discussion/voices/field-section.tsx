import type { FC } from 'hono/jsx'
import { VoicesChart } from '../../../charts/voices-chart.tsx'
import type { CensusChoice } from '../../../books/discussion/voices/census.ts'
import type { VoiceFieldView, VoiceRow } from '../../../books/discussion/voices/voices-view.ts'
import type { Area, Indicator, Source } from '../../../books/indicators/figure.ts'
import { figurePath } from '../../indicators/series-words.ts'
import { link, type Frame } from '../../frame.ts'
import { Chart } from '../../parts/chart.tsx'
import { Figure } from '../../parts/figure.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { categoryWords, ratioWords } from './voices-words.ts'

/** Names of what the tables speak of. */
export interface VoiceNames {
  frame: Frame
  areas: readonly Area[]
  indicators: readonly Indicator[]
  sources: readonly Source[]
}

/** One field: chart and table beside the census, and what the difference means in words. */
export const FieldSection: FC<VoiceNames & { view: VoiceFieldView }> = ({ view, ...names }) => {
  const { frame, areas } = names
  const { words } = frame
  const { field, declared, rows, others } = view
  const name = (category: string) => categoryWords(field, category, areas, words)
  const shown = rows.some((row) => row.people !== null)
  return (
    <Section id={field} title={words.t(`voices.field_${field}`)} aside={view.census && <CensusSource census={view.census} {...names} />}>
      <div class="stack">
        {declared === null ? (
          <p class="absent">{words.t('voices.field_hidden', { threshold: view.threshold })}</p>
        ) : (
          <p>{words.t('voices.field_declared', { declared })}</p>
        )}
        {view.dissimilarity !== null && <p>{words.t('voices.dissimilarity', { share: words.percent(view.dissimilarity) })}</p>}
        {shown && (
          <>
            <Chart caption={words.t('voices.caption')}>
              <VoicesChart
                data={{
                  label: words.t('voices.chart_label', { field: words.t(`voices.field_${field}`) }),
                  legend: { share: words.t('voices.legend_share'), census: words.t('voices.legend_census') },
                  caution: words.t('voices.not_a_survey'),
                  percent: (share) => words.percent(share),
                  rows: rows.map((row) => ({
                    name: name(row.category),
                    share: row.share,
                    census: row.census?.share ?? null,
                    text: row.share === null ? words.t('voices.hidden') : words.percent(row.share.value),
                  })),
                }}
              />
            </Chart>
            <Rows view={view} frame={frame} name={name} />
          </>
        )}
        {others.length > 0 && shown && (
          <p class="fine">{words.t('voices.others_hidden', { categories: others.map(name).sort(words.compare).join(', ') })}</p>
        )}
      </div>
    </Section>
  )
}

const Rows: FC<{ view: VoiceFieldView; frame: Frame; name: (category: string) => string }> = ({ view, frame, name }) => {
  const { words } = frame
  const hasCensus = view.rows.some((row) => row.census !== null)
  const hidden = view.rows.some((row) => row.people === null || row.writers === null)
  return (
    <>
      <ScrollTable labelledBy={view.field} words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t(`voices.field_${view.field}`)}</th>
            <th scope="col" class="r">
              {words.t('voices.people')}
            </th>
            <th scope="col" class="r">
              {words.t('voices.share')}
            </th>
            {hasCensus && (
              <>
                <th scope="col" class="r">
                  {words.t('voices.census')}
                </th>
                <th scope="col">{words.t('voices.ratio')}</th>
              </>
            )}
            <th scope="col" class="r">
              {words.t('voices.writers')}
            </th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr>
              <th scope="row">{name(row.category)}</th>
              <td class="r">{countWords(row.people, frame)}</td>
              <td class="r">{shareWords(row, frame)}</td>
              {hasCensus && (
                <>
                  <td class="r">{row.census === null ? '—' : <CensusShare row={row.census} census={view.census} frame={frame} />}</td>
                  <td>{row.ratio === null ? '—' : ratioWords(row.ratio, words)}</td>
                </>
              )}
              <td class="r">{countWords(row.writers, frame)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {hidden && <p class="fine">{words.t('voices.hidden_says', { threshold: view.threshold })}</p>}
    </>
  )
}

const countWords = (count: number | null, { words }: Frame): string => (count === null ? words.t('voices.hidden') : words.number(count, 0))

/** "35 % (27–45)". */
const shareWords = ({ share }: VoiceRow, { words }: Frame): string =>
  share === null
    ? words.t('voices.hidden')
    : words.t('voices.share_interval', {
        share: words.percent(share.value),
        low: words.number(share.low * 100, 0),
        high: words.number(share.high * 100, 0),
      })

/** Opens to its figure; where several series make up a category, to their indicator. */
const CensusShare: FC<{ row: NonNullable<VoiceRow['census']>; census: CensusChoice | null; frame: Frame }> = ({ row, census, frame }) => {
  const value = frame.words.percent(row.share, row.share < 0.1 ? 1 : 0)
  if (census === null) return <>{value}</>
  const [only, second] = row.series
  const path = only !== undefined && second === undefined ? figurePath(only, census.timePeriod) : `/indicators/${census.indicator}`
  return <Figure href={link(frame, path)} value={value} />
}

const CensusSource: FC<VoiceNames & { census: CensusChoice }> = ({ frame, indicators, sources, census }) => {
  const { words } = frame
  const indicator = indicators.find(({ code }) => code === census.indicator)
  const source = sources.find(({ id }) => id === census.source)
  return (
    <p>
      {words.t('voices.census_is')}{' '}
      <a href={link(frame, `/indicators/${census.indicator}`)}>{(indicator && words.pick(indicator.name)) || census.indicator}</a>,{' '}
      {words.period(census.timePeriod)}, {(source && words.pick(source.name)) || census.source}
    </p>
  )
}
