import type { FC } from 'hono/jsx'
import type { ReadFrom } from '../../../books/cooperation/desk-view.ts'
import { FileField, FormKey, problemOf } from '../../parts/form.tsx'
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
      {takesFile && (
        <FileField
          id="file"
          label={words.t('deskCooperation.file')}
          hint={words.t('deskCooperation.file_hint')}
          problem={problemOf(problems, 'file')}
          accept=".txt,text/plain"
        />
      )}
      <div class="acts">
        <button class="btn main" type="submit">
          {words.t('form.save')}
        </button>
      </div>
    </form>
  )
}
