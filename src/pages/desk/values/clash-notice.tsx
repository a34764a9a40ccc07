import type { FC } from 'hono/jsx'
import type { Clash } from '../../../books/indicators/entry/clash.ts'
import type { Frame } from '../../frame.ts'
import { valueWords } from './waiting-table.tsx'

/** Both values, side by side: what came in between, and what the person wrote. Sending the form once more keeps hers. */
export const ClashNotice: FC<{ frame: Frame; clash: Clash; mine: string | null }> = ({ frame: { words }, clash, mine }) => (
  <div class="errors" tabindex={-1} data-takes-focus aria-labelledby="clash-title">
    <div role="alert" class="stack-s">
      <h2 id="clash-title">{words.t('entry.clashTitle')}</h2>
      <p>{words.t('entry.clashWhat')}</p>
      <dl class="facts">
        {clash.standingChanged && (
          <div>
            <dt>{words.t('entry.clashStanding')}</dt>
            <dd class="num">{clash.standing === null ? words.t('entry.nothing') : valueWords(clash.standing.value, words)}</dd>
          </div>
        )}
        {clash.others.map((one) => (
          <div>
            <dt>{words.t('entry.clashOther')}</dt>
            <dd>
              <span class="num">{valueWords(one.value, words)}</span> {one.place}
            </dd>
          </div>
        ))}
        <div>
          <dt>{words.t('entry.clashMine')}</dt>
          <dd class="num">{mine ?? words.t('entry.gap')}</dd>
        </div>
      </dl>
      <p>{words.t('entry.clashDo')}</p>
    </div>
  </div>
)
