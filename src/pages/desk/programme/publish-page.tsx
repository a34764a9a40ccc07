import type { FC } from 'hono/jsx'
import type { DraftProblem } from '../../../books/programme/draft/check-draft.ts'
import type { Draft } from '../../../books/programme/draft/draft.ts'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import type { FieldProblem } from '../../../books/programme/draft/read-fields.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, RadioField, TextField } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { Warn } from '../../parts/warn.tsx'
import { AttentionAside } from '../attention-list.tsx'
import { deskCrumbs, draftPath, draftProblemWords, elementPath, problemsOf, summaryOf } from './desk-words.ts'
import { LanguageFields } from './language-fields.tsx'

interface PublishPageProps {
  frame: Frame
  draft: Draft
  fields: Fields
  problems: readonly FieldProblem[]
  attention: readonly DraftProblem[]
  /** Number of the last published version; the draft may have begun from an earlier one. */
  last: number
  formKey: string
}

/** The decision that makes the draft the next version, and what stands against it. */
export const PublishPage: FC<PublishPageProps> = ({ frame, draft, fields, problems, attention, last, formKey }) => {
  const { words } = frame
  const title = words.t('desk.publish_title', { number: last + 1 })
  const own = problemsOf(problems, words)
  const blockers = attention.filter(({ priority }) => priority === 'p1').length
  const to = ({ element, field }: DraftProblem) => `${link(frame, elementPath(draft, element))}#${field}`
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={deskCrumbs(frame, draft, { label: words.t('desk.publish') })}
    >
      <ErrorSummary problems={summaryOf(problems, words)} words={words} />
      <Title title={title}>
        <p>{words.t('desk.publish_lede')}</p>
      </Title>
      {blockers > 0 && <Warn>{words.t('desk.publish_blocked', { count: blockers })}</Warn>}
      {draft.number <= last && <Warn>{words.t('desk.publish_newer', { number: last })}</Warn>}
      <div class="desk">
        <form class="element" method="post" action={link(frame, draftPath(draft, '/publish'))} novalidate>
          <FormKey value={formKey} />
          <input type="hidden" name="after" value={String(last)} />
          <RadioField
            id="status"
            label={words.t('desk.label_status')}
            value={fields['status'] ?? ''}
            problem={problemOf(own, 'status')}
            choices={(['draft', 'adopted', 'amended'] as const).map((value) => ({ value, label: words.t(`desk.status_${value}`) }))}
          />
          <TextField
            id="date"
            label={words.t('desk.label_date')}
            hint={words.t('desk.hint_deadline')}
            value={fields['date'] ?? ''}
            problem={problemOf(own, 'date')}
          />
          <LanguageFields texts={[{ name: 'act', rows: 4 }]} fields={fields} problems={own} words={words} />
          <p class="fine">{words.t('desk.publish_public')}</p>
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('desk.publish_now')}
            </button>
            <a href={link(frame, draftPath(draft))}>{words.t('desk.back_to_draft')}</a>
          </p>
        </form>
        <AttentionAside
          words={words}
          entries={attention.map((problem) => ({ priority: problem.priority, href: to(problem), text: draftProblemWords(problem, words) }))}
        />
      </div>
    </Layout>
  )
}
