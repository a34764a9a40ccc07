import type { Child, FC } from 'hono/jsx'

/** The name of the page and one sentence that says what it holds. */
export const Title: FC<{ title: Child; children?: Child }> = ({ title, children }) => (
  <div class="title">
    <h1>{title}</h1>
    {children && <div class="lede">{children}</div>}
  </div>
)
