import type { Child, FC } from 'hono/jsx'
import type { Interval } from '../../books/indicators/sdg-11/spatial-result.ts'
import { link, type Frame } from '../frame.ts'
import { Great } from '../parts/great.tsx'
import { Section } from '../parts/section.tsx'

export interface MapFigureProps {
  frame: Frame
  /** `value` in per cent, as it was published; `path` its page inside the city. */
  figure: { value: string; interval: Interval | null; timePeriod: string; path: string }
  methodPath: string
  children?: Child
}

/** The computed figure with its interval; where it lies outside of it, why that is no mistake. */
export const MapFigureSection: FC<MapFigureProps> = ({ frame, figure, methodPath, children }) => {
  const { words } = frame
  const { value, interval, timePeriod, path } = figure
  const side = sideOf(Number(value), interval)
  return (
    <Section id="figure" title={words.t('spatial.map_figure')}>
      <Great
        href={link(frame, path)}
        value={words.decimal(value)}
        unit="%"
        caption={words.t('spatial.map_caption', { period: words.period(timePeriod) })}
        note={
          interval &&
          words.t('spatial.map_interval', {
            level: words.number(interval.level * 100),
            low: words.number(interval.low, 2),
            high: words.number(interval.high, 2),
          })
        }
      />
      {side !== null && (
        <p class="small">
          {words.t(side === 'above' ? 'spatial.map_aboveInterval' : 'spatial.map_belowInterval')}{' '}
          <a href={link(frame, `${methodPath}#sureness`)}>{words.t('spatial.sureness_title')}</a>
        </p>
      )}
      {children}
    </Section>
  )
}

function sideOf(value: number, interval: Interval | null): 'above' | 'below' | null {
  if (interval === null) return null
  return value > interval.high ? 'above' : value < interval.low ? 'below' : null
}
