import type { FC } from 'hono/jsx'
import type { OpenPaper } from '../../../books/cooperation/agreement-file.ts'
import type { OpenRecord } from '../../../books/cooperation/desk-view.ts'
import type { CooperationEvent, CooperationRecord } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import type { MessageKey } from '../../messages.ts'
import { ErrorSummary } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { officePath } from './office-words.ts'
import { EvidenceSection } from './evidence-section.tsx'
import { NamingSections } from './naming-sections.tsx'
import { PapersSection, type SignatureInput } from './papers-section.tsx'
import { PublishSection } from './publish-section.tsx'
import { Differences } from './record-conflict.tsx'
import { RecordFacts } from './record-facts.tsx'
import { RecordForm, type RecordFormProps } from './record-form.tsx'
import { cooperationCrumbs, readingPath, recordPath, recordTitle } from './record-words.ts'
import type { SpanInput, SpanPlaces } from './span-fields.tsx'
import { StagesSection, type StageInput } from './stages-section.tsx'
import type { TakingBack } from './take-back-form.tsx'

/** Pages of its own that a record has besides its form. */
function pagesOf({ kind, number, content }: CooperationRecord): Array<{ path: string; label: MessageKey }> {
  if (kind === 'source') return [{ path: readingPath(number), label: 'deskCooperation.read_and_mark' }]
  if (kind === 'commitment' || kind === 'assignment')
    return [{ path: recordPath(kind, number, '/pursue'), label: 'deskCooperation.what_became' }]
  if (kind !== 'event') return []
  const event = content as CooperationEvent
  if (event.kind === 'visit') return [{ path: officePath('visits', number), label: 'deskCooperation.to_visit' }]
  const protocol = { path: officePath('protocols', number), label: 'deskCooperation.to_protocol' } as const
  const forum = { path: `/desk/cooperation/forum/${number}`, label: 'deskCooperation.to_forum' } as const
  return event.kind === 'forum' ? [protocol, forum] : [protocol]
}

export interface RecordPageProps extends Omit<RecordFormProps, 'kind' | 'action' | 'revision' | 'fixed' | 'named' | 'formKey'> {
  frame: Frame
  open: OpenRecord
  mayWrite: boolean
  /** Somebody else changed it since this form was made: nothing was stored. */
  isConflict: boolean
  /** The words that somebody tried to mark, and where they stand. */
  span: SpanInput
  places: SpanPlaces
  /** Why it is taken back, as it was typed. */
  reason: string
  /** Of an agreement; null: of nothing else. */
  papers: readonly OpenPaper[] | null
  /** The signature and the stage as they were typed. */
  signature: SignatureInput
  stage: StageInput
  /** What of these two is taken back. */
  takingBack: TakingBack
  /** Whether a verifier of signatures is set. */
  hasVerifier: boolean
  seesHistory: boolean
  newKey: () => string
}

/** A record at the desk: its form, whether it is public, where it stands in a source, and what names it. */
export const RecordPage: FC<RecordPageProps> = (props) => {
  const { frame, open, mayWrite, problems, form, newKey } = props
  const { record, named, fixed } = open
  const { words } = frame
  const { kind, number } = record
  const title = recordTitle(record, words, named)
  const subject = `cooperation/${kind}/${number}`
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={cooperationCrumbs(frame, kind, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {words.t('deskCooperation.kind_and_number', { kind: words.t(`cooperation.kind_${kind}`), number })}.{' '}
          {record.publishedAt === null
            ? words.t('deskCooperation.is_draft')
            : words.t('deskCooperation.is_public', { date: words.date(record.publishedAt) })}
        </p>
        <ul class="to-pages">
          {pagesOf(record).map(({ path, label }) => (
            <li>
              <a href={link(frame, path)}>{words.t(label)}</a>
            </li>
          ))}
          {props.seesHistory && (
            <li>
              <a href={link(frame, '/desk/history', { subject })}>{words.t('desk.history')}</a>
            </li>
          )}
        </ul>
      </Title>
      {props.isConflict && <Differences kind={kind} theirs={record} mine={form} words={words} />}
      <Section id="record" title={words.t('deskCooperation.contents')}>
        {mayWrite ? (
          <>
            {fixed.length > 0 && (
              <>
                <p class="fine">{words.t('deskCooperation.fixed')}</p>
                <RecordFacts {...{ frame, record, named }} only={fixed} />
              </>
            )}
            <RecordForm
              {...{ kind, form, problems, named, fixed, words }}
              choices={props.choices}
              action={link(frame, recordPath(kind, number))}
              revision={record.revision}
              formKey={newKey()}
            />
          </>
        ) : (
          <RecordFacts {...{ frame, record, named }} />
        )}
      </Section>
      {props.papers !== null && <PapersSection {...props} papers={props.papers} />}
      {kind === 'partnership' && <StagesSection {...props} />}
      {kind !== 'source' && <EvidenceSection {...props} />}
      {mayWrite && <PublishSection {...props} />}
      <NamingSections {...{ frame, open, mayWrite }} />
    </Layout>
  )
}
