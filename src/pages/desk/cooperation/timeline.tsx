import type { FC } from 'hono/jsx'
import type { PursuedRecord } from '../../../books/cooperation/desk-view.ts'
import type { KeptDeadline, KeptStatusEvent } from '../../../books/cooperation/kept.ts'
import { link, type Frame } from '../../frame.ts'
import { Section } from '../../parts/section.tsx'
import { readingPath, recordTitle } from './record-words.ts'

/** Everything that happened, by the day on which it did; deadlines by the day on which they were entered. */
export const Timeline: FC<{ frame: Frame; pursued: PursuedRecord }> = ({ frame, pursued }) => {
  const { words } = frame
  const retracted = new Set(pursued.events.map(({ retracts }) => retracts))
  const lines = [
    ...pursued.events.map((event) => ({
      day: event.on,
      by: event.enteredBy,
      line: <EventLine {...{ frame, pursued, event }} isRetracted={retracted.has(event.number)} />,
    })),
    ...pursued.deadlines.map((deadline, at) => ({
      day: deadline.setAt.slice(0, 10),
      by: deadline.setBy,
      line: <DeadlineLine {...{ frame, deadline }} before={pursued.deadlines[at - 1] ?? null} />,
    })),
  ].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return (
    <Section id="timeline" title={words.t('deskCooperation.timeline')}>
      {lines.length === 0 && <p class="absent">{words.t('deskCooperation.timeline_none')}</p>}
      <ol class="log">
        {lines.map(({ day, by, line }) => (
          <li>
            <time datetime={day}>{words.date(day)}</time>
            <div>{line}</div>
            <span class="fine">{by === null ? words.t('desk.command_line') : (pursued.names.get(by) ?? words.t('desk.somebody'))}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

const EventLine: FC<{ frame: Frame; pursued: PursuedRecord; event: KeptStatusEvent; isRetracted: boolean }> = (props) => {
  const { frame, pursued, event, isRetracted } = props
  const { words } = frame
  const { number, kind, note, evidence, retracts } = event
  const place = pursued.evidence.find((one) => one.number === evidence?.number)
  const source = place && pursued.named.get(`source/${place.source}`)
  const What = isRetracted ? 'del' : 'b'
  return (
    <>
      <What>
        {number}. {words.t(`cooperation.status_event_${kind}`)}
      </What>
      {retracts !== null && <> {words.t('deskCooperation.of_entry', { number: retracts })}</>}
      {isRetracted && <> {words.t('deskCooperation.is_retracted')}</>}
      {words.pick(note) !== '' && (
        <>
          {isRetracted ? ' ' : '. '}
          {words.pick(note)}
        </>
      )}
      {place && (
        <>
          {' '}
          <q>{place.exact}</q>{' '}
          <a href={link(frame, readingPath(place.source, `#place-${place.number}`))}>
            {source ? recordTitle(source, words, pursued.named) : place.source}
          </a>
        </>
      )}
    </>
  )
}

const DeadlineLine: FC<{ frame: Frame; deadline: KeptDeadline; before: KeptDeadline | null }> = ({ frame, deadline, before }) => {
  const { words } = frame
  const day = (due: string): string => (due === '' ? words.t('cooperation.flag_no_date') : words.period(due))
  return (
    <>
      <b>{words.t('deskCooperation.due')}</b>: {before !== null && before.due !== '' && <del>{day(before.due)}</del>} {day(deadline.due)}
      {deadline.reason !== '' && (
        <>
          <br />
          {deadline.reason}
        </>
      )}
    </>
  )
}
