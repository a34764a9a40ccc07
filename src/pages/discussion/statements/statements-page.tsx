import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { ListedStatement } from '../../../books/discussion/listed-statement.ts'
import { agreeShareOf, statementOrders, votesOf, type StatementOrder } from '../../../books/discussion/tally.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { StatementText, SubjectLink } from './statement-words.tsx'

interface StatementsPageProps {
  frame: Frame
  consultation: Consultation
  phase: Phase
  order: StatementOrder
  statements: readonly ListedStatement[]
  sums: { statements: number; votes: number; changed: number }
  page: number
  pages: number
}

/** All statements with how many agree, as it stands now. */
export const StatementsPage: FC<StatementsPageProps> = (props) => {
  const { frame, consultation, phase, order, statements, sums, page, pages } = props
  const { words } = frame
  const to = (query: Readonly<Record<string, string>>) => link(frame, discussionPath(consultation, '/statements'), query)
  return (
    <Layout
      frame={frame}
      title={words.t('vote.results')}
      description={words.t('vote.results_lede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: words.t('vote.results') })}
    >
      <Title title={words.t('vote.results')}>
        <p>{words.t('vote.results_lede')}</p>
      </Title>
      <Warn>{words.t('vote.not_a_survey')}</Warn>
      <Section id="statements" title={words.t('vote.sums', sums)} aside={<p>{words.t('vote.shares_note')}</p>}>
        <p class="acts">
          {phase === 'open' && (
            <a class="btn main" href={link(frame, discussionPath(consultation, '/vote'))}>
              {words.t('vote.title')}
            </a>
          )}
          <a href={link(frame, discussionPath(consultation, '/opinions'))}>{words.t('vote.see_opinions')}</a>
          <a href={link(frame, discussionPath(consultation, '/statements.csv'))}>{words.t('vote.csv')}</a>
        </p>
        {statements.length === 0 ? (
          <p>{words.t('vote.no_statements')}</p>
        ) : (
          <>
            <p>
              {words.t('vote.order')}:{' '}
              {statementOrders.map((one, at) => (
                <>
                  {at > 0 && ' · '}
                  {one === order ? <b>{words.t(`vote.order_${one}`)}</b> : <a href={to({ order: one })}>{words.t(`vote.order_${one}`)}</a>}
                </>
              ))}
            </p>
            <StatementTable {...props} />
            <Pager page={page} pages={pages} words={words} href={(other) => to({ order, page: String(other) })} />
          </>
        )}
      </Section>
    </Layout>
  )
}

const StatementTable: FC<StatementsPageProps> = ({ frame, consultation, statements }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy="statements" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('vote.statement')}</th>
          {(['shares', 'agree', 'disagree', 'pass', 'changed'] as const).map((name) => (
            <th scope="col" class="num">
              {words.t(`vote.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {statements.map(({ statement, place, tally }) => {
          const share = agreeShareOf(tally)
          return (
            <tr id={`s-${statement.number}`}>
              <th scope="row">
                <a href={link(frame, discussionPath(consultation, `/statements/${statement.number}`))}>
                  <StatementText statement={statement} words={words} />
                </a>
                <span class="fine">
                  <br />
                  <SubjectLink frame={frame} consultation={consultation} place={place} />
                </span>
              </th>
              <td class="num">{share === null ? '–' : words.percent(share)}</td>
              <td class="num">{words.number(tally.agree, 0)}</td>
              <td class="num">{words.number(tally.disagree, 0)}</td>
              <td class="num">{words.number(tally.pass, 0)}</td>
              <td class="num">{votesOf(tally) === 0 ? '–' : words.number(tally.changed, 0)}</td>
            </tr>
          )
        })}
      </tbody>
    </ScrollTable>
  )
}
