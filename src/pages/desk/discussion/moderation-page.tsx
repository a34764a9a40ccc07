import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { ModerationDecision } from '../../../books/discussion/moderation.ts'
import { actionsOn, longestModerationReason, type DecisionForm, type Moderated } from '../../../books/discussion/rules/decide-moderation.ts'
import { policyRules } from '../../../books/discussion/rules/policy-rules.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { languages } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { DecisionList } from '../../discussion/moderation-log-page.tsx'
import { discussionPath } from '../../discussion/discussion-words.ts'
import { consultCrumbs, deskConsultationPath, problemsOf } from './consult-words.ts'
import { ModeratedWords } from './moderated.tsx'
import { TextInLanguages } from './text-in-languages.tsx'

const pathOf = (consultation: Consultation, { kind, number }: ModerationDecision['subject'], below = '') =>
  deskConsultationPath(consultation, `/moderation/${kind}/${number}${below}`)

interface ModerationQueuePageProps {
  frame: Frame
  consultation: Consultation
  held: readonly Moderated[]
  /** How many there are in all. */
  count: number
  newKey: () => string
}

/** What waits for a moderator, oldest first. */
export const ModerationQueuePage: FC<ModerationQueuePageProps> = ({ frame, consultation, held, count, newKey }) => {
  const { words } = frame
  const title = words.t('consult.moderation')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, consultation, title)}>
      <Title title={title}>
        <p>{words.t('consult.queue', { count })}</p>
      </Title>
      <p>
        <a href={link(frame, discussionPath(consultation, '/moderation'))}>{words.t('consult.log')}</a>
      </p>
      {held.map((one) => {
        const id = `${one.subject.kind}-${one.subject.number}`
        return (
          <Section id={id} title={words.t(`consult.${one.subject.kind}`, { number: one.subject.number })}>
            <div class="stack">
              <ModeratedWords frame={frame} one={one} />
              <form class="acts" method="post" action={link(frame, pathOf(consultation, one.subject))}>
                <FormKey value={newKey()} />
                <button class="btn main" type="submit" name="action" value="shown" aria-describedby={id}>
                  {words.t('consult.action_shown')}
                </button>
                <a href={link(frame, pathOf(consultation, one.subject))} aria-describedby={id}>
                  {words.t('consult.take_out')}
                </a>
              </form>
            </div>
          </Section>
        )
      })}
    </Layout>
  )
}

interface ModeratePageProps {
  frame: Frame
  consultation: Consultation
  one: Moderated
  decisions: readonly ModerationDecision[]
  form: DecisionForm
  translation: { language: string; text: string; wording: string; isProposed: boolean }
  /** A translation service is set. */
  hasTranslationService: boolean
  refusals: readonly Refusal[]
  newKey: () => string
}

