import type { Child, FC } from 'hono/jsx'

/** A chart with what the reader needs to understand it. The table with the same values follows it. */
export const Chart: FC<{ caption?: Child; children?: Child }> = ({ caption, children }) => (
  <figure class="chart">
    {children}
    {caption !== undefined && <figcaption>{caption}</figcaption>}
  </figure>
)
