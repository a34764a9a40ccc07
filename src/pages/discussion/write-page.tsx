import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { Place } from '../../books/discussion/consulted-text.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { Organisation } from '../../books/discussion/organisation.ts'
import { longestContribution } from '../../books/discussion/text/check-text.ts'
import type { WritingProblem, WrittenForm } from '../../books/discussion/write-contribution.ts'
import { languages, pickText, type Language } from '../../books/text.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, SelectField, TextField, type Problem } from '../parts/form.tsx'
import { Title } from '../parts/title.tsx'
import type { Words } from '../words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath, phaseWords, placeWords } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'

interface WritePageProps {
  frame: Frame
  consultation: Consultation
  phase: 'announced' | 'open' | 'closed' | 'answered'
  place: Place | null
  parent: ListedContribution | null
  organisations: readonly Organisation[]
  formKey: string
  /** What she wrote before it was refused. */
  form: Partial<WrittenForm> & { organisation?: string }
  problems: readonly WritingProblem[]
  /** Seconds until she may write again; 0: now. */
  wait: number
}

/** The form for a comment, another wording, or a reply. */
export const WritePage: FC<WritePageProps> = (props) => {
  const { frame, consultation, phase, place, parent, problems, wait } = props
  const { words } = frame
  const title = words.t(
    parent !== null ? 'discussion.writeReply' : place?.sentence ? 'discussion.writeOnSentence' : 'discussion.writeTitle',
  )
  const refusals = problemsOf(problems, wait, words)
  return (
    <Layout
      frame={frame}
      title={title}
      book="discussion"
      unlisted
      failed={refusals.length > 0}
      crumbs={discussionCrumbs(frame, consultation, { label: title })}
    >
      <ErrorSummary problems={refusals} words={words} />
      <Title title={title}>
        <p>{placeWords(place, words)}</p>
      </Title>
      {parent && <SaidNote frame={frame} consultation={consultation} one={{ ...parent, replies: [] }} open={false} />}
      {phase === 'open' ? <Form {...props} refusals={refusals} /> : <p>{phaseWords(consultation, phase, frame.today, words)}</p>}
    </Layout>
  )
}

const Form: FC<WritePageProps & { refusals: readonly Problem[] }> = (props) => {
  const { frame, consultation, place, parent, organisations, formKey, form, problems, refusals } = props
  const { words } = frame
  const shown = place?.sentence ? pickText(place.sentence.text, form.shownIn ?? words.language) : null
  const hints = problems.filter(({ severity }) => severity === 'hint').map(({ code }) => code)
  const isSuggesting = shown !== null && parent === null
  return (
    <form class="stack write" method="post" action={link(frame, discussionPath(consultation, '/write'))}>
      <FormKey value={formKey} />
      {parent ? (
        <input type="hidden" name="reply" value={String(parent.contribution.number)} />
      ) : place?.sentence ? (
        <input type="hidden" name="sentence" value={place.sentence.id} />
      ) : (
        place && <input type="hidden" name="section" value={place.section.id} />
      )}
      {hints.length > 0 && <input type="hidden" name="seen" value={hints.join(' ')} />}
      {shown && <input type="hidden" name="shownIn" value={shown.language} />}
      {shown && parent === null && (
        <blockquote class="sentences" lang={shown.language === words.language ? undefined : shown.language}>
          {shown.text}
        </blockquote>
      )}
      <TextField
        id="text"
        rows={6}
        label={words.t(parent !== null ? 'discussion.labelReply' : isSuggesting ? 'discussion.labelText' : 'discussion.labelComment')}
        hint={words.t('discussion.hintText', { limit: longestContribution })}
        value={form.text ?? ''}
        problem={problemOf(refusals, 'text')}
        spellcheck
      />
      {isSuggesting && (
        <TextField
          id="wording"
          rows={4}
          label={words.t('discussion.labelWording')}
          hint={words.t('discussion.hintWording')}
          value={form.wording ?? shown.text}
          lang={shown.language}
          problem={problemOf(refusals, 'wording')}
          spellcheck
        />
      )}
      {isSuggesting && (
        <TextField
          id="quote"
          label={words.t('discussion.labelQuote')}
          hint={words.t('discussion.hintQuote')}
          value={form.quote ?? ''}
          problem={problemOf(refusals, 'quote')}
        />
      )}
      <SelectField
        id="language"
        label={words.t('discussion.labelLanguage')}
        value={form.language ?? words.language}
        choices={languages.map((language: Language) => ({ value: language, label: words.t(`discussion.language_${language}`) }))}
      />
      {organisations.length > 0 && (
        <RadioField
          id="organisation"
          label={words.t('discussion.labelBy')}
          value={form.organisation ?? ''}
          choices={[
            { value: '', label: words.t('discussion.bySelf') },
            ...organisations.map(({ id, name }) => ({
              value: id,
              label: words.t('discussion.byOrganisation', { name: words.pick(name) }),
            })),
          ]}
        />
      )}
      <p class="fine">{words.t('discussion.howShown')}</p>
      <p class="acts">
        <button class="btn main" type="submit">
          {words.t('form.send')}
        </button>
        <a href={link(frame, discussionPath(consultation, place ? `/text/${place.section.id}` : ''))}>{words.t('form.cancel')}</a>
      </p>
    </form>
  )
}

/** In words, each at its field. */
function problemsOf(problems: readonly WritingProblem[], wait: number, words: Words): Problem[] {
  if (wait > 0) return [{ field: '', text: words.t('discussion.problem_too_many', { minutes: Math.ceil(wait / 60) }) }]
  return problems.map(({ field, code, words: found }) => ({
    field,
    text: words.t(`discussion.problem_${code}`, { words: found.slice(0, 80), limit: longestContribution }),
  }))
}
