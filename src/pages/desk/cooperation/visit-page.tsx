import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import type { MeetingBrief, ProgrammeLine } from '../../../books/cooperation/visit-brief.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { Delegation, type DelegateInput } from './visit-delegation.tsx'
import { BriefOfMeeting } from './visit-brief.tsx'
import { eventDay, hoursWords, officePath, stateWords, visitCrumbs } from './office-words.ts'
import { recordPath } from './record-words.ts'

export interface VisitPageProps {
  frame: Frame
  visit: CooperationRecord<'event'>
  line: ProgrammeLine
  delegation: ReadonlyArray<CooperationRecord<'attendance'>>
  programme: readonly ProgrammeLine[]
  briefs: readonly MeetingBrief[]
  named: NamedRecords
  persons: ReadonlyArray<CooperationRecord<'person'>>
  /** What was typed into the form of a new member. */
  input: DelegateInput
  problems: readonly Problem[]
  mayWrite: boolean
  newKey: () => string
}

/** A visit as the international office prepares it; printed, it is the folder of the delegation. */
export const VisitPage: FC<VisitPageProps> = (props) => {
  const { frame, visit, line, programme, briefs, named, problems, mayWrite } = props
  const { words } = frame
  const { content, number } = visit
  const title = words.pick(content.title)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={visitCrumbs(frame, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {words.t(`cooperation.event_kind_${content.kind}`)}, {eventDay(content, words)}
          {words.pick(content.place) !== '' && <>, {words.pick(content.place)}</>}, {stateWords(`event_state_${content.state}`, words)}
        </p>
        <p class="acts no-print">
          <a href={link(frame, recordPath('event', number))}>{words.t('office.record_edit')}</a>
          <a href={link(frame, officePath('protocols', number))}>{words.t('office.protocol_open')}</a>
        </p>
      </Title>
      <Delegation {...props} />
      <Section id="programme" title={words.t('office.programme')} aside={<p>{words.t('office.programme_aside')}</p>}>
        <Programme frame={frame} lines={programme.length === 0 && line.starts !== null ? [line] : programme} />
        {mayWrite && (
          <p class="acts no-print">
            <a
              href={link(frame, `${recordPath('event')}/new`, {
                ...{ kind: 'meeting', parent: String(number), country: content.country, timeZone: content.timeZone },
              })}
            >
              {words.t('office.programme_add')}
            </a>
          </p>
        )}
      </Section>
      <Section id="briefs" title={words.t('office.briefs')} aside={<p>{words.t('office.briefs_aside')}</p>}>
        {briefs.length === 0 && <p class="absent">{words.t('office.briefs_none')}</p>}
        <div class="stack">
          {briefs.map((brief) => (
            <BriefOfMeeting frame={frame} brief={brief} named={named} />
          ))}
        </div>
      </Section>
    </Layout>
  )
}

const Programme: FC<{ frame: Frame; lines: readonly ProgrammeLine[] }> = ({ frame, lines }) => {
  const { words, city } = frame
  if (lines.length === 0) return <p class="absent">{words.t('office.programme_none')}</p>
  // Of an old visit only the month may be known: a column that nothing stands in is left out.
  const withHours = lines.some(({ starts }) => starts !== null)
  const withPlaces = lines.some(({ event }) => words.pick(event.content.place) !== '')
  return (
    <ScrollTable labelledBy="programme" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('deskCooperation.field_dated')}</th>
          {withHours && (
            <>
              <th scope="col">{words.t('office.time_there')}</th>
              <th scope="col">{words.t('office.time_home', { city: city === null ? '' : words.pick(city.name) })}</th>
            </>
          )}
          <th scope="col">{words.t('cooperation.kind_event')}</th>
          {withPlaces && <th scope="col">{words.t('office.place')}</th>}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ event, starts, ends }) => (
          <tr>
            <td>{eventDay(event.content, words)}</td>
            {withHours && (
              <>
                <td>{hoursWords(starts, ends, 'there', words)}</td>
                <td>{starts === null ? '' : hoursWords(starts, ends, 'home', words)}</td>
              </>
            )}
            <th scope="row">
              <a href={link(frame, officePath('protocols', event.number))}>{words.pick(event.content.title)}</a>
              {event.content.state === 'cancelled' && <>, {stateWords('event_state_cancelled', words)}</>}
            </th>
            {withPlaces && <td>{words.pick(event.content.place)}</td>}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
