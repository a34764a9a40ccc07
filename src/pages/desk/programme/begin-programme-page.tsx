import type { FC } from 'hono/jsx'
import type { Fields } from '../../../books/programme/draft/merge-fields.ts'
import type { FieldProblem } from '../../../books/programme/draft/read-fields.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField } from '../../parts/form.tsx'
import { Title } from '../../parts/title.tsx'
import { deskCrumbs, problemsOf, summaryOf } from './desk-words.ts'
import { ElementFields } from './element-fields.tsx'

interface BeginProgrammePageProps {
  frame: Frame
  fields: Fields
  problems: readonly FieldProblem[]
  formKey: string
}

/** A programme that the city does not have yet begins with its name and its years. */
export const BeginProgrammePage: FC<BeginProgrammePageProps> = ({ frame, fields, problems, formKey }) => {
  const { words } = frame
  const title = words.t('desk.begin_empty')
  const own = problemsOf(problems, words)
  const nothing = { sources: [], series: [], years: [], rivals: [] }
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={[...deskCrumbs(frame, null), { label: title }]}>
      <ErrorSummary problems={summaryOf(problems, words)} words={words} />
      <Title title={title} />
      <div class="desk">
        <form class="element" method="post" action={link(frame, '/desk/programme/new')} novalidate>
          <FormKey value={formKey} />
          <TextField
            id="programme"
            label={words.t('desk.label_programme')}
            hint={words.t('desk.hint_programme')}
            value={fields['programme'] ?? ''}
            problem={problemOf(own, 'programme')}
            maxlength={60}
          />
          <ElementFields kind="head" fields={fields} problems={own} {...nothing} officer={false} words={words} />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('desk.begin')}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}
