import type { FC } from 'hono/jsx'
import type { Consultation, Phase } from '../../../books/discussion/consultation.ts'
import type { ListedStatement } from '../../../books/discussion/listed-statement.ts'
import { agreeShareOf, votesOf, type LevelTally } from '../../../books/discussion/tally.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { authorOf, StatementText, SubjectLink } from './statement-words.tsx'

interface StatementPageProps extends ListedStatement {
  frame: Frame
  consultation: Consultation
  phase: Phase
  /** null: a part is too small to be shown apart. */
  levels: readonly LevelTally[] | null
}

/** One statement: who put it, what it is about, and how people voted. */
export const StatementPage: FC<StatementPageProps> = ({ frame, consultation, phase, statement, place, tally, levels }) => {
  const { words } = frame
  const title = words.t('vote.statement_number', { number: String(statement.number) })
  const share = agreeShareOf(tally)
  const count = (value: number) => words.number(value, 0)
  return (
    <Layout
      frame={frame}
      title={title}
      book="discussion"
      crumbs={discussionCrumbs(
        frame,
        consultation,
        { label: words.t('vote.results'), href: link(frame, discussionPath(consultation, '/statements')) },
        { label: title },
      )}
    >
      <Title title={<StatementText statement={statement} words={words} />}>
        <p>
          {authorOf(statement, words)}. {words.t('vote.about')}: <SubjectLink frame={frame} consultation={consultation} place={place} />
        </p>
      </Title>
      <Warn>{words.t('vote.not_a_survey')}</Warn>
      <Section id="votes" title={words.t('vote.votes')} aside={<p>{words.t('vote.shares_note')}</p>}>
        <Facts
          facts={[
            [words.t('vote.agree'), count(tally.agree)],
            [words.t('vote.disagree'), count(tally.disagree)],
            [words.t('vote.pass'), count(tally.pass)],
            [words.t('vote.shares'), share === null ? '–' : words.percent(share)],
            [words.t('vote.changed'), count(tally.changed)],
          ]}
        />
        {phase === 'open' && (
          <p class="acts">
            <a class="btn main" href={link(frame, discussionPath(consultation, '/vote'), { statement: String(statement.number) })}>
              {words.t('vote.vote_on_this')}
            </a>
          </p>
        )}
      </Section>
      {votesOf(tally) > 0 && (
        <Section id="levels" title={words.t('vote.by_level')}>
          {levels === null ? (
            <p>{words.t('vote.by_level_few')}</p>
          ) : (
            <ScrollTable labelledBy="levels" words={words}>
              <thead>
                <tr>
                  <th scope="col">{words.t('vote.level')}</th>
                  {(['agree', 'disagree', 'pass'] as const).map((choice) => (
                    <th scope="col" class="num">
                      {words.t(`vote.${choice}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {levels.map(({ level, agree, disagree, pass }) => (
                  <tr>
                    <th scope="row">{words.t(`discussion.level_${level}`)}</th>
                    {[agree, disagree, pass].map((value) => (
                      <td class="num">{count(value)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </ScrollTable>
          )}
        </Section>
      )}
    </Layout>
  )
}
