import type { FC } from 'hono/jsx'
import type { ReadFrom } from '../../../books/cooperation/desk-view.ts'
import { FormKey, problemOf } from '../../parts/form.tsx'
import { RecordFields, type RecordFieldsProps } from './record-fields.tsx'

export interface RecordFormProps extends RecordFieldsProps {
  action: string
  /** null: the record is new. */
  revision: number | null
  /** Where a new record was read from. */
  readFrom?: ReadFrom | null
  formKey: string
}

/** The one form of every kind of record. The text of a source may come as a file. */
export const RecordForm: FC<RecordFormProps> = ({ action, revision, readFrom, formKey, ...fields }) => {
  const { kind, words, problems, fixed } = fields
  const takesFile = kind === 'source' && !fixed.includes('text')
  return (
    <form method="post" action={action} class="data" {...(takesFile ? { enctype: 'multipart/form-data' } : {})}>
      <FormKey value={formKey} />
      {revision !== null && <input type="hidden" name="revision" value={String(revision)} />}
      {readFrom && (
        <>
          <input type="hidden" name="from-source" value={String(readFrom.source)} />
          <input type="hidden" name="from-start" value={String(readFrom.start)} />
          <input type="hidden" name="from-end" value={String(readFrom.end)} />
        </>
      )}
      <RecordFields {...fields} />
      {takesFile && <FileField words={words} problem={problemOf(problems, 'file')} />}
      <div class="acts">
        <button class="btn main" type="submit">
          {words.t('form.save')}
        </button>
      </div>
    </form>
  )
}

const FileField: FC<{ words: RecordFieldsProps['words']; problem: string | undefined }> = ({ words, problem }) => (
  <div class={problem === undefined ? 'f' : 'f bad'}>
    <label for="file">{words.t('deskCooperation.file')}</label>
    <span class="hint" id="file-hint">
      {words.t('deskCooperation.file_hint')}
    </span>
    {problem !== undefined && (
      <span class="err" id="file-error">
        {problem}
      </span>
    )}
    <input
      type="file"
      id="file"
      name="file"
      accept=".txt,text/plain"
      aria-describedby={problem === undefined ? 'file-hint' : 'file-hint file-error'}
    />
  </div>
)