/** One contribution or statement: what was decided about it before, and what is decided now. */
export const ModeratePage: FC<ModeratePageProps> = ({
  frame,
  consultation,
  one,
  decisions,
  form,
  translation,
  hasTranslationService,
  refusals,
  newKey,
}) => {
  const { words } = frame
  const title = words.t(`consult.${one.subject.kind}`, { number: one.subject.number })
  const problems = problemsOf(refusals, words)
  const actions = actionsOn(one.state)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={crumbsOf(frame, consultation, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title} />
      <Section id="words" title={words.t('consult.what_was_written')}>
        <div class="stack">
          <ModeratedWords frame={frame} one={one} />
        </div>
      </Section>
      {actions.length > 0 && (
        <Section id="decide" title={words.t('consult.decide')}>
          <form class="stack" method="post" action={link(frame, pathOf(consultation, one.subject))} novalidate>
            <FormKey value={newKey()} />
            <RadioField
              id="action"
              label={words.t('consult.label_action')}
              value={form.action}
              problem={problemOf(problems, 'action')}
              choices={actions.map((value) => ({ value, label: words.t(`consult.action_${value}`) }))}
            />
            <SelectField
              id="rule"
              label={words.t('consult.label_rule')}
              hint={words.t('consult.hint_rule')}
              value={form.rule}
              problem={problemOf(problems, 'rule')}
              choices={[
                { value: '', label: words.t('consult.no_rule') },
                ...policyRules(consultation.content.rules).map(({ number, text }) => ({
                  value: number,
                  label: `${number}. ${words.pick(text)}`,
                })),
              ]}
            />
            <TextInLanguages
              words={words}
              id="reason"
              label={words.t('consult.label_reason')}
              hint={words.t('consult.hint_public_reason')}
              value={form.reason}
              rows={3}
              maxlength={longestModerationReason}
              problems={problems}
            />
            <p class="acts">
              <button class="btn main" type="submit">
                {words.t('consult.decide_now')}
              </button>
              <a href={link(frame, deskConsultationPath(consultation, '/moderation'))}>{words.t('form.cancel')}</a>
            </p>
          </form>
        </Section>
      )}
      {one.subject.kind === 'contribution' && one.text !== null && (
        <TranslationForm
          frame={frame}
          path={(below) => link(frame, pathOf(consultation, one.subject, below))}
          {...{ one, translation, hasTranslationService, problems }}
          formKey={newKey()}
        />
      )}
      {decisions.length > 0 && (
        <Section id="before" title={words.t('consult.decided_before')}>
          <DecisionList frame={frame} consultation={consultation} decisions={decisions} />
        </Section>
      )}
    </Layout>
  )
}

const crumbsOf = (frame: Frame, consultation: Consultation, here: string) => [
  ...consultCrumbs(frame, consultation),
  { label: frame.words.t('consult.moderation'), href: link(frame, deskConsultationPath(consultation, '/moderation')) },
  { label: here },
]

interface TranslationFormProps {
  frame: Frame
  path: (below: string) => string
  one: Moderated
  translation: ModeratePageProps['translation']
  hasTranslationService: boolean
  problems: readonly Problem[]
  formKey: string
}

/** A translation, or a better one: the original stays as it is. */
const TranslationForm: FC<TranslationFormProps> = ({ frame, path, one, translation, hasTranslationService, problems, formKey }) => {
  const { words } = frame
  const others = languages.filter((language) => language !== one.language)
  return (
    <Section
      id="translate"
      title={words.t('consult.translate')}
      {...(translation.isProposed ? {} : { aside: <p>{words.t('consult.translate_aside')}</p> })}
    >
      <div class="stack">
        {others.map(
          (language) =>
            one.text?.[language] !== undefined && (
              <div>
                <p class="fine">{words.t(`desk.language_${language}`)}</p>
                <blockquote class="own-lines" lang={language}>
                  {one.text[language]}
                </blockquote>
              </div>
            ),
        )}
        <form class="stack" method="post" action={path('/translation')} novalidate>
          <FormKey value={formKey} />
          {translation.isProposed && (
            <>
              <input type="hidden" name="proposed" value="1" />
              <p role="status">{words.t('consult.translation_proposed')}</p>
            </>
          )}
          <SelectField
            id="language"
            label={words.t('consult.label_language')}
            value={translation.language}
            problem={problemOf(problems, 'language')}
            choices={others.map((value) => ({ value, label: words.t(`desk.language_${value}`) }))}
          />
          <TextField
            id="text"
            rows={6}
            label={words.t('consult.label_translation')}
            value={translation.text}
            problem={problemOf(problems, 'text')}
          />
          {one.wording !== null && (
            <TextField
              id="wording"
              rows={4}
              label={words.t('consult.label_wording_translation')}
              value={translation.wording}
              problem={problemOf(problems, 'wording')}
            />
          )}
          <p class="acts">
            <button class="btn" type="submit">
              {words.t('consult.save_translation')}
            </button>
            {hasTranslationService && (
              <button class="btn" type="submit" formaction={path('/proposal#translate')}>
                {words.t('consult.propose_translation')}
              </button>
            )}
          </p>
        </form>
      </div>
    </Section>
  )
}
