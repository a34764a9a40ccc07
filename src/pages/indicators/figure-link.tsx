import type { FC } from 'hono/jsx'
import type { FigureReference } from '../../books/indicators/labelled-series.ts'
import { link, type Frame } from '../frame.ts'
import { Figure } from '../parts/figure.tsx'
import type { Words } from '../words.ts'
import { shownValue } from './shown-value.ts'
import { figurePath } from './series-words.ts'

interface FigureLinkProps {
  frame: Frame
  figure: Pick<FigureReference, 'series' | 'timePeriod' | 'value' | 'disputed'>
  /** Said to screen readers before the value where the surroundings do not say it. */
  about?: string
  unit?: string
  /** Where it is read at a glance: a long tail of decimals is rounded. */
  short?: boolean
}

/** A published figure that opens; a gap and a dispute open too, and are said in words. */
export const FigureLink: FC<FigureLinkProps> = ({ frame, figure, short, ...rest }) => {
  const { words } = frame
  const say = short ? shownValue : (_: Words, text: string) => words.decimal(text)
  const value = figure.value !== null ? say(words, figure.value) : words.t(figure.disputed ? 'indicators.disputed' : 'indicator.gap')
  return <Figure href={link(frame, figurePath(figure.series, figure.timePeriod))} value={value} {...rest} />
}
