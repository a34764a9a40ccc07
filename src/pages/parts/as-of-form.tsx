import type { FC } from 'hono/jsx'
import { link, type Frame } from '../frame.ts'

/** "Show as it stood on …": any day since the first release can be asked for. The page's other choices stay. */
export const AsOfForm: FC<{ frame: Frame }> = ({ frame }) => (
  <form class="as-of f" action={link({ ...frame, asOf: null }, frame.path)} method="get">
    {[...new URLSearchParams(frame.query)].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <label for="asOf">{frame.words.t('common.asOf')}</label>
    <div class="acts">
      <input type="date" id="asOf" name="asOf" value={frame.asOf ?? frame.today} max={frame.today} required />
      <button type="submit" class="btn">
        {frame.words.t('common.show')}
      </button>
    </div>
  </form>
)
