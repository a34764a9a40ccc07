import type { FC } from 'hono/jsx'
import { countByStrength, type Strength } from '../../books/cooperation/strength.ts'
import type { Words } from '../words.ts'

/** How many promises stand on each step, from a wish to a signature. More of them than a row holds are counted in words only. */
export const Ladder: FC<{ strengths: readonly Strength[]; words: Words }> = ({ strengths, words }) => (
  <ol class="ladder">
    {countByStrength(strengths).map(({ strength, count }, step) => (
      <li class={`step-${step}`}>
        <b class="num">{words.number(count, 0)}</b>
        <span class="w">{words.t(`cooperation.strength_${strength}`)}</span>
        <span class="dots" aria-hidden="true">
          {Array.from({ length: count > mostDots ? 0 : count }, () => (
            <i />
          ))}
        </span>
      </li>
    ))}
  </ol>
)

const mostDots = 6
