import type { FC } from 'hono/jsx'

export interface FigureProps {
  /** The page of the figure: every number opens. */
  href: string
  /** The value in the reader's notation, as `words.decimal` gives it. */
  value: string
  unit?: string
  /** Said to screen readers before the value where the surroundings do not say it: "2023, KazStat". */
  about?: string
}

/** A number in running text or a table. The dotted line under it means that it opens. */
export const Figure: FC<FigureProps> = ({ href, value, unit, about }) => (
  <a class="fig" href={href}>
    {about !== undefined && <span class="hidden">{about}: </span>}
    {value}
    {unit !== undefined && <span class="u"> {unit}</span>}
  </a>
)
