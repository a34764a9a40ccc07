import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Contribution } from '../../../books/discussion/contribution.ts'
import { decisions, type ContributionChange, type OfficialAnswer } from '../../../books/discussion/official-answer.ts'
import { longestAnswer, type AnswerForm, type ChangedSentence } from '../../../books/discussion/rules/answer-contributions.ts'
import type { Refusal } from '../../../books/outcome.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { versionPath, versionWords } from '../../programme/programme-words.ts'
import { SaidWords } from './answers-page.tsx'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'
import { TextInLanguages } from './text-in-languages.tsx'

const crumbsOf = (frame: Frame, consultation: Consultation, here: string) => [
  ...consultCrumbs(frame, consultation),
  { label: frame.words.t('consult.answers'), href: link(frame, deskConsultationPath(consultation, '/answers')) },
  { label: here },
]

interface NewAnswerPageProps {
  frame: Frame
  consultation: Consultation
  contributions: readonly Contribution[]
  form: AnswerForm
  refusals: readonly Refusal[]
  formKey: string
}

/** One answer for the contributions that were chosen. */
export const NewAnswerPage: FC<NewAnswerPageProps> = ({ frame, consultation, contributions, form, refusals, formKey }) => {
  const { words } = frame
  const title = words.t('consult.new_answer')
  const problems = problemsOf(refusals, words)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={crumbsOf(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('consult.new_answer_lede', { count: contributions.length })}</p>
      </Title>
      <form class="stack" method="post" action={link(frame, deskConsultationPath(consultation, '/answers/new'))} novalidate>
        <FormKey value={formKey} />
        <fieldset class="part">
          <legend>{words.t('consult.answered_ones')}</legend>
          {problemOf(problems, 'of') !== undefined && <p class="err">{problemOf(problems, 'of')}</p>}
          {contributions.map((one, index) => (
            <div class="stack-s">
              <div class="boxes">
                <label>
                  <input type="checkbox" id={index === 0 ? 'of' : `of-${one.number}`} name="of" value={String(one.number)} checked />
                  {words.t('consult.contribution', { number: one.number })}
                </label>
              </div>
              <SaidWords frame={frame} one={one} />
            </div>
          ))}
        </fieldset>
        <AnswerFields {...{ frame, form, problems }} />
        <p class="acts">
          <button class="btn main" type="submit">
            {words.t('consult.give_answer')}
          </button>
          <a href={link(frame, deskConsultationPath(consultation, '/answers'))}>{words.t('form.cancel')}</a>
        </p>
      </form>
    </Layout>
  )
}

const AnswerFields: FC<{ frame: Frame; form: AnswerForm; problems: readonly Problem[] }> = ({ frame: { words }, form, problems }) => (
  <>
    <RadioField
      id="decision"
      label={words.t('consult.label_decision')}
      value={form.decision}
      problem={problemOf(problems, 'decision')}
      choices={decisions.map((value) => ({ value, label: words.t(`consult.decision_${value}`) }))}
    />
    <TextInLanguages
      words={words}
      id="reason"
      label={words.t('consult.label_reason')}
      hint={words.t('consult.hint_answer')}
      value={form.reason}
      rows={8}
      maxlength={longestAnswer}
      problems={problems}
    />
  </>
)

interface AnswerPageProps {
  frame: Frame
  consultation: Consultation
  answer: OfficialAnswer
  contributions: readonly Contribution[]
  changes: readonly ContributionChange[]
  /** Later versions, and the sentences of the one that is looked at. */
  later: { versions: readonly ProgrammeVersion[]; chosen: ProgrammeVersion | null; sentences: readonly ChangedSentence[] }
  form: AnswerForm
  refusals: readonly Refusal[]
  mayAnswer: boolean
  newKey: () => string
}

