import type { FC } from 'hono/jsx'
import type { FigureView, HistoryEntry } from '../../books/indicators/figure-view.ts'
import { link, type Frame } from '../frame.ts'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { madeByWords } from '../releases/made-by.ts'
import type { Words } from '../words.ts'

/** All that was ever published about one figure, newest first: nothing is overwritten. */
export const FigureHistory: FC<{ frame: Frame; view: FigureView }> = ({ frame, view }) => {
  const { words } = frame
  return (
    <Section id="history" title={words.t('figure.history')} aside={<p>{words.t('figure.historyAside')}</p>}>
      <ScrollTable labelledBy="history" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('figure.when')}</th>
            <th scope="col" class="r">
              {words.t('figure.value')}
            </th>
            <th scope="col">{words.t('figure.release')}</th>
            <th scope="col">{words.t('figure.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {view.history.map((entry) => {
            const { observation, release } = entry.claim
            const page = link(frame, `/releases/${release.number}`)
            return (
              <tr>
                <th scope="row" class="nb">
                  {words.date(release.publishedAt ?? release.recordedAt)}
                </th>
                <td class="r">
                  <Figure href={page} value={observation.value === null ? words.t('figure.gapEntry') : words.decimal(observation.value)} />
                </td>
                <td>
                  <a href={page}>{release.number}</a>
                </td>
                <td>{standingWords(entry, words)}</td>
              </tr>
            )
          })}
        </tbody>
      </ScrollTable>
    </Section>
  )
}

function standingWords({ standing, replacedBy, claim: { release } }: HistoryEntry, words: Words): string {
  if (standing === 'withdrawn') {
    const notGiven = words.t('figure.reasonNotGiven')
    return words.t('figure.withdrawnBy', {
      date: words.date(release.withdrawnAt ?? release.recordedAt),
      who: release.withdrawnBy === null ? notGiven : madeByWords(release.withdrawnBy, words),
      why: release.withdrawnReason ?? notGiven,
    })
  }
  return replacedBy === null ? words.t(`figure.${standing}`) : words.t('figure.supersededBy', { number: String(replacedBy) })
}
