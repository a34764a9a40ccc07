import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { PublishedOpinions } from '../../../books/discussion/published-opinions.ts'
import type { SortedOpinions } from '../../../books/discussion/sort-opinions.ts'
import type { Frame } from '../../frame.ts'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { StatementLink } from './opinion-tables.tsx'
import { groupName, letterOf, shareWords } from './opinion-words.ts'

/** The same as the map in numbers: how many people each opinion group has. */
export const GroupTable: FC<{ frame: Frame; result: PublishedOpinions }> = ({ frame: { words }, result }) => (
  <>
    <h3 id="groups">{words.t('opinions.groups')}</h3>
    <p>{words.t('opinions.groups_say', { count: result.k })}</p>
    <ScrollTable labelledBy="groups" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('opinions.groups')}</th>
          <th scope="col" class="num">
            {words.t('opinions.people')}
          </th>
          <th scope="col" class="num">
            {words.t('opinions.share')}
          </th>
          <th scope="col" class="num">
            {words.t('opinions.stability')}
          </th>
        </tr>
      </thead>
      <tbody>
        {result.groups.map(({ size, stability }, at) => (
          <tr>
            <th scope="row">{groupName(at, words)}</th>
            <td class="num">{words.number(size, 0)}</td>
            <td class="num">{words.percent(size / result.participantsCounted)}</td>
            <td class="num">{shareWords(stability, words)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
    <p class="fine">{words.t('opinions.stability_note')}</p>
  </>
)

/** What each opinion group stands for. */
export const GroupSections: FC<{ frame: Frame; consultation: Consultation; groups: SortedOpinions['groups'] }> = (props) => {
  const { frame, consultation, groups } = props
  const { words } = frame
  return (
    <>
      {groups.map((rows, at) => (
        <Section id={`group-${letterOf(at)}`} title={words.t('opinions.stands_for', { name: letterOf(at) })}>
          {rows.length === 0 ? (
            <p>{words.t('opinions.stands_for_none')}</p>
          ) : (
            <ScrollTable labelledBy={`group-${letterOf(at)}`} words={words}>
              <thead>
                <tr>
                  <th scope="col">{words.t('vote.statement')}</th>
                  <th scope="col">{words.t('opinions.stance')}</th>
                  <th scope="col" class="num">
                    {words.t('opinions.in_group')}
                  </th>
                  <th scope="col" class="num">
                    {words.t('opinions.elsewhere')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ opinions, representative: { direction, agreeShare, otherShare } }) => (
                  <tr>
                    <th scope="row">
                      <StatementLink frame={frame} consultation={consultation} opinions={opinions} />
                    </th>
                    <td>{words.t(`opinions.represents_${direction}`)}</td>
                    <td class="num">{words.percent(agreeShare)}</td>
                    <td class="num">{words.percent(otherShare)}</td>
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
          )}
        </Section>
      ))}
    </>
  )
}
