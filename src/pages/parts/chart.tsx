import type { Child, FC } from 'hono/jsx'

/** A chart with what the reader needs to understand it. The table with the same values follows it. */
export const Chart: FC<{ class?: string; caption?: Child; children?: Child }> = ({ class: extra, caption, children }) => (
  <figure class={extra === undefined ? 'chart' : `chart ${extra}`}>
    <chart-tips>{children}</chart-tips>
    {caption !== undefined && <figcaption>{caption}</figcaption>}
  </figure>
)
