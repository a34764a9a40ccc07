import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../../books/discussion/consultation.ts'
import type { ListedStatement } from '../../../../books/discussion/listed-statement.ts'
import { votesOf } from '../../../../books/discussion/tally.ts'
import { StatementText, SubjectLink } from '../../../discussion/statements/statement-words.tsx'
import { link, type Frame } from '../../../frame.ts'
import { Layout } from '../../../layout.tsx'
import { ScrollTable } from '../../../parts/scroll-table.tsx'
import { Section } from '../../../parts/section.tsx'
import { Title } from '../../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath } from '../consult-words.ts'

interface DeskStatementsPageProps {
  frame: Frame
  consultation: Consultation
  statements: readonly ListedStatement[]
  /** Whether the viewer may add and change statements, and it is not too late. */
  mayWrite: boolean
}

/** All statements of a consultation at the desk, with those that wait or were rejected. */
export const DeskStatementsPage: FC<DeskStatementsPageProps> = ({ frame, consultation, statements, mayWrite }) => {
  const { words } = frame
  const path = (below = '') => link(frame, deskConsultationPath(consultation, `/statements${below}`))
  return (
    <Layout
      frame={frame}
      title={words.t('vote.desk_title')}
      unlisted
      crumbs={consultCrumbs(frame, consultation, words.t('vote.desk_title'))}
    >
      <Title title={words.t('vote.desk_title')}>
        <p>{words.t('vote.desk_lede')}</p>
      </Title>
      {mayWrite && (
        <p class="acts">
          <a class="btn main" href={path('/new')}>
            {words.t('vote.desk_add')}
          </a>
        </p>
      )}
      <Section id="statements" title={words.t('vote.desk_title')}>
        {statements.length === 0 ? (
          <p>{words.t('vote.no_statements')}</p>
        ) : (
          <ScrollTable labelledBy="statements" words={words}>
            <thead>
              <tr>
                <th scope="col">{words.t('vote.statement')}</th>
                <th scope="col">{words.t('vote.desk_subject')}</th>
                <th scope="col">{words.t('vote.desk_author')}</th>
                <th scope="col">{words.t('vote.desk_state')}</th>
                <th scope="col" class="num">
                  {words.t('vote.votes')}
                </th>
              </tr>
            </thead>
            <tbody>
              {statements.map(({ statement, place, tally }) => (
                <tr>
                  <th scope="row">
                    {statement.number}. <StatementText statement={statement} words={words} />
                    {mayWrite && statement.participant === null && votesOf(tally) === 0 && (
                      <>
                        {' '}
                        <a
                          href={path(`/${statement.number}`)}
                          aria-label={words.t('vote.desk_edit_number', { number: String(statement.number) })}
                        >
                          {words.t('vote.desk_edit')}
                        </a>
                      </>
                    )}
                  </th>
                  <td>
                    <SubjectLink frame={frame} consultation={consultation} place={place} />
                  </td>
                  <td>
                    {statement.participant === null
                      ? words.t('vote.desk_city')
                      : words.t('discussion.resident', { number: String(statement.participant) })}
                  </td>
                  <td>{words.t(`vote.state_${statement.state}`)}</td>
                  <td class="num">{words.number(votesOf(tally), 0)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Section>
    </Layout>
  )
}
