import type { FC } from 'hono/jsx'
import type { BreakdownRow, IndicatorView } from '../../books/indicators/indicator-view.ts'
import { link, type Frame } from '../frame.ts'
import { Drawer } from '../parts/drawer.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
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
      <div class="acts">
        <select id="series" name="series">
          {view.breakdown.map((row) => (
            <option value={row.labelled.series.address} selected={row.shown}>
              {optionWords(row, frame)}
            </option>
          ))}
        </select>
        <button type="submit" class="btn">
          {words.t('indicator.breakdownShow')}
        </button>
      </div>
    </form>
  )
}

const optionWords = ({ labelled }: BreakdownRow, { words }: Frame): string =>
  [cutWords(labelled, words), unitWords(labelled, words), sourceWords(labelled, words)].join(' · ')

const Rows: FC<{ frame: Frame; view: IndicatorView }> = ({ frame, view }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy="breakdown" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('indicator.cut')}</th>
          <th scope="col" class="r">
            {words.t('indicators.latest')}
          </th>
          <th scope="col">{words.t('indicator.year')}</th>
          <th scope="col">{words.t('indicator.unit')}</th>
          <th scope="col">{words.t('figure.source')}</th>
          <th scope="col" class="r">
            {words.t('indicator.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.breakdown.map((row) => {
          const { labelled, latest, count, shown, chosen } = row
          return (
            <tr>
              <th scope="row">
                {shown ? (
                  cutWords(labelled, words)
                ) : (
                  <a href={link(frame, `/indicators/${view.indicator.code}`, { series: labelled.series.address })}>
                    {cutWords(labelled, words)}
                  </a>
                )}
                {(shown || chosen) && (
                  <span class="fine">
                    {' '}
                    {[shown && words.t('indicator.breakdownShown'), chosen && words.t('indicator.breakdownChosen')]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                )}
              </th>
              <td class="r">
                {latest === null ? <span class="quiet">{words.t('common.noValue')}</span> : <FigureLink frame={frame} figure={latest} />}
              </td>
              <td class="nb">{latest && words.period(latest.timePeriod)}</td>
              <td>{unitWords(labelled, words)}</td>
              <td>{sourceWords(labelled, words)}</td>
              <td class="r num">{count}</td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
