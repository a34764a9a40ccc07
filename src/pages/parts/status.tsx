import type { Child, FC } from 'hono/jsx'

export type StatusKind = 'on' | 'accel' | 'reverse' | 'none'

/** A judgement: needle, outline, colour and word, always all four. */
export const Status: FC<{ kind: StatusKind; words: Child }> = ({ kind, words }) => (
  <span class={`st st-${kind}`}>
    <svg aria-hidden="true">
      <use href={`#${kind}`} />
    </svg>
    <span>{words}</span>
  </span>
)
