import type { FC } from 'hono/jsx'

export interface Definition {
  /** Anchor: the number that opens it leads here. */
  id: string
  name: string
  about: string
  source?: string
}

/** What the rows of a table mean, one under another: beside the numbers there is no room for it on a phone. */
export const DefinitionList: FC<{ of: readonly Definition[] }> = ({ of }) => (
  <dl class="facts">
    {of.map(({ id, name, about, source }) => (
      <div id={id}>
        <dt>{name}</dt>
        <dd>
          {about} {source !== undefined && <span class="fine">{source}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
