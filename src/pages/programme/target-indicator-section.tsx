import type { Child, FC } from 'hono/jsx'
import type { FigureReference } from '../../books/indicators/labelled-series.ts'
import type { ProgrammeVersion } from '../../books/programme/programme.ts'
import type { TargetIndicatorView, YearRow } from '../../books/programme/target-indicator-view.ts'
import { link, type Frame } from '../frame.ts'
import { figurePath, sourceWords } from '../indicators/series-words.ts'
import { Figure } from '../parts/figure.tsx'
import { Great } from '../parts/great.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { Warn } from '../parts/warn.tsx'
import { desiredWords, unitOf, versionPath } from './programme-words.ts'
import { Cited } from './sentences.tsx'
import { TargetState } from './target-state.tsx'

interface TargetIndicatorProps {
  frame: Frame
  version: ProgrammeVersion
  view: TargetIndicatorView
}

/** A target indicator in full: baseline, target and actual side by side, then year by year. */
export const TargetIndicatorSection: FC<TargetIndicatorProps> = ({ frame, version, view }) => {
  const { words } = frame
  const { indicator, years, actual } = view
  const hasTable = years.length > 1
  return (
    <Section
      id={indicator.id}
      title={<Picked text={indicator.name} words={words} />}
      aside={
        <>
          <p>{unitOf(view, words)}</p>
          <p>{desiredWords(indicator.desired, words)}</p>
        </>
      }
    >
      <ul class="rivals promise">
        <li>
          <Baseline frame={frame} version={version} view={view} />
        </li>
        <li>
          <Target frame={frame} version={version} view={view} />
        </li>
        <li>
          <Actual frame={frame} view={view} />
        </li>
        <li>
          <div class="great-figure">
            <TargetState view={view} words={words} />
          </div>
        </li>
      </ul>
      <BaselineDiffers frame={frame} view={view} />
      {words.pick(indicator.note) !== '' && (
        <p class="small">
          <Picked text={indicator.note} words={words} />
        </p>
      )}
      {hasTable && (
        <ScrollTable labelledBy={indicator.id} words={words} class="years">
          <thead>
            <tr>
              <th scope="col">{words.t('programme.year')}</th>
              <th scope="col" class="r">
                {words.t('programme.promised')}
              </th>
              <th scope="col" class="r">
                {words.t('programme.actual')}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map((row) => (
              <YearLine frame={frame} version={version} view={view} row={row} />
            ))}
          </tbody>
        </ScrollTable>
      )}
      <p class="fine">
        {words.t('programme.targetSource')} <a href={link(frame, versionPath(version, indicator.id))}>{words.pick(version.title)}</a>
        <Cited ids={indicator.sources} sources={version.sources} words={words} />
        {actual && (
          <>
            {' · '}
            <a href={link(frame, `/indicators/${actual.labelled.series.indicator}`, { series: actual.labelled.series.address })}>
              {words.t('programme.wholeIndicator', { code: actual.labelled.series.indicator })}
            </a>
          </>
        )}
      </p>
    </Section>
  )
}

const Baseline: FC<TargetIndicatorProps> = ({ frame, version, view: { indicator } }) => {
  const { words } = frame
  const { baseline } = indicator
  if (baseline === null) return <Absent caption={words.t('programme.baseline')}>{words.t('programme.baselineNotFound')}</Absent>
  return (
    <Great
      href={link(frame, versionPath(version, indicator.id))}
      value={words.decimal(baseline.value)}
      caption={words.t('programme.baselineIn', { year: String(baseline.year) })}
    />
  )
}

const Target: FC<TargetIndicatorProps> = ({ frame, version, view: { indicator, target } }) => {
  const { words } = frame
  if (target === null) return <Absent caption={words.t('programme.target')}>{words.t('programme.targetNotFound')}</Absent>
  return (
    <Great
      href={link(frame, versionPath(version, indicator.id))}
      value={words.decimal(target.value)}
      caption={words.t('programme.targetIn', { year: String(target.year) })}
    />
  )
}

const Actual: FC<{ frame: Frame; view: TargetIndicatorView }> = ({ frame, view: { indicator, actual } }) => {
  const { words } = frame
  if (actual === null)
    return (
      <Absent caption={words.t('programme.actual')}>
        {words.t(indicator.actual === null ? 'programme.noSeries' : 'programme.noFigures')}
      </Absent>
    )
  const { latest, labelled } = actual
  return (
    <Great
      href={link(frame, figurePath(latest.series, latest.timePeriod))}
      value={valueWords(latest, frame)}
      caption={words.t('programme.actualIn', { period: words.period(latest.timePeriod), source: sourceWords(labelled, words) })}
    />
  )
}

/** What is not known, in the place and size of what would stand there. */
const Absent: FC<{ caption: Child; children?: Child }> = ({ caption, children }) => (
  <div class="great-figure">
    <p class="great absent">{children}</p>
    <p>{caption}</p>
  </div>
)

/** The programme's baseline and the statistics for the same year, where they are not the same number. */
const BaselineDiffers: FC<{ frame: Frame; view: TargetIndicatorView }> = ({ frame, view: { indicator, actual } }) => {
  const { words } = frame
  const found = actual?.inBaselineYear ?? null
  const { baseline } = indicator
  if (baseline === null || found === null || found.value === null || Number(found.value) === Number(baseline.value)) return <></>
  return (
    <Warn>
      {words.t('programme.baselineDiffers', { year: String(baseline.year), stated: words.decimal(baseline.value) })}{' '}
      <Figure href={link(frame, figurePath(found.series, found.timePeriod))} value={words.decimal(found.value)} />
    </Warn>
  )
}

const YearLine: FC<TargetIndicatorProps & { row: YearRow }> = ({ frame, version, view, row }) => {
  const { words } = frame
  const promised = row.target ?? row.baseline
  return (
    <tr>
      <th scope="row" class="num">
        {row.year}
      </th>
      <td class="r">
        {promised === null ? (
          <span class="quiet">—</span>
        ) : (
          <>
            <Figure href={link(frame, versionPath(version, view.indicator.id))} value={words.decimal(promised)} />
            {row.target === null && <span class="fine"> {words.t('programme.baseline')}</span>}
          </>
        )}
      </td>
      <td class="r">
        {row.actual === null ? (
          <span class="quiet">—</span>
        ) : (
          <Figure href={link(frame, figurePath(row.actual.series, row.actual.timePeriod))} value={valueWords(row.actual, frame)} />
        )}
      </td>
    </tr>
  )
}

const valueWords = ({ value, disputed }: FigureReference, { words }: Frame): string =>
  value !== null ? words.decimal(value) : words.t(disputed ? 'common.disputed' : 'common.noValue')
