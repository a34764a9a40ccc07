import type { FC } from 'hono/jsx'
import type { Words } from '../words.ts'

export interface DiffPart {
  kind: 'same' | 'deleted' | 'inserted'
  text: string
}

/** A changed sentence or target: what went is struck, what came is underlined, and both are said in words. */
export const Diff: FC<{ parts: readonly DiffPart[]; words: Words }> = ({ parts, words }) => (
  <span class="diff">
    {parts.map(({ kind, text }) => {
      if (kind === 'same') return text
      const Change = kind === 'deleted' ? 'del' : 'ins'
      return (
        <Change>
          <span class="hidden">{words.t(`common.${kind}`)}: </span>
          {text}
        </Change>
      )
    })}
  </span>
)
