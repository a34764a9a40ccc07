import type { FC } from 'hono/jsx'
import { BarChart } from '../../charts/bar-chart.tsx'
import type { IndicatorView, ShownSeries } from '../../books/indicators/indicator-view.ts'
import type { FigureReference } from '../../books/indicators/labelled-series.ts'
import type { ChampionTarget } from '../../books/indicators/progress/champion-area-target.ts'
import type { SiblingComparison } from '../../books/indicators/sibling-series.ts'
import { link, type Frame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { sayNumber } from '../progress-words.ts'
import { FigureLink } from './figure-link.tsx'
import { RichMessage } from './rich-message.tsx'
import { figurePath, sourceWords, unitWords } from './series-words.ts'

interface Props {
  frame: Frame
  view: IndicatorView
  shown: ShownSeries
}

/** The sibling areas in the same year: rank, middle, and what the best of them show to be possible. */
export const ComparisonSection: FC<Props> = ({ frame, view, shown }) => {
  const { words } = frame
  const { comparison, champion } = view
  if (comparison === null) {
    return (
      <Section id="areas" title={words.t('indicator.comparison')}>
        <p class="absent">{words.t('indicator.comparisonNone')}</p>
      </Section>
    )
  }
  const unit = unitWords(shown.labelled, words)
  return (
    <Section
      id="areas"
      title={words.t('progress.compare', { period: words.period(comparison.timePeriod) })}
      aside={
        <p>
          {words.t('indicator.comparisonAside', {
            source: sourceWords(shown.labelled, words),
            period: words.period(comparison.timePeriod),
            unit,
            count: comparison.compared.length,
          })}
        </p>
      }
    >
      <div class="stack">
        <Place frame={frame} view={view} shown={shown} comparison={comparison} />
        <Bars frame={frame} view={view} shown={shown} comparison={comparison} />
        <Drawer
          summary={words.t('indicator.partsTable', {
            count: comparison.compared.length + comparison.suspect.length + comparison.disputed.length,
          })}
        >
          <Rows frame={frame} view={view} shown={shown} comparison={comparison} />
        </Drawer>
        <Left frame={frame} view={view} comparison={comparison} />
        {champion && <Champion frame={frame} view={view} champion={champion} />}
      </div>
    </Section>
  )
}

const Place: FC<Props & { comparison: SiblingComparison }> = ({ frame, view, shown, comparison }) => {
  const { words } = frame
  const own = comparison.compared.find((one) => one.area === shown.labelled.series.refArea)
  return (
    <>
      {own?.rank != null ? (
        <p>
          {words.t('indicator.rankLine', {
            area: words.pick(view.areaName),
            rank: String(own.rank),
            count: String(comparison.compared.length),
          })}
        </p>
      ) : (
        <p>{words.t('progress.noRank')}</p>
      )}
      {comparison.median !== null && (
        <p>
          {words.t('progress.median')}: <Figure href={link(frame, '/methods#compare')} value={sayNumber(words, comparison.median)} />
        </p>
      )}
    </>
  )
}

const nameOf = ({ areaNames }: IndicatorView, area: string, { words }: Frame): string => words.pick(areaNames[area] ?? {}) || area

const Bars: FC<Props & { comparison: SiblingComparison }> = ({ frame, view, shown, comparison }) => {
  const { words } = frame
  const { labelled, assessment } = shown
  const period = words.period(comparison.timePeriod)
  const unit = unitWords(labelled, words)
  const bar = (area: string, value: number, suspect: boolean) => {
    const reference = comparison.figures[area]
    const text = reference?.value == null ? sayNumber(words, value) : words.decimal(reference.value)
    return {
      name: nameOf(view, area, frame),
      value,
      text,
      href: link(frame, figurePath(reference?.series ?? '', comparison.timePeriod)),
      title: `${nameOf(view, area, frame)}, ${period}: ${text} ${unit}`,
      ...(area === labelled.series.refArea ? { me: true } : {}),
      ...(suspect ? { suspect: words.t('common.outlier') } : {}),
    }
  }
  const { target } = assessment
  return (
    <Chart>
      <BarChart
        data={{
          label: words.t('indicator.comparisonLabel', {
            indicator: words.pick(view.indicator.name),
            period,
            count: comparison.compared.length,
            unit,
          }),
          unit,
          bars: [
            ...comparison.compared.map(({ area, value }) => bar(area, value, false)),
            ...comparison.suspect.map(({ area, value }) => bar(area, value, true)),
          ],
          target:
            target === null || assessment.targetOrigin === null
              ? null
              : {
                  value: target.value,
                  label: words.t('indicator.targetLabel', {
                    value: sayNumber(words, target.value),
                    origin: words.t(`indicator.origin_${assessment.targetOrigin}`),
                  }),
                },
        }}
      />
    </Chart>
  )
}

const Rows: FC<Props & { comparison: SiblingComparison }> = ({ frame, view, shown, comparison }) => {
  const { words } = frame
  const noted = comparison.suspect.length + comparison.disputed.length > 0
  const row = (area: string, rank: string, note: string) => {
    const reference: FigureReference | undefined = comparison.figures[area]
    const own = area === shown.labelled.series.refArea
    return (
      <tr class={own ? 'me' : undefined}>
        <td class="num">{rank}</td>
        <th scope="row">{nameOf(view, area, frame)}</th>
        <td class="r">{reference && <FigureLink frame={frame} figure={reference} />}</td>
        {noted && <td class="fine">{note}</td>}
      </tr>
    )
  }
  return (
    <ScrollTable labelledBy="areas" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('indicator.rank')}</th>
          <th scope="col">{words.t('indicator.area')}</th>
          <th scope="col" class="r">
            {words.t('indicator.value')}, {unitWords(shown.labelled, words)}
          </th>
          {noted && <th scope="col">{words.t('indicator.mark')}</th>}
        </tr>
      </thead>
      <tbody>
        {comparison.compared.map(({ area, rank }) => row(area, rank === null ? '—' : String(rank), ''))}
        {comparison.suspect.map(({ area }) => row(area, '—', words.t('indicator.suspectArea')))}
        {comparison.disputed.map((area) => row(area, '—', words.t('indicator.disputedArea')))}
      </tbody>
    </ScrollTable>
  )
}

