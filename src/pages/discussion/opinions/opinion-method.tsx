import type { FC } from 'hono/jsx'
import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { Candidate } from '../../../books/discussion/opinion-groups/result.ts'
import { link, type Frame } from '../../frame.ts'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { shareWords } from './opinion-words.ts'

/** Other numbers of groups beside the one that was chosen, with what speaks for each. */
export const OtherDivisions: FC<{ frame: Frame; candidates: readonly Candidate[] }> = ({ frame: { words }, candidates }) => {
  if (candidates.length === 0) return <></>
  return (
    <Section id="other" title={words.t('opinions.other_k')} aside={<p>{words.t('opinions.other_k_aside')}</p>}>
      <ScrollTable labelledBy="other" words={words}>
        <thead>
          <tr>
            {(['k', 'sizes', 'apart', 'one_cloud', 'stability'] as const).map((name) => (
              <th scope="col" class="num">
                {words.t(`opinions.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ k, sizes, silhouette, silhouetteOfOneCloud, stability, chosen }) => (
            <tr>
              <th scope="row" class="num">
                {k}
                {chosen && ` (${words.t('opinions.chosen')})`}
              </th>
              <td class="num">{sizes.map((size) => words.number(size, 0)).join(' · ')}</td>
              <td class="num">{words.number(silhouette, 2)}</td>
              <td class="num">{silhouetteOfOneCloud === null ? '–' : words.number(silhouetteOfOneCloud, 2)}</td>
              <td class="num">{shareWords(stability, words)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}

/** How the map is made, and how it can be checked. */
export const OpinionMethod: FC<{ frame: Frame; batch: OpinionBatch }> = ({ frame, batch }) => {
  const { words } = frame
  return (
    <Section id="method" title={words.t('opinions.method')}>
      <ul class="stack-s">
        <li>{words.t('opinions.method_place', { votes: batch.result.map.votesNeeded })}</li>
        <li>{words.t('opinions.method_groups')}</li>
        <li>{words.t('opinions.method_representative')}</li>
        <li>{words.t('opinions.method_same', { hash: batch.hash })}</li>
        <li>
          {words.t('opinions.method_code')} <a href={link(frame, '/methods')}>{words.t('common.methods')}</a>
        </li>
      </ul>
    </Section>
  )
}
