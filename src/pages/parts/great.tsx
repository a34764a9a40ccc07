import type { Child, FC } from 'hono/jsx'
import { Figure, type FigureProps } from './figure.tsx'

/** A figure as the picture of the page: the number large and plain, its source and year beneath, its interval or caveat last. */
export const Great: FC<FigureProps & { caption: Child; note?: Child }> = ({ caption, note, ...figure }) => (
  <div class="great-figure">
    <p class="great">
      <Figure {...figure} />
    </p>
    <p>{caption}</p>
    {note !== undefined && <p class="ci">{note}</p>}
  </div>
)
