import type { Child, FC } from 'hono/jsx'

export interface SectionProps {
  /** Anchor of the section; the heading takes it, so that a link lands on the words. */
  id: string
  title: Child
  /** What belongs to the name and hangs beneath it: unit, source, how to read. */
  aside?: Child
  children?: Child
}

/** A section: its name hangs in the margin, the matter stands beside it. */
export const Section: FC<SectionProps> = ({ id, title, aside, children }) => (
  <section class="sec" aria-labelledby={id}>
    <header>
      <h2 id={id}>{title}</h2>
      {aside !== undefined && <div class="aside">{aside}</div>}
    </header>
    <div class="matter">{children}</div>
  </section>
)
