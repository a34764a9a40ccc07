import type { Child, FC } from 'hono/jsx'

/** What to beware of, said in words behind one red mark: methods that disagree, a suspect value, an invented city. */
export const Warn: FC<{ class?: string; children?: Child }> = ({ class: extra, children }) => (
  <p class={extra === undefined ? 'warn' : `warn ${extra}`}>
    <span>{children}</span>
  </p>
)
