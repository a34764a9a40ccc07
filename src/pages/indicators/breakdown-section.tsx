import type { FC } from 'hono/jsx'
import type { BreakdownRow, IndicatorView } from '../../books/indicators/indicator-view.ts'
import type { LabelledSeries } from '../../books/indicators/labelled-series.ts'
import { link, type Frame } from '../frame.ts'
import { Drawer } from '../parts/drawer.tsx'
import { Section } from '../parts/section.tsx'
import { FigureLink } from './figure-link.tsx'
import { cutWords, sourceWords, unitWords } from './series-words.ts'

/** More rows than this wait in a drawer, so that a phone does not scroll past fifty of them. */
const openRows = 12

/** Every series of the city: one table with the latest value of each, and a choice of the one the page shows. */
export const BreakdownSection: FC<{ frame: Frame; view: IndicatorView }> = ({ frame, view }) => {
  const { words } = frame
  if (view.breakdown.length < 2) return <></>
  return (
    <Section id="breakdown" title={words.t('indicator.breakdown')} aside={<p>{words.t('indicator.breakdownAside')}</p>}>
      <div class="stack">
        <Choice frame={frame} view={view} />
        <Drawer summary={words.t('indicator.partsTable', { count: view.breakdown.length })} open={view.breakdown.length <= openRows}>
          <Rows frame={frame} view={view} />
        </Drawer>
      </div>
    </Section>
  )
}

const Choice: FC<{ frame: Frame; view: IndicatorView }> = ({ frame, view }) => {
  const { words, asOf } = frame
  return (
    <form class="f" action={link({ ...frame, asOf: null }, `/indicators/${view.indicator.code}`)} method="get">
      {asOf !== null && <input type="hidden" name="asOf" value={asOf} />}
      <label for="series">{words.t('indicator.breakdownChoose')}</label>
      <select id="series" name="series">
        {view.breakdown.map((row) => (
          <option value={row.labelled.series.address} selected={row.shown}>
            {optionWords(row, view, frame)}
          </option>
        ))}
      </select>
      <div class="acts">
        <button type="submit" class="btn">
          {words.t('indicator.breakdownShow')}
        </button>
      </div>
    </form>
  )
}

/** What tells the series apart: unit and source are named only where they differ, so that the list stays narrow. */
function optionWords({ labelled }: BreakdownRow, { breakdown }: IndicatorView, { words }: Frame): string {
  const differ = (of: (one: LabelledSeries) => string) => new Set(breakdown.map((row) => of(row.labelled))).size > 1
  return [
    cutWords(labelled, words),
    ...(differ((one) => one.series.unit) ? [unitWords(labelled, words)] : []),
    ...(differ((one) => one.series.source) ? [sourceWords(labelled, words)] : []),
  ].join(' · ')
}

const Rows: FC<{ frame: Frame; view: IndicatorView }> = ({ frame, view }) => {
  const { words } = frame
  return (
    <table class="stackable" aria-labelledby="breakdown">
      <thead>
        <tr>
          <th scope="col">{words.t('indicator.cut')}</th>
          <th scope="col">{words.t('indicators.latest')}</th>
          <th scope="col">{words.t('figure.source')}</th>
          <th scope="col">{words.t('indicator.count')}</th>
        </tr>
      </thead>
      <tbody>
        {view.breakdown.map((row) => (
          <Row frame={frame} code={view.indicator.code} row={row} />
        ))}
      </tbody>
    </table>
  )
}

const Row: FC<{ frame: Frame; code: string; row: BreakdownRow }> = ({ frame, code, row: { labelled, latest, count, shown, chosen } }) => {
  const { words } = frame
  const name = cutWords(labelled, words)
  const remarks = [...(shown ? [words.t('indicator.breakdownShown')] : []), ...(chosen ? [words.t('indicator.breakdownChosen')] : [])]
  return (
    <tr>
      <th scope="row">
        {shown ? name : <a href={link(frame, `/indicators/${code}`, { series: labelled.series.address })}>{name}</a>}
        {remarks.length > 0 && <span class="fine"> {remarks.join(', ')}</span>}
      </th>
      <td>
        {latest === null ? (
          <span class="quiet">{words.t('common.noValue')}</span>
        ) : (
          <>
            <FigureLink frame={frame} figure={latest} />{' '}
            <span class="fine">
              {unitWords(labelled, words)}, {words.period(latest.timePeriod)}
            </span>
          </>
        )}
      </td>
      <td>{sourceWords(labelled, words)}</td>
      <td class="num">{words.t('releases.observations', { count })}</td>
    </tr>
  )
}
