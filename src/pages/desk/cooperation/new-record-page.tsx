import type { FC } from 'hono/jsx'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { RecordForm, type RecordFormProps } from './record-form.tsx'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface NewRecordPageProps extends Omit<RecordFormProps, 'action' | 'revision' | 'fixed' | 'words'> {
  frame: Frame
  /** The words that it is read from, and the title of their source. */
  quote: { words: string; source: string; language: string } | null
}

/** A new record; opened from another it names that one already, and opened from a place in a source it is tied to it. */
export const NewRecordPage: FC<NewRecordPageProps> = ({ frame, quote, ...own }) => {
  const { words } = frame
  const { kind, problems } = own
  const title = words.t('deskCooperation.new_kind', { kind: words.t(`cooperation.kind_${kind}`) })
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={cooperationCrumbs(frame, kind, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('deskCooperation.new_lede')}</p>
      </Title>
      {quote !== null && (
        <Section id="evidence" title={words.t('deskCooperation.evidence')} aside={<p>{quote.source}</p>}>
          <blockquote lang={quote.language} class="own-lines">
            {quote.words}
          </blockquote>
          <p class="fine">{words.t('deskCooperation.tied_when_saved')}</p>
        </Section>
      )}
      <Section id="record" title={words.t('deskCooperation.contents')}>
        <RecordForm {...own} words={words} fixed={[]} action={link(frame, `${recordPath(kind)}/new`)} revision={null} />
      </Section>
    </Layout>
  )
}
