import type { Child, FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { MeetingBrief } from '../../../books/cooperation/visit-brief.ts'
import { lightShapes, statusShapes } from '../../cooperation/cooperation-words.ts'
import { link, type Frame } from '../../frame.ts'
import { Status } from '../../parts/status.tsx'
import { eventDay, hoursWords, officePath, stateWords } from './office-words.ts'
import { recordPath } from './record-words.ts'
import { whoIs } from './visit-delegation.tsx'

/** What the head of the delegation reads before one meeting. */
export const BriefOfMeeting: FC<{ frame: Frame; brief: MeetingBrief; named: NamedRecords }> = ({ frame, brief, named }) => {
  const { words, city } = frame
  const { event, starts, ends, guests, contacts, open } = brief
  const wishes = words.picked(event.content.brief)
  const home = city === null ? '' : words.pick(city.name)
  return (
    <article class="stack-s" aria-labelledby={`brief-${event.number}`}>
      <h3 id={`brief-${event.number}`}>
        <a href={link(frame, officePath('protocols', event.number))}>{words.pick(event.content.title)}</a>
      </h3>
      <p class="fine">
        {eventDay(event.content, words)}
        {words.pick(event.content.place) !== '' && <>, {words.pick(event.content.place)}</>}
        {starts !== null && (
          <>
            <br />
            {words.t('office.time_there')}: {hoursWords(starts, ends, 'there', words)}. {words.t('office.time_home', { city: home })}:{' '}
            {hoursWords(starts, ends, 'home', words)}
          </>
        )}
      </p>
      {guests.length > 0 && (
        <Part title={words.t('office.brief_guests')}>
          <ul>
            {guests.map((guest) => (
              <li>
                {whoIs(guest, named, words)}, {stateWords(`attendance_${guest.content.state}`, words)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {wishes !== null && (
        <Part title={words.t('office.brief_wishes')}>
          <p class="own-lines" lang={wishes.language}>
            {wishes.text}
          </p>
        </Part>
      )}
      <Part title={words.t('office.brief_contacts')}>
        {contacts.length === 0 && <p class="absent">{words.t('office.brief_contacts_none')}</p>}
        <ul>
          {contacts.map(({ number, content }) => (
            <li>
              {eventDay(content, words)}: <a href={link(frame, officePath('protocols', number))}>{words.pick(content.title)}</a>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.t('office.brief_open')}>
        {open.length === 0 && <p class="absent">{words.t('office.brief_open_none')}</p>}
        <ul class="stack-s">
          {open.map(({ number, content, by, status, light, due }) => (
            <li>
              <a href={link(frame, recordPath('commitment', number, '/pursue'))}>{words.pick(content.title)}</a>
              <br />
              <span class="fine">
                {words.t('office.brief_by', { names: by.map(({ name }) => words.pick(name)).join(', ') })},{' '}
                {words.t(`cooperation.strength_${content.strength}`)}.{' '}
                {due === '' ? words.t('cooperation.flag_no_date') : words.t('office.due', { due: words.period(due) })}
              </span>
              <br />
              <Status kind={statusShapes[status]} words={words.t(`cooperation.status_${status}`)} />{' '}
              <Status kind={lightShapes[light.light]} words={words.t(`cooperation.light_${light.light}`)} />
            </li>
          ))}
        </ul>
      </Part>
    </article>
  )
}

const Part: FC<{ title: string; children?: Child }> = ({ title, children }) => (
  <>
    <h4>{title}</h4>
    {children}
  </>
)
