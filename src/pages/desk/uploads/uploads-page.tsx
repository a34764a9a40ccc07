import type { FC } from 'hono/jsx'
import type { Upload } from '../../../books/indicators/entry/upload.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FileField, FormKey, problemOf, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { stateWords } from './upload-words.ts'

interface UploadsPageProps {
  frame: Frame
  uploads: readonly Upload[]
  formKey: string
  problems?: readonly Problem[]
}

/** Where a table is brought to the desk. */
export const UploadsPage: FC<UploadsPageProps> = ({ frame, uploads, formKey, problems = [] }) => {
  const { words } = frame
  const title = words.t('entry.uploadsTitle')
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={[{ label: words.t('entry.desk'), href: link(frame, '/desk') }, { label: title }]}
    >
      <Title title={title}>
        <p>{words.t('entry.uploadsLede')}</p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      <Section id="upload" title={words.t('entry.uploadTitle')} aside={<p>{words.t('entry.uploadAside')}</p>}>
        <form class="stack" method="post" action={link(frame, '/desk/uploads')} enctype="multipart/form-data">
          {/* Before the file: it is read before a byte of the file is kept. */}
          <FormKey value={formKey} />
          <FileField
            id="file"
            label={words.t('entry.file')}
            hint={words.t('entry.fileHint')}
            problem={problemOf(problems, 'file')}
            accept=".csv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
          <p class="acts">
            <button type="submit" class="btn main">
              {words.t('entry.upload')}
            </button>
          </p>
        </form>
      </Section>
      <Section id="uploads" title={words.t('entry.uploadList')}>
        {uploads.length === 0 ? (
          <p class="absent">{words.t('entry.noUploads')}</p>
        ) : (
          <ScrollTable labelledBy="uploads" words={words} class="stackable">
            <thead>
              <tr>
                <th scope="col">{words.t('entry.file')}</th>
                <th scope="col">{words.t('entry.uploadedAt')}</th>
                <th scope="col" class="r">
                  {words.t('releases.bytes')}
                </th>
                <th scope="col">{words.t('releases.status')}</th>
              </tr>
            </thead>
            <tbody>
              {uploads.map((upload) => (
                <tr>
                  <th scope="row">
                    <a href={link(frame, `/desk/uploads/${upload.id}`)}>{upload.name}</a>
                  </th>
                  <td class="nb">{words.date(upload.uploadedAt)}</td>
                  <td class="r num">{words.number(upload.bytes)}</td>
                  <td>{stateWords(upload, words)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Section>
    </Layout>
  )
}
