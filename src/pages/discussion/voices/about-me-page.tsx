import type { FC } from 'hono/jsx'
import type { Consultation } from '../../../books/discussion/consultation.ts'
import type { Declaration } from '../../../books/discussion/voices/declaration.ts'
import { otherCategory, voiceFields, type VoiceChoices, type VoiceField } from '../../../books/discussion/voices/fields.ts'
import type { Area } from '../../../books/indicators/figure.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { isMessageKey } from '../../messages.ts'
import { ErrorSummary, FormKey, problemOf, SelectField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import type { Words } from '../../words.ts'
import { discussionCrumbs } from '../crumbs.ts'
import { discussionPath } from '../discussion-words.ts'
import { categoryWords } from './voices-words.ts'

interface AboutMePageProps {
  frame: Frame
  consultation: Consultation
  choices: VoiceChoices
  areas: readonly Area[]
  /** What the form shows: what she said before, or what she has just sent. */
  said: Declaration
  /** Whether anything is kept about her now. */
  keeps: boolean
  /** Whether she may say something new: the discussion is open, or she took part in it. */
  mayWrite: boolean
  formKey: string
  /** What has just been done; null: she comes anew. */
  outcome: 'saved' | 'deleted' | null
  refusal: Refusal | null
}

/** What a participant says about herself, if she wants to: why it is asked, who sees it, how to take it back, and then the questions. */
export const AboutMePage: FC<AboutMePageProps> = (props) => {
  const { frame, consultation, keeps, mayWrite, formKey, outcome, refusal } = props
  const { words } = frame
  const title = words.t('voices.about_me')
  const problems = refusal === null ? [] : [problemIn(refusal, words)]
  const action = link(frame, discussionPath(consultation, '/about-me'))
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: title })}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        {outcome !== null && (
          <p role="status">
            {words.t(`voices.about_me_${outcome}`)}{' '}
            <a href={link(frame, discussionPath(consultation))}>{words.t('voices.back_to_discussion')}</a>
          </p>
        )}
        <p>{words.t('voices.about_me_lede')}</p>
      </Title>
      <Section id="why" title={words.t('voices.why_title')}>
        <div class="stack-s">
          <p>
            <b>{words.t('voices.why')}</b> {words.t('voices.why_says')}
          </p>
          <p>
            <b>{words.t('voices.who_sees')}</b> {words.t('voices.who_sees_says')}
          </p>
          <p>
            <b>{words.t('voices.take_back')}</b> {words.t('voices.take_back_says')}
          </p>
          <p>
            <a href={link(frame, '/privacy')}>{words.t('privacy.title')}</a> ·{' '}
            <a href={link(frame, discussionPath(consultation, '/voices'))}>{words.t('voices.title')}</a>
          </p>
        </div>
      </Section>
      <Section id="questions" title={words.t('voices.questions')}>
        {mayWrite ? (
          <form class="stack" method="post" action={action} novalidate>
            <FormKey value={formKey} />
            {voiceFields
              .filter((field) => props.choices[field].length > 0)
              .map((field) => (
                <SelectField
                  id={field}
                  label={words.t(`voices.ask_${field}`)}
                  value={props.said[field] ?? ''}
                  choices={[{ value: '', label: words.t('voices.not_said') }, ...choicesOf(field, props)]}
                  problem={problemOf(problems, field)}
                />
              ))}
            <p class="acts">
              <button class="btn main" type="submit">
                {words.t('voices.save')}
              </button>
              <a href={link(frame, discussionPath(consultation))}>{words.t('form.cancel')}</a>
            </p>
          </form>
        ) : (
          <p class="absent">{words.t('voices.closed')}</p>
        )}
      </Section>
      {keeps && (
        <Section id="delete" title={words.t('voices.delete_title')}>
          <form class="stack-s" method="post" action={action}>
            <FormKey value={`${formKey}-delete`} />
            <input type="hidden" name="delete" value="1" />
            <p>{words.t('voices.delete_says')}</p>
            <p class="acts">
              <button class="btn" type="submit">
                {words.t('voices.delete')}
              </button>
            </p>
          </form>
        </Section>
      )}
    </Layout>
  )
}

/** Ages as they follow each other, names by the alphabet; what is left over comes last. */
function choicesOf(field: VoiceField, { choices, areas, frame: { words } }: AboutMePageProps) {
  const named = choices[field].map((value) => ({ value, label: categoryWords(field, value, areas, words) }))
  if (field === 'age' || field === 'sex') return named
  const isOther = ({ value }: { value: string }): number => (value === otherCategory ? 1 : 0)
  return named.sort((a, b) => isOther(a) - isOther(b) || words.compare(a.label, b.label))
}

function problemIn({ code, field }: Refusal, words: Words): Problem {
  const key = `voices.refused_${code}`
  return { field: field ?? '', text: isMessageKey(key) ? words.t(key) : code }
}
