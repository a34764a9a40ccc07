import type { FC } from 'hono/jsx'
import type { Source } from '../../books/indicators/figure.ts'
import { OutsideLink } from '../parts/outside-link.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import type { Words } from '../words.ts'

/** Who publishes the figures, where, and on which terms. */
export const SourceTable: FC<{ sources: readonly Source[]; words: Words; labelledBy: string }> = ({ sources, words, labelledBy }) => {
  if (sources.length === 0) return <p class="absent">{words.t('about.sourcesNone')}</p>
  return (
    <ScrollTable labelledBy={labelledBy} words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('about.source')}</th>
          <th scope="col">{words.t('about.address')}</th>
          <th scope="col">{words.t('about.licenceColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <tr id={`source-${source.id}`}>
            <th scope="row">
              <Picked text={source.name} words={words} otherwise={source.id} />
            </th>
            <td>{source.url === null ? '—' : <OutsideLink href={source.url} />}</td>
            <td>{source.licence ?? words.t('about.licenceNotStated')}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