/** Areas that are not in the ranking, and why: nobody is left out silently. */
const Left: FC<{ frame: Frame; view: IndicatorView; comparison: SiblingComparison }> = ({ frame, view, comparison }) => {
  const { words } = frame
  const names = (areas: readonly string[]) =>
    areas
      .map((area) => nameOf(view, area, frame))
      .sort((a, b) => words.compare(a, b))
      .join(', ')
  return (
    <div class="stack-s fine">
      {comparison.missing.length > 0 && <p>{words.t('indicator.missingAreas', { areas: names(comparison.missing) })}</p>}
      {comparison.notOfThisTime.length > 0 && <p>{words.t('progress.compareNotOfThisTime', { areas: names(comparison.notOfThisTime) })}</p>}
    </div>
  )
}

const Champion: FC<{ frame: Frame; view: IndicatorView; champion: ChampionTarget }> = ({ frame, view, champion }) => {
  const { words } = frame
  const names = (areas: readonly { area: string }[]) => areas.map(({ area }) => nameOf(view, area, frame)).join(', ')
  const opened = (value: number) => <Figure href={link(frame, '/methods#champion')} value={sayNumber(words, value)} />
  return (
    <div class="stack-s">
      <h3>{words.t('progress.method_champion')}</h3>
      {champion.kind === 'not_found' ? (
        <p>{words.t(`progress.champion_${champion.reason}`)}</p>
      ) : (
        <>
          <p>
            <RichMessage
              words={words}
              message={champion.form === 'rate' ? 'progress.champion_found' : 'progress.champion_foundUnits'}
              parts={{
                value: opened(champion.target.value),
                change: champion.form === 'rate' ? opened(champion.change * 100) : opened(champion.change),
              }}
              plain={{ year: String(champion.target.year) }}
            />{' '}
            {champion.capped && words.t('progress.champion_capped')}
          </p>
          <p>{words.t('progress.champion_champions', { areas: names(champion.champions) })}</p>
          {champion.outliers.length > 0 && <p>{words.t('progress.champion_outliers', { areas: names(champion.outliers) })}</p>}
          <p class="fine">{words.t('progress.champion_notATarget')}</p>
        </>
      )}
    </div>
  )
}
