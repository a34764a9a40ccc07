import type { Child, FC } from 'hono/jsx'

/** What most readers pass by and some came for: opens without a script. */
export const Drawer: FC<{ summary: Child; open?: boolean; children?: Child }> = ({ summary, open, children }) => (
  <details class="drawer" open={open}>
    <summary>{summary}</summary>
    {children}
  </details>
)
