import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { SectionOpinions, StatementOpinions } from '../../../books/discussion/sort-opinions.ts'
import { link, type Frame } from '../../frame.ts'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { discussionPath, sectionTitle } from '../discussion-words.ts'
import { StatementText } from '../statements/statement-words.tsx'
import { groupName, shareWords } from './opinion-words.ts'

interface StatementLinkProps {
  frame: Frame
  consultation: Consultation
  opinions: StatementOpinions
}

export const StatementLink: FC<StatementLinkProps> = ({ frame, consultation, opinions: { statement } }) => (
  <a href={link(frame, discussionPath(consultation, `/statements/${statement.number}`))}>
    <StatementText statement={statement} words={frame.words} />
  </a>
)

interface OpinionTableProps {
  frame: Frame
  consultation: Consultation
  /** Id of the heading above. */
  labelledBy: string
  rows: ReadonlyArray<StatementOpinions & { direction?: 'agree' | 'disagree' }>
  /** How many opinion groups. */
  groups: number
}

/** Statements with the share that agrees, of everybody and of each opinion group. */
export const OpinionTable: FC<OpinionTableProps> = ({ frame, consultation, labelledBy, rows, groups }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy={labelledBy} words={words}>
      <caption class="fine">{words.t('vote.shares')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.t('vote.statement')}</th>
          <th scope="col" class="num">
            {words.t('opinions.everybody')}
          </th>
          {Array.from({ length: groups }, (_, at) => (
            <th scope="col" class="num">
              {groupName(at, words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <StatementLink frame={frame} consultation={consultation} opinions={row} />
              {row.direction !== undefined && <span class="fine"> {words.t(`opinions.all_${row.direction}`)}</span>}
            </th>
            {row.shares.map((share) => (
              <td class="num">{shareWords(share, words)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** Where in the programme people agree, and where the text divides them. */
export const SectionTable: FC<{ frame: Frame; consultation: Consultation; sections: readonly SectionOpinions[] }> = (props) => {
  const { frame, consultation, sections } = props
  const { words } = frame
  return (
    <Section id="sections" title={words.t('opinions.sections')}>
      <ScrollTable labelledBy="sections" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('opinions.section')}</th>
            <th scope="col" class="num">
              {words.t('opinions.count')}
            </th>
            <th scope="col">{words.t('opinions.unites')}</th>
            <th scope="col">{words.t('opinions.divides')}</th>
          </tr>
        </thead>
        <tbody>
          {sections.map(({ section, statements, unites, divides }) => (
            <tr>
              <th scope="row">
                {section === null ? (
                  words.t('vote.about_whole')
                ) : (
                  <a href={link(frame, discussionPath(consultation, `/text/${section.id}`))}>{sectionTitle(section, words)}</a>
                )}
              </th>
              <td class="num">{words.number(statements, 0)}</td>
              {[unites, divides].map((one) => (
                <td>{one === null ? '–' : <StatementLink frame={frame} consultation={consultation} opinions={one} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}
