import type { Child, FC } from 'hono/jsx'
import type { KeptStatusEvent } from '../../books/cooperation/kept.ts'
import { firstDayOf } from '../../books/cooperation/partial-date.ts'
import type { OneCommitmentView } from '../../books/cooperation/public-views.ts'
import type { Frame } from '../frame.ts'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { dayWords } from './cooperation-words.ts'
import { PlaceQuote } from './names.tsx'

interface HistoryProps {
  frame: Frame
  view: OneCommitmentView
}

/** Everything that happened to a commitment, newest first: nothing is overwritten, and what was taken back stays. */
export const CommitmentHistory: FC<HistoryProps> = ({ frame, view }) => {
  const { words } = frame
  const entries = [...promised(frame, view), ...deadlines(frame, view), ...happened(frame, view)]
  return (
    <Section id="history" title={words.t('cooperation.history')} aside={<p>{words.t('cooperation.historyAside')}</p>}>
      <ul class="log">
        {entries
          .map((entry, at) => ({ ...entry, at }))
          .sort((a, b) => b.day.localeCompare(a.day) || b.at - a.at)
          .map(({ when, what }) => (
            <li>
              <span class="when">{when}</span>
              <div class="stack-s">{what}</div>
            </li>
          ))}
      </ul>
    </Section>
  )
}

interface Entry {
  /** ISO day, to put them in order. */
  day: string
  when: string
  what: Child
}

function promised({ words }: Frame, { commitment: { madeOn, isMadeOnInferred } }: OneCommitmentView): Entry[] {
  return [
    { day: firstDayOf(madeOn) ?? '', when: dayWords(madeOn, words, isMadeOnInferred), what: <p>{words.t('cooperation.promiseMade')}</p> },
  ]
}

function deadlines({ words }: Frame, { commitment }: OneCommitmentView): Entry[] {
  return commitment.deadlines.map(({ due, reason, setAt }, at) => {
    const before = commitment.deadlines[at - 1]
    const day = (date: string) => (date === '' ? words.t('cooperation.noDeadline') : words.period(date))
    return {
      day: setAt.slice(0, 10),
      when: words.date(setAt),
      what: (
        <>
          <p>
            {before === undefined
              ? words.t('cooperation.deadlineSet', { due: day(due) })
              : words.t('cooperation.deadlineMoved', { due: day(due), before: day(before.due) })}
          </p>
          {reason !== '' && <p class="fine">{words.t('cooperation.reason', { reason })}</p>}
        </>
      ),
    }
  })
}

function happened(frame: Frame, { commitment, places }: OneCommitmentView): Entry[] {
  const { words } = frame
  const retractedBy = new Map(commitment.events.flatMap((event) => (event.retracts === null ? [] : [[event.retracts, event] as const])))
  return commitment.events.map((event) => {
    const place = event.evidence && places.get(event.evidence.number)
    const retraction = retractedBy.get(event.number)
    return {
      day: event.on,
      when: words.date(event.on),
      what: (
        <>
          <p>{retraction === undefined ? <b>{eventWords(event, frame)}</b> : <del>{eventWords(event, frame)}</del>}</p>
          {retraction && <p class="fine">{words.t('cooperation.takenBack', { day: words.date(retraction.on) })}</p>}
          {words.pick(event.note) !== '' && (
            <p>
              <Picked text={event.note} words={words} />
            </p>
          )}
          {place && <PlaceQuote place={place} frame={frame} />}
          {event.evidence !== null && !place && <p class="absent">{words.t('cooperation.sourceNotPublic')}</p>}
          {event.evidence === null && event.kind !== 'retracted' && <p class="fine">{words.t('cooperation.withoutEvidence')}</p>}
        </>
      ),
    }
  })
}

const eventWords = (event: KeptStatusEvent, { words }: Frame): string => words.t(`cooperation.status_event_${event.kind}`)
