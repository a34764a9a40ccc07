import type { Child, FC } from 'hono/jsx'

/** Terms and what they are, in rows. A fact without an answer is left out: absence is said where it matters. */
export const Facts: FC<{ facts: ReadonlyArray<readonly [term: Child, answer: Child]> }> = ({ facts }) => (
  <dl class="facts">
    {facts
      .filter(([, answer]) => answer !== null && answer !== undefined && answer !== '')
      .map(([term, answer]) => (
        <div>
          <dt>{term}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
  </dl>
)
