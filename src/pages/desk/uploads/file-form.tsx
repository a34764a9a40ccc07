import type { FC } from 'hono/jsx'
import { link } from '../../frame.ts'
import { FormKey, SelectField, TextField } from '../../parts/form.tsx'
import type { UploadPageProps } from './upload-page.tsx'

/** How the file itself is opened: for a table that looks wrong at first sight. */
export const FileForm: FC<UploadPageProps> = ({ frame, upload, fields, newKey }) => {
  const { words } = frame
  return (
    <form class="data" method="post" action={link(frame, `/desk/uploads/${upload.id}/file`)}>
      <FormKey value={newKey()} />
      <div class="g3">
        {upload.format === 'xlsx' ? (
          <TextField
            id="sheet"
            label={words.t('entry.sheet')}
            hint={words.t('entry.sheetHint')}
            value={fields['sheet'] ?? ''}
            maxlength={100}
          />
        ) : (
          <SelectField
            id="encoding"
            label={words.t('entry.encoding')}
            value={fields['encoding'] ?? ''}
            choices={[
              { value: '', label: 'UTF-8' },
              { value: 'windows-1251', label: 'Windows-1251' },
              { value: 'utf-16le', label: 'UTF-16' },
            ]}
          />
        )}
        {upload.format === 'csv' && (
          <SelectField
            id="separator"
            label={words.t('entry.separator')}
            value={fields['separator'] ?? ''}
            choices={(['', 'comma', 'semicolon', 'tab'] as const).map((value) => ({
              value,
              label: words.t(`entry.separator_${value || 'guess'}`),
            }))}
          />
        )}
        <TextField id="header" label={words.t('entry.header')} inputmode="numeric" value={fields['header'] ?? '1'} maxlength={3} />
      </div>
      <p class="acts">
        <button type="submit" class="btn">
          {words.t('entry.openAgain')}
        </button>
      </p>
    </form>
  )
}
