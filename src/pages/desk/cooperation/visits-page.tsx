import type { FC } from 'hono/jsx'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { eventDay, officePath, stateWords } from './office-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface VisitsPageProps {
  frame: Frame
  coming: ReadonlyArray<CooperationRecord<'event'>>
  past: ReadonlyArray<CooperationRecord<'event'>>
  mayWrite: boolean
}

/** Visits and other events that stand on their own, those to come first. */
export const VisitsPage: FC<VisitsPageProps> = ({ frame, coming, past, mayWrite }) => {
  const { words } = frame
  const title = words.t('office.visits')
  return (
    <Layout frame={frame} title={title} unlisted crumbs={cooperationCrumbs(frame, null, title)}>
      <Title title={title}>
        <p>{words.t('office.visits_lede')}</p>
      </Title>
      <Section id="coming" title={words.t('office.visits_coming')}>
        <EventList frame={frame} events={coming} />
        {mayWrite && (
          <p class="acts">
            <a href={link(frame, `${recordPath('event')}/new`, { kind: 'visit' })}>{words.t('office.visit_plan')}</a>
          </p>
        )}
      </Section>
      <Section id="past" title={words.t('office.visits_past')}>
        <EventList frame={frame} events={past} />
      </Section>
    </Layout>
  )
}

const EventList: FC<{ frame: Frame; events: ReadonlyArray<CooperationRecord<'event'>> }> = ({ frame, events }) => {
  const { words } = frame
  if (events.length === 0) return <p class="absent">{words.t('office.visits_none')}</p>
  return (
    <ul class="stack-s">
      {events.map(({ number, content }) => (
        <li>
          <a href={link(frame, officePath('visits', number))}>{words.pick(content.title)}</a>
          <br />
          <span class="fine">
            {words.t(`cooperation.event_kind_${content.kind}`)}, {eventDay(content, words)},{' '}
            {stateWords(`event_state_${content.state}`, words)}
          </span>
        </li>
      ))}
    </ul>
  )
}
