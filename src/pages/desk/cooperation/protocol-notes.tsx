import type { FC } from 'hono/jsx'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { FormKey, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { officePath } from './office-words.ts'

/** Of a correction, as it was typed. */
export interface NoteInput {
  text: MultilingualText
  reason: MultilingualText
}

interface NotesProps {
  frame: Frame
  meeting: CooperationRecord<'event'>
  note: NoteInput
  problems: readonly Problem[]
  mayWrite: boolean
  newKey: () => string
}

/** What was put right once the protocol was agreed, each with its reason. */
export const ProtocolNotes: FC<NotesProps> = ({ frame, meeting, note, problems, mayWrite, newKey }) => {
  const { words } = frame
  const { state, notes = [] } = meeting.content.protocol
  if (state !== 'agreed' && state !== 'closed') return null
  return (
    <Section id="notes" title={words.t('office.notes')} aside={<p>{words.t('office.notes_aside')}</p>}>
      {notes.length === 0 && <p class="absent">{words.t('office.notes_none')}</p>}
      <ul class="stack-s">
        {notes.map(({ at, text, reason }) => (
          <li>
            <time datetime={at}>{words.date(at)}</time>. <span class="own-lines">{words.pick(text)}</span>
            <br />
            <span class="fine">{words.t('office.note_reason_is', { reason: words.pick(reason) })}</span>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form class="stack no-print" method="post" action={link(frame, officePath('protocols', meeting.number))} novalidate>
          <FormKey value={newKey()} />
          <input type="hidden" name="do" value="note" />
          <input type="hidden" name="revision" value={String(meeting.revision)} />
          <LanguageFields
            words={words}
            id="note"
            label={words.t('office.note_text')}
            values={note.text}
            rows={2}
            maxlength={1500}
            problems={problems}
          />
          <LanguageFields
            words={words}
            id="reason"
            label={words.t('office.note_reason')}
            values={note.reason}
            rows={2}
            maxlength={1500}
            problems={problems}
          />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('office.note_add')}
            </button>
          </p>
        </form>
      )}
    </Section>
  )
}
