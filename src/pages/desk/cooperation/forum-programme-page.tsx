import type { FC } from 'hono/jsx'
import type { ForumInput, ForumParticipant, Meeting } from '../../../books/cooperation/forum/forum.ts'
import type { CooperationRecord } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { forumPath, namesOf, whyOf } from './forum-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface ForumProgrammePageProps {
  frame: Frame
  event: CooperationRecord<'event'>
  input: ForumInput
  meetings: readonly Meeting[]
  /** Of whom; all, or one. */
  participants: readonly ForumParticipant[]
}

/** What each participant takes along: its own meetings, each participant on a sheet of its own. */
export const ForumProgrammePage: FC<ForumProgrammePageProps> = ({ frame, event, input, meetings, participants }) => {
  const { words } = frame
  const name = words.pick(event.content.title)
  const title = words.t('forum.programme')
  const forum = { label: words.t('forum.title'), href: link(frame, forumPath(event.number)) }
  const crumbs = cooperationCrumbs(frame, 'event', { label: name, href: link(frame, recordPath('event', event.number)) }, forum, title)
  const isOne = participants.length < input.participants.length
  return (
    <Layout frame={frame} title={title} unlisted crumbs={crumbs}>
      <Title title={title}>
        <p>
          {name}. {!isOne && words.t('forum.programme_lede')}
        </p>
      </Title>
      {isOne && (
        <p class="acts">
          <a href={link(frame, forumPath(event.number, '/programme'))}>{words.t('forum.programme_all')}</a>
        </p>
      )}
      {participants.map((participant, index) => (
        <OwnProgramme {...{ frame, input, participant, isOne }} event={event.number} id={`participant-${index + 1}`} meetings={meetings} />
      ))}
    </Layout>
  )
}

interface OwnProgrammeProps {
  frame: Frame
  event: number
  id: string
  input: ForumInput
  participant: ForumParticipant
  meetings: readonly Meeting[]
  isOne: boolean
}

const OwnProgramme: FC<OwnProgrammeProps> = ({ frame, event, id, input, participant, meetings, isOne }) => {
  const { words } = frame
  const { code, side, organisation } = participant
  const own = meetings.filter((meeting) => meeting[side] === code)
  const other = side === 'investor' ? 'owner' : 'investor'
  const name = namesOf(input)
  return (
    <div class="own-sheet">
      <Section
        id={id}
        title={organisation}
        aside={
          <>
            <p>{words.t(`forum.${side}`)}</p>
            {!isOne && (
              <p class="acts">
                <a href={link(frame, forumPath(event, '/programme'), { participant: code })} aria-describedby={id}>
                  {words.t('forum.programme_one')}
                </a>
              </p>
            )}
          </>
        }
      >
        {own.length === 0 ? (
          <p class="absent">{words.t('forum.no_meetings')}</p>
        ) : (
          <ScrollTable labelledBy={id} words={words}>
            <thead>
              <tr>
                {(['slot', 'table', 'with', 'project', 'why'] as const).map((column) => (
                  <th scope="col" class={column === 'table' ? 'r' : undefined}>
                    {words.t(`forum.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own.map((meeting) => (
                <tr>
                  <th scope="row">{input.slots[meeting.slot] ?? meeting.slot + 1}</th>
                  <td class="r">{meeting.table}</td>
                  <td>{name(meeting[other])}</td>
                  <td>{name(meeting.project)}</td>
                  <td>{whyOf(meeting, words)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Section>
    </div>
  )
}
