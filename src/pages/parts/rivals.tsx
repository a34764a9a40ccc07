import type { Child, FC } from 'hono/jsx'
import type { FigureProps } from './figure.tsx'
import { Great } from './great.tsx'
import { Warn } from './warn.tsx'

/** Which mark and colour the series has in the chart: square, circle, diamond, triangle. */
export type SeriesMark = 1 | 2 | 3 | 4

export interface Rival extends FigureProps {
  /** Who says so, and for when: "KazStat, 2023". */
  source: Child
  /** Set where a chart beside it uses the marks. */
  mark?: SeriesMark
  /** What belongs to the number: its interval, the unit it was published in. */
  note?: Child
}

/** Figures that contradict each other, all the same size: none is favoured, and no mean is made of them. */
export const Rivals: FC<{ rivals: readonly Rival[]; reason?: Child }> = ({ rivals, reason }) => (
  <>
    <ul class="rivals">
      {rivals.map(({ source, mark, ...figure }) => (
        <li>
          <Great
            {...figure}
            caption={
              <>
                {mark && <i class={`key k${mark}`} />}
                {source}
              </>
            }
          />
        </li>
      ))}
    </ul>
    {reason !== undefined && <Warn>{reason}</Warn>}
  </>
)
