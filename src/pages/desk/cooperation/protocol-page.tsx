import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import { countUnassigned, isClosed, nextStates } from '../../../books/cooperation/protocol.ts'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import type { ProgrammeLine } from '../../../books/cooperation/visit-brief.ts'
import { languages } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { ErrorSummary, FormKey, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { eventDay, hoursWords, officePath, stateWords, visitCrumbs } from './office-words.ts'
import { ProtocolNotes, type NoteInput } from './protocol-notes.tsx'
import { ProtocolPoints, type PointInput } from './protocol-points.tsx'
import { recordPath } from './record-words.ts'
import { whoIs } from './visit-delegation.tsx'

export interface ProtocolPageProps {
  frame: Frame
  meeting: CooperationRecord<'event'>
  line: ProgrammeLine
  attendance: ReadonlyArray<CooperationRecord<'attendance'>>
  named: NamedRecords
  persons: ReadonlyArray<CooperationRecord<'person'>>
  /** What was typed into a form that was not taken. */
  point: PointInput
  note: NoteInput
  problems: readonly Problem[]
  mayWrite: boolean
  newKey: () => string
}

/** The protocol of a meeting: who was there, what was heard, said and decided, and how far it has come. */
export const ProtocolPage: FC<ProtocolPageProps> = (props) => {
  const { frame, meeting, line, problems, mayWrite } = props
  const { words } = frame
  const { content, number } = meeting
  const title = words.t('office.protocol')
  const name = words.pick(content.title)
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={visitCrumbs(frame, { label: name, href: link(frame, officePath('visits', number)) }, title)}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{name}</p>
      </Title>
      <Section
        id="state"
        title={words.t('office.protocol_state')}
        aside={<p>{words.t(`office.protocol_about_${content.protocol.state}`)}</p>}
      >
        <Facts
          facts={[
            [words.t('office.protocol_state'), words.t(`cooperation.protocol_state_${content.protocol.state}`)],
            [
              words.t('office.when'),
              [eventDay(content, words), line.starts === null ? '' : hoursWords(line.starts, line.ends, 'there', words)]
                .filter(Boolean)
                .join(', '),
            ],
            [words.t('office.place'), words.pick(content.place)],
            [words.t('cooperation.kind_event'), words.t(`cooperation.event_state_${content.state}`)],
          ]}
        />
        {mayWrite && <Steps {...props} />}
      </Section>
      <Attendance {...props} />
      <ProtocolPoints {...props} />
      <ProtocolNotes {...props} />
      <Section id="download" title={words.t('office.download')}>
        <ul>
          {languages.map((language) => (
            <li>
              <a href={`/${language}/${frame.city?.slug ?? ''}${officePath('protocols', number, '/protocol.docx')}`} hreflang={language}>
                {words.t('office.docx_in', { language: words.t(`entry.in_${language}`) })}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}

/** On to the next state, or back to the draft. */
const Steps: FC<ProtocolPageProps> = ({ frame, meeting, newKey }) => {
  const { words } = frame
  const { protocol } = meeting.content
  const unassigned = protocol.state === 'agreed' ? countUnassigned(protocol) : 0
  return (
    <>
      {unassigned > 0 && <p>{words.t('office.close_unassigned', { count: unassigned })}</p>}
      <div class="acts">
        {nextStates[protocol.state]
          .filter((state) => protocol.state !== 'none' && state !== 'none')
          .map((state) => (
            <form method="post" action={link(frame, officePath('protocols', meeting.number))}>
              <FormKey value={newKey()} />
              <input type="hidden" name="do" value="move" />
              <input type="hidden" name="revision" value={String(meeting.revision)} />
              <button class={state === 'draft' ? 'btn' : 'btn main'} type="submit" name="to" value={state} id={`to-${state}`}>
                {words.t(`office.move_${state as 'draft'}`)}
              </button>
            </form>
          ))}
      </div>
    </>
  )
}

const Attendance: FC<ProtocolPageProps> = ({ frame, meeting, attendance, named, mayWrite }) => {
  const { words } = frame
  const mayChange = mayWrite && !isClosed(meeting.content.protocol)
  const sides = [
    { title: words.t('office.side_ours'), members: attendance.filter(({ content }) => content.isDelegate) },
    { title: words.t('office.side_theirs'), members: attendance.filter(({ content }) => !content.isDelegate) },
  ].filter(({ members }) => members.length > 0)
  return (
    <Section id="attendance" title={words.t('cooperation.kinds_attendance')}>
      {sides.length === 0 && <p class="absent">{words.t('office.attendance_none')}</p>}
      {sides.map(({ title, members }) => (
        <>
          <h3>{title}</h3>
          <ul>
            {members.map((member) => (
              <li>
                {mayChange ? (
                  <a href={link(frame, recordPath('attendance', member.number))}>{whoIs(member, named, words)}</a>
                ) : (
                  whoIs(member, named, words)
                )}
                , {stateWords(`attendance_${member.content.state}`, words)}
              </li>
            ))}
          </ul>
        </>
      ))}
      {mayChange && (
        <p class="acts no-print">
          <a href={link(frame, `${recordPath('attendance')}/new`, { event: String(meeting.number), state: 'present' })}>
            {words.t('office.attendance_add')}
          </a>
        </p>
      )}
    </Section>
  )
}
