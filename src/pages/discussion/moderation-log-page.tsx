import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../books/discussion/moderation.ts'
import { policyRules } from '../../books/discussion/rules/policy-rules.ts'
import type { MultilingualText } from '../../books/text.ts'
import { momentWords } from '../account/moment.ts'
import { titleOf } from '../desk/discussion/consult-words.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Facts } from '../parts/facts.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'

interface ModerationLogPageProps {
  frame: Frame
  consultation: Consultation
  decisions: readonly ModerationDecision[]
  count: number
  page: number
  pages: number
}

/** What moderators decided, for everybody: which rule, why, and what became of an appeal. Words that are hidden do not stand here. */
export const ModerationLogPage: FC<ModerationLogPageProps> = ({ frame, consultation, decisions, count, page, pages }) => {
  const { words } = frame
  const title = words.t('consult.log')
  const path = `/discussion/${consultation.number}`
  return (
    <Layout
      frame={frame}
      title={title}
      book="discussion"
      crumbs={[{ label: titleOf(consultation, words), href: link(frame, path) }, { label: title }]}
    >
      <Title title={title}>
        <p>{words.t('consult.log_lede', { count })}</p>
      </Title>
      <Section id="policy" title={words.t('consult.label_rules')}>
        <p class="own-lines">
          <Picked text={consultation.content.rules} words={words} />
        </p>
      </Section>
      <Section id="decisions" title={words.t('consult.decisions')} aside={<p>{words.t('consult.proof_aside')}</p>}>
        {decisions.length === 0 ? (
          <p class="absent">{words.t('consult.log_empty')}</p>
        ) : (
          <DecisionList frame={frame} consultation={consultation} decisions={decisions} />
        )}
        <Pager page={page} pages={pages} words={words} href={(other) => link(frame, `${path}/moderation`, { page: String(other) })} />
      </Section>
    </Layout>
  )
}

/** Decisions with rule, reason, proof and appeal. */
export const DecisionList: FC<{ frame: Frame; consultation: Consultation; decisions: readonly ModerationDecision[] }> = (props) => {
  const { frame, consultation, decisions } = props
  const { words } = frame
  const rules = new Map(policyRules(consultation.content.rules).map(({ number, text }) => [number, text]))
  return (
    <ol class="stack" reversed start={decisions[0]?.number ?? 1}>
      {decisions.map((one) => {
        return (
          <li id={`decision-${one.number}`} value={one.number}>
            <p>
              <b>
                {words.t(`consult.${one.subject.kind}`, { number: one.subject.number })}: {words.t(`consult.done_${one.action}`)}
              </b>{' '}
              <span class="fine">{momentWords(one.decidedAt, frame)}</span>
            </p>
            <Facts
              facts={[
                [
                  words.t('consult.label_rule'),
                  one.rule === null ? null : <RuleWords number={one.rule} text={rules.get(one.rule) ?? {}} words={words} />,
                ],
                [words.t('consult.label_reason'), words.pick(one.reason) === '' ? null : <Picked text={one.reason} words={words} />],
                [words.t('consult.proof'), one.proof === null ? null : <code class="own-lines">{one.proof}</code>],
                [words.t('consult.appeal'), one.appeal === null ? null : <AppealWords frame={frame} appeal={one.appeal} />],
              ]}
            />
          </li>
        )
      })}
    </ol>
  )
}

const RuleWords: FC<{ number: string; text: MultilingualText; words: Frame['words'] }> = ({ number, text, words }) => (
  <>
    {number}. <Picked text={text} words={words} />
  </>
)

const AppealWords: FC<{ frame: Frame; appeal: NonNullable<ModerationDecision['appeal']> }> = ({ frame, appeal }) => {
  const { words } = frame
  if (appeal.outcome === null) return <>{words.t('consult.appeal_waits', { date: momentWords(appeal.appealedAt, frame) })}</>
  return (
    <>
      {words.t(`consult.appeal_${appeal.outcome}`)} {appeal.answer !== null && <Picked text={appeal.answer} words={words} />}
    </>
  )
}
