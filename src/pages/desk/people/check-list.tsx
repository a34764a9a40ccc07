import type { FC } from 'hono/jsx'
import type { Choice } from '../../parts/form.tsx'

interface CheckListProps {
  /** Id of the group, and name of its boxes. */
  id: string
  legend: string
  /** What is said where there is nothing to choose. */
  none: string
  choices: readonly Choice[]
  chosen: readonly string[]
  problem: string | undefined
}

/** Any number of many things: a box for each. */
export const CheckList: FC<CheckListProps> = ({ id, legend, none, choices, chosen, problem }) => (
  <fieldset class={problem === undefined ? 'part' : 'part f bad'} id={id} tabindex={-1}>
    <legend>{legend}</legend>
    {problem !== undefined && <span class="err">{problem}</span>}
    {choices.length === 0 && <p>{none}</p>}
    <div class="boxes">
      {choices.map(({ value, label }) => (
        <label>
          <input type="checkbox" name={id} value={value} checked={chosen.includes(value)} /> {label}
        </label>
      ))}
    </div>
  </fieldset>
)
