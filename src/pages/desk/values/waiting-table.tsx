import type { FC } from 'hono/jsx'
import type { WaitingValue } from '../../../books/indicators/entry/values-view.ts'
import { areaWords, cutWords, figurePath, unitWords } from '../../indicators/series-words.ts'
import { link, type Frame } from '../../frame.ts'
import { Figure } from '../../parts/figure.tsx'
import { FormKey } from '../../parts/form.tsx'
import { Picked } from '../../parts/picked.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import type { Words } from '../../words.ts'
import { keyFields } from './series-address.ts'

interface Props {
  frame: Frame
  waiting: readonly WaitingValue[]
  labelledBy: string
  /** A key for each form that takes a value back; without it nothing can be taken back here. */
  newKey?: () => string
}

/** Values that wait: what stands, and what is to stand. */
export const WaitingTable: FC<Props> = ({ frame, waiting, labelledBy, newKey }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy={labelledBy} words={words} class="stackable">
      <thead>
        <tr>
          <th scope="col">{words.t('entry.series')}</th>
          <th scope="col">{words.t('figure.period')}</th>
          <th scope="col">{words.t('entry.beforeAndAfter')}</th>
          <th scope="col">{words.t('entry.placeAndReason')}</th>
          {newKey && <th scope="col">{words.t('entry.actions')}</th>}
        </tr>
      </thead>
      <tbody>
        {waiting.map((one) => (
          <tr>
            <th scope="row">
              <a
                href={link(
                  frame,
                  '/desk/values/series',
                  Object.fromEntries([...keyFields(one.entry.series), ['period', one.entry.timePeriod]]),
                )}
              >
                <Picked text={one.indicator?.name ?? {}} words={words} otherwise={one.entry.series.indicator} />
              </a>
              <br />
              <span class="fine">
                {areaWords(one.labelled, words)}; {cutWords(one.labelled, words)}; {unitWords(one.labelled, words)}
              </span>
            </th>
            <td>{words.period(one.entry.timePeriod)}</td>
            <td class="num">
              <Standing frame={frame} one={one} /> <span aria-hidden="true">→</span> <span class="hidden">{words.t('entry.after')}: </span>
              <b>{valueWords(one.entry.value, words)}</b>
            </td>
            <td>
              {one.entry.place}
              {one.entry.reason !== '' && (
                <>
                  <br />
                  <span class="fine">{one.entry.reason}</span>
                </>
              )}
              {one.overtaken && (
                <p class="warn">
                  <span>{words.t('entry.overtaken')}</span>
                </p>
              )}
            </td>
            {newKey && (
              <td>
                <form method="post" action={link(frame, '/desk/values/remove')}>
                  <FormKey value={newKey()} />
                  <input type="hidden" name="id" value={one.entry.id} />
                  <button type="submit" class="btn">
                    {words.t('entry.takeBack')}
                    <span class="hidden">
                      : {one.entry.series.indicator}, {words.period(one.entry.timePeriod)}
                    </span>
                  </button>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const Standing: FC<{ frame: Frame; one: WaitingValue }> = ({ frame, one: { standing, labelled, entry } }) => {
  const { words } = frame
  if (standing === null) return <>{words.t('entry.nothing')}</>
  return (
    <Figure
      href={link(frame, figurePath(labelled.series.address, entry.timePeriod))}
      value={standing.disputed ? words.t('entry.disputed') : valueWords(standing.value, words)}
    />
  )
}

/** A value in the reader's notation; a gap in words. */
export const valueWords = (value: string | null, words: Words): string => (value === null ? words.t('entry.gap') : words.decimal(value))
