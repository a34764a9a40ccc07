import type { FC } from 'hono/jsx'
import { isAtWork, type Upload } from '../../../books/indicators/entry/upload.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { problemOfRefusal } from '../problem-words.ts'
import { FileForm } from './file-form.tsx'
import { MappingForm, type MappingChoices } from './mapping-form.tsx'
import { ReportSections } from './report-sections.tsx'
import { stateWords } from './upload-words.ts'

export interface UploadPageProps {
  frame: Frame
  upload: Upload
  /** Whether its process has died. */
  stranded: boolean
  /** Fields of the form, as in `actions/desk-data/mapping-form.ts`. */
  fields: Readonly<Record<string, string>>
  choices: MappingChoices
  /** Indicators of the table that are not the viewer's. */
  foreign: readonly string[]
  newKey: () => string
  problems?: readonly Problem[]
}

/** Seconds until the page of an upload at work looks again, where no script does. */
const refreshSeconds = 3

/** One upload: how far it is, how its columns are read, what it would change. */
export const UploadPage: FC<UploadPageProps> = (props) => {
  const { frame, upload, stranded } = props
  const { words } = frame
  const atWork = isAtWork(upload) && !stranded
  const problems = [...(props.problems ?? []), ...(upload.refusal === null || atWork ? [] : [problemOfRefusal(upload.refusal, words)])]
  return (
    <Layout
      frame={frame}
      title={words.t('entry.uploadPageTitle')}
      unlisted
      failed={problems.length > 0}
      {...(atWork ? { refreshSeconds } : {})}
      crumbs={[
        { label: words.t('entry.desk'), href: link(frame, '/desk') },
        { label: words.t('entry.uploadsTitle'), href: link(frame, '/desk/uploads') },
        { label: words.t('entry.uploadPageTitle') },
      ]}
    >
      <Title title={words.t('entry.uploadPageTitle')}>
        <p>
          <bdi>{upload.name}</bdi>, {words.t('entry.bytes', { bytes: words.number(upload.bytes) })}
        </p>
      </Title>
      <ErrorSummary problems={problems} words={words} />
      <Section id="progress" title={words.t('entry.progressTitle')}>
        <p role="status" data-upload={atWork ? 'working' : 'still'}>
          {stranded ? words.t('entry.stranded') : stateWords(upload, words)}
        </p>
        {atWork && <p class="fine">{words.t('entry.workingHint')}</p>}
        {(stranded || upload.state === 'failed') && <Again {...props} />}
      </Section>
      {!atWork && !stranded && <Ready {...props} problems={problems} />}
    </Layout>
  )
}

const Ready: FC<UploadPageProps & { problems: readonly Problem[] }> = (props) => {
  const { frame, upload } = props
  const { words } = frame
  return (
    <>
      {upload.report !== null && upload.task !== 'explain' && <ReportSections {...props} report={upload.report} />}
      {upload.explanation !== null && <MappingForm {...props} explanation={upload.explanation} />}
      <Section id="file-options" title={words.t('entry.fileOptions')} aside={<p>{words.t('entry.fileOptionsAside')}</p>}>
        <FileForm {...props} />
      </Section>
    </>
  )
}

const Again: FC<UploadPageProps> = ({ frame, upload, newKey }) => (
  <form method="post" action={link(frame, `/desk/uploads/${upload.id}/again`)}>
    <FormKey value={newKey()} />
    <p class="acts">
      <button type="submit" class="btn">
        {frame.words.t('entry.tryAgain')}
      </button>
    </p>
  </form>
)