/** One answer: what it is for, its correction, and which sentence it changed. */
export const AnswerPage: FC<AnswerPageProps> = (props) => {
  const { frame, consultation, answer, contributions, form, refusals, mayAnswer, newKey } = props
  const { words } = frame
  const title = words.t('consult.answer', { number: answer.number })
  const problems = problemsOf(refusals, words)
  const path = deskConsultationPath(consultation, `/answers/${answer.number}`)
  const isAccepted = answer.decision === 'accepted' || answer.decision === 'partly'
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={crumbsOf(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {words.t(`consult.decision_${answer.decision}`)}, {momentWords(answer.answeredAt, frame)}
        </p>
      </Title>
      <Section id="said" title={words.t('consult.answered_ones')}>
        <div class="stack">
          {contributions.map((one) => (
            <div>
              <a href={link(frame, `/discussion/${consultation.number}/contributions/${one.number}`)}>
                {words.t('consult.contribution', { number: one.number })}
              </a>
              <SaidWords frame={frame} one={one} />
            </div>
          ))}
        </div>
      </Section>
      {isAccepted && <Changes {...props} path={path} problems={problems} />}
      {mayAnswer && (
        <Section id="correct" title={words.t('consult.correct_answer')} aside={<p>{words.t('consult.correct_aside')}</p>}>
          <form class="stack" method="post" action={link(frame, path)} novalidate>
            <FormKey value={newKey()} />
            <AnswerFields {...{ frame, form, problems }} />
            <p class="acts">
              <button class="btn main" type="submit">
                {words.t('consult.correct_answer')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}

/** Sentences that it changed, and more of them. */
const Changes: FC<AnswerPageProps & { path: string; problems: readonly Problem[] }> = (props) => {
  const { frame, changes, later, mayAnswer, newKey, path, problems } = props
  const { words } = frame
  const links = [...new Map(changes.map((change) => [`${change.version} ${change.sentence}`, change])).values()]
  return (
    <Section id="changes" title={words.t('consult.changed')} aside={<p>{words.t('consult.changed_aside')}</p>}>
      <div class="stack">
        {links.length === 0 && <p class="absent">{words.t('consult.changed_nothing')}</p>}
        {links.map(({ version, sentence }) => (
          <form class="acts" method="post" action={link(frame, `${path}/changes`)}>
            <FormKey value={newKey()} />
            <input type="hidden" name="version" value={String(version)} />
            <input type="hidden" name="sentence" value={sentence} />
            <a href={link(frame, versionPath({ number: version }, sentence))}>
              {words.t('consult.sentence_of_version', { version, sentence })}
            </a>
            {mayAnswer && (
              <button class="btn" type="submit" name="do" value="unlink">
                {words.t('consult.unlink')}
              </button>
            )}
          </form>
        ))}
        {mayAnswer && later.versions.length === 0 && <p class="fine">{words.t('consult.no_later_version')}</p>}
        {mayAnswer && later.versions.length > 1 && (
          <ul>
            {later.versions.map((version) => (
              <li>
                <a href={link(frame, `${path}#changes`, { version: String(version.number) })}>{versionWords(version, words)}</a>
              </li>
            ))}
          </ul>
        )}
        {mayAnswer && later.chosen !== null && later.sentences.length === 0 && (
          <p class="fine">{words.t('consult.version_unchanged', { version: later.chosen.number })}</p>
        )}
        {mayAnswer && later.chosen !== null && later.sentences.length > 0 && (
          <form class="stack" method="post" action={link(frame, `${path}/changes`)} novalidate>
            <FormKey value={newKey()} />
            <input type="hidden" name="version" value={String(later.chosen.number)} />
            <SelectField
              id="sentence"
              label={words.t('consult.label_sentence', { version: later.chosen.number })}
              hint={words.t('consult.hint_sentence')}
              problem={problemOf(problems, 'sentence')}
              choices={later.sentences.map((one) => ({ value: one.sentence.id, label: sentenceWords(one, frame) }))}
            />
            <p class="acts">
              <button class="btn" type="submit" name="do" value="link">
                {words.t('consult.link')}
              </button>
            </p>
          </form>
        )}
      </div>
    </Section>
  )
}

/** "85 %: The share of …": how much of the suggestion went into it, and how it begins. */
function sentenceWords({ sentence, share }: ChangedSentence, { words }: Frame): string {
  const text = words.pick(sentence.text)
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text
  return share === null ? short : words.t('consult.share_of_suggestion', { share: words.percent(share), text: short })
}
