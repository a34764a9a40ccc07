import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Contribution } from '../../../books/discussion/contribution.ts'
import type { OfficialAnswer } from '../../../books/discussion/official-answer.ts'
import type { AnswerClock } from '../../../books/discussion/rules/answer-clock.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Pager } from '../../parts/pager.tsx'
import { Picked } from '../../parts/picked.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { consultCrumbs, deskConsultationPath } from './consult-words.ts'

interface DeskAnswersPageProps {
  frame: Frame
  consultation: Consultation
  clock: AnswerClock
  waiting: readonly Contribution[]
  count: number
  answers: readonly OfficialAnswer[]
  page: number
  pages: number
  mayAnswer: boolean
}

/** Who waits for an answer, what was answered, and how long it takes. */
export const DeskAnswersPage: FC<DeskAnswersPageProps> = (props) => {
  const { frame, consultation, clock, waiting, count, answers, page, pages, mayAnswer } = props
  const { words } = frame
  const title = words.t('consult.answers')
  const path = deskConsultationPath(consultation, '/answers')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, consultation, title)}>
      <Title title={title}>
        <p>{words.t('consult.answers_lede', { count })}</p>
      </Title>
      <Section id="clock" title={words.t('consult.clock')}>
        <Clock frame={frame} clock={clock} />
      </Section>
      <Section id="waiting" title={words.t('consult.without_answer')}>
        {mayAnswer && count > 1 && (
          <p>
            <a href={link(frame, `${path}/alike`)}>{words.t('consult.alike')}</a>
          </p>
        )}
        {count > 0 && <ChooseContributions frame={frame} consultation={consultation} contributions={waiting} mayAnswer={mayAnswer} />}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, path, { page: String(to) })} />
      </Section>
      <Section id="given" title={words.t('consult.given_answers')}>
        {answers.length === 0 && <p class="absent">{words.t('consult.no_answers')}</p>}
        <ul class="stack-s">
          {answers.map((answer) => (
            <li>
              <a href={link(frame, `${path}/${answer.number}`)}>{words.t('consult.answer', { number: answer.number })}</a>:{' '}
              {words.t(`consult.decision_${answer.decision}`)}, {words.t('consult.for_so_many', { count: answer.contributions.length })}
              <br />
              <span class="fine">
                <Picked text={answer.reason} words={words} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}

const Clock: FC<{ frame: Frame; clock: AnswerClock }> = ({ frame: { words }, clock }) => {
  const days = (value: number | null) => (value === null ? null : words.t('consult.days_count', { days: words.number(value) }))
  return (
    <Facts
      facts={[
        [words.t('consult.clock_median'), days(clock.medianDays)],
        [words.t('consult.clock_longest'), days(clock.longestWaitDays)],
        [words.t('consult.clock_week'), words.number(clock.waits.week)],
        [words.t('consult.clock_month'), words.number(clock.waits.month)],
        [words.t('consult.clock_longer'), words.number(clock.waits.longer)],
      ]}
    />
  )
}

interface ChooseContributionsProps {
  frame: Frame
  consultation: Consultation
  contributions: readonly Contribution[]
  mayAnswer: boolean
  /** Those that are proposed to be answered together are chosen already. */
  chosen?: boolean
}

/** Contributions to choose from: one answer is written for all that are chosen. */
export const ChooseContributions: FC<ChooseContributionsProps> = ({ frame, consultation, contributions, mayAnswer, chosen = false }) => {
  const { words } = frame
  return (
    <form class="stack" method="get" action={link(frame, deskConsultationPath(consultation, '/answers/new'))}>
      {contributions.map((one) => (
        <div class="stack-s">
          {mayAnswer && (
            <div class="boxes">
              <label>
                <input type="checkbox" name="of" value={String(one.number)} checked={chosen} />
                <ContributionName frame={frame} one={one} />
              </label>
            </div>
          )}
          {!mayAnswer && <ContributionName frame={frame} one={one} />}
          <SaidWords frame={frame} one={one} />
        </div>
      ))}
      {mayAnswer && (
        <p class="acts">
          <button class="btn main" type="submit">
            {words.t('consult.answer_chosen')}
          </button>
        </p>
      )}
    </form>
  )
}

const ContributionName: FC<{ frame: Frame; one: Contribution }> = ({ frame, one }) => {
  const { words } = frame
  const who = one.organisation === null ? words.t('consult.resident', { number: one.participant }) : words.pick(one.organisation.name)
  return (
    <span>
      {words.t('consult.contribution', { number: one.number })}, {who}, {momentWords(one.writtenAt, frame)}
    </span>
  )
}

/** What somebody wrote, with the words of the programme that it is about. */
export const SaidWords: FC<{ frame: Frame; one: Contribution }> = ({ frame: { words }, one }) => (
  <>
    {one.anchor !== null && (
      <p class="fine">
        {words.t('consult.about_words')} <q lang={one.anchor.language}>{one.anchor.exact}</q>
      </p>
    )}
    <blockquote class="own-lines" lang={one.language}>
      {one.text ?? words.t('consult.words_gone')}
    </blockquote>
    {one.wording !== null && (
      <>
        <p class="fine">{words.t('consult.suggested_wording')}</p>
        <blockquote class="own-lines" lang={one.language}>
          {one.wording}
        </blockquote>
      </>
    )}
  </>
)

interface AlikePageProps {
  frame: Frame
  consultation: Consultation
  clusters: ReadonlyArray<readonly Contribution[]>
}

/** Contributions that say nearly the same, to be answered together where a person thinks so too. */
export const AlikePage: FC<AlikePageProps> = ({ frame, consultation, clusters }) => {
  const { words } = frame
  const title = words.t('consult.alike')
  const answers = { label: words.t('consult.answers'), href: link(frame, deskConsultationPath(consultation, '/answers')) }
  return (
    <Layout frame={frame} title={title} unlisted crumbs={[...consultCrumbs(frame, consultation), answers, { label: title }]}>
      <Title title={title}>
        <p>{words.t('consult.alike_lede')}</p>
      </Title>
      {clusters.length === 0 && <p class="absent">{words.t('consult.alike_none')}</p>}
      {clusters.map((contributions, index) => (
        <Section id={`cluster-${index + 1}`} title={words.t('consult.cluster', { number: index + 1, count: contributions.length })}>
          <ChooseContributions {...{ frame, consultation, contributions }} mayAnswer chosen />
        </Section>
      ))}
    </Layout>
  )
}
