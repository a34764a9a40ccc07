import type { FC } from 'hono/jsx'
import { Great } from '../../parts/great.tsx'
import type { Words } from '../../words.ts'

/** What a source says for the year of the baseline. */
export interface BaselineRival {
  value: string
  source: string
  /** Page of the figure. */
  href: string
}

interface RivalBaselineProps {
  stated: string
  year: string
  rivals: readonly BaselineRival[]
  words: Words
}

/** Figures of the statistics that are not the baseline's: either can be chosen, and the other one stays on the page. */
export const RivalBaseline: FC<RivalBaselineProps> = ({ stated, year, rivals, words }) => {
  const number = Number(stated.replace(',', '.'))
  const others = rivals.filter(({ value }) => Number(value) !== number)
  // What is no number yet is told beside its field.
  if (others.length === 0 || stated === '' || Number.isNaN(number)) return <></>
  const values = [...new Set(others.map(({ value }) => value))]
  return (
    <div class="clash">
      <p>
        <b>{words.t('desk.rivals_title', { count: others.length + 1, year })}</b> {words.t('desk.rivals_text')}
      </p>
      <ul class="rivals">
        <li>
          <Great href="#baseline.value" value={words.decimal(stated)} caption={words.t('desk.rivals_programme', { year })} />
        </li>
        {others.map(({ value, source, href }) => (
          <li>
            <Great href={href} value={words.decimal(value)} caption={`${source}, ${year}`} />
          </li>
        ))}
      </ul>
      <p class="acts">
        {values.map((value) => (
          <button class="btn" type="submit" name="take" value={value}>
            {words.t('desk.rivals_take', { value: words.decimal(value) })}
          </button>
        ))}
        <a class="btn" href="#note.kk">
          {words.t('desk.rivals_keep', { value: words.decimal(stated) })}
        </a>
      </p>
    </div>
  )
}
