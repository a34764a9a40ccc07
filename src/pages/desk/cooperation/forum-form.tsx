import type { FC } from 'hono/jsx'
import type { ForumTexts } from '../../../books/cooperation/forum/matching.ts'
import { FormKey, problemOf, TextField, type Problem } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

interface ForumFormProps {
  words: Words
  action: string
  texts: ForumTexts
  revision: number
  problems: readonly Problem[]
  formKey: string
}

const tables = ['participants', 'projects', 'wishes'] as const

/** The tables of a forum: pasted as text, or as files in their place. */
export const ForumForm: FC<ForumFormProps> = ({ words, action, texts, revision, problems, formKey }) => (
  <form class="stack" method="post" action={action} enctype="multipart/form-data" novalidate>
    <FormKey value={formKey} />
    <input type="hidden" name="revision" value={String(revision)} />
    <TextField
      id="slots"
      label={words.t('forum.slots')}
      hint={words.t('forum.slots_hint')}
      value={texts.slots}
      rows={4}
      problem={problemOf(problems, 'slots')}
    />
    <TextField
      id="tables"
      inputmode="numeric"
      label={words.t('forum.tables')}
      value={texts.tables}
      problem={problemOf(problems, 'tables')}
    />
    {tables.map((table) => (
      <>
        <TextField
          id={table}
          label={words.t(`forum.${table}`)}
          hint={words.t(`forum.${table}_hint`)}
          value={texts[table]}
          rows={8}
          spellcheck={false}
          problem={problemOf(problems, table)}
        />
        <div class="f">
          <label for={`${table}-file`}>{words.t('forum.file_of', { table: words.t(`forum.${table}`) })}</label>
          <input type="file" id={`${table}-file`} name={`${table}-file`} accept=".csv,text/csv" />
        </div>
      </>
    ))}
    <p class="acts">
      <button class="btn main" type="submit">
        {words.t('forum.compute')}
      </button>
    </p>
  </form>
)

/** The same for who only reads. */
export const ForumTables: FC<{ words: Words; texts: ForumTexts }> = ({ words, texts }) => (
  <dl class="facts">
    {(['slots', 'tables', ...tables] as const).map((table) => (
      <div>
        <dt>{words.t(`forum.${table}`)}</dt>
        <dd class="raw">{texts[table]}</dd>
      </div>
    ))}
  </dl>
)
