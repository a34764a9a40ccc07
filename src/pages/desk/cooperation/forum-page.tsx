import type { FC } from 'hono/jsx'
import type { ForumInput, ForumSchedule } from '../../../books/cooperation/forum/forum.ts'
import type { ForumMatching, ForumTexts, ForumView } from '../../../books/cooperation/forum/matching.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, type Problem } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import type { Words } from '../../words.ts'
import { ForumForm, ForumTables } from './forum-form.tsx'
import { forumPath, namesOf, whyOf, wishInWords } from './forum-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface ForumPageProps {
  frame: Frame
  forum: ForumView
  /** As they were typed, where something is wrong with them. */
  texts: ForumTexts
  revision: number
  problems: readonly Problem[]
  mayWrite: boolean
  formKey: string
}

/** Who meets whom at a forum: the schedule with its reasons, what stays open, and the tables that it is made of. */
export const ForumPage: FC<ForumPageProps> = ({ frame, forum, texts, revision, problems, mayWrite, formKey }) => {
  const { words } = frame
  const { event, matching } = forum
  const name = words.pick(event.content.title)
  const title = words.t('forum.title')
  const crumbs = cooperationCrumbs(frame, 'event', { label: name, href: link(frame, recordPath('event', event.number)) }, title)
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={crumbs}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {name}. {words.t('forum.lede')}
        </p>
      </Title>
      <Section id="schedule" title={words.t('forum.schedule')}>
        {matching === null ? (
          <p class="absent">{words.t(mayWrite ? 'forum.none_yet' : 'forum.none_yet_read')}</p>
        ) : (
          <Schedule frame={frame} event={event.number} kept={matching.kept} input={matching.input} />
        )}
      </Section>
      {matching !== null && <Unmet words={words} schedule={matching.kept.schedule} input={matching.input} />}
      <Section
        id="forum-tables"
        title={words.t('forum.tables_title')}
        aside={mayWrite ? <p>{words.t('forum.tables_aside')}</p> : undefined}
      >
        {mayWrite ? (
          <ForumForm words={words} action={link(frame, forumPath(event.number))} {...{ texts, revision, problems, formKey }} />
        ) : (
          <ForumTables words={words} texts={texts} />
        )}
      </Section>
    </Layout>
  )
}

const Schedule: FC<{ frame: Frame; event: number; kept: ForumMatching; input: ForumInput }> = ({ frame, event, kept, input }) => {
  const { words } = frame
  const { meetings, points, bound, isBest } = kept.schedule
  const name = namesOf(input)
  const quality = isBest
    ? words.t('forum.is_best')
    : bound === null
      ? words.t('forum.not_best_must')
      : words.t('forum.not_best', { bound: words.number(bound, 0) })
  return (
    <div class="stack">
      <p>
        {words.t('forum.counts', { meetings: meetings.length, points })} {quality}
      </p>
      <p class="fine">{words.t('forum.computed', { date: words.date(kept.computedAt) })}</p>
      <p class="acts">
        <a class="btn" href={link(frame, forumPath(event, '/programme'))}>
          {words.t('forum.programme')}
        </a>
        <a class="btn" href={link(frame, forumPath(event, '/schedule.csv'))}>
          {words.t('forum.csv')}
        </a>
      </p>
      {meetings.length > 0 && (
        <ScrollTable labelledBy="schedule" words={words}>
          <thead>
            <tr>
              {(['slot', 'table', 'investor', 'owner', 'project', 'points', 'why'] as const).map((column) => (
                <th scope="col" class={column === 'points' || column === 'table' ? 'r' : undefined}>
                  {words.t(`forum.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {meetings.map((meeting) => (
              <tr>
                <th scope="row">{input.slots[meeting.slot] ?? meeting.slot + 1}</th>
                <td class="r">{meeting.table}</td>
                <td>{name(meeting.investor)}</td>
                <td>{name(meeting.owner)}</td>
                <td>{name(meeting.project)}</td>
                <td class="r">{meeting.points}</td>
                <td>{whyOf(meeting, words)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </div>
  )
}

const Unmet: FC<{ words: Words; schedule: ForumSchedule; input: ForumInput }> = ({ words, schedule, input }) => {
  const name = namesOf(input)
  return (
    <>
      <Section id="unmet" title={words.t('forum.unmet')}>
        {schedule.unmet.length === 0 ? (
          <p>{words.t('forum.unmet_none')}</p>
        ) : (
          <ScrollTable labelledBy="unmet" words={words}>
            <thead>
              <tr>
                {(['who', 'with', 'wish', 'why'] as const).map((column) => (
                  <th scope="col">{words.t(`forum.${column}`)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {schedule.unmet.map(({ wish, why }) => (
                <tr>
                  <th scope="row">{name(wish.from)}</th>
                  <td>{[name(wish.to), name(wish.project)].filter((part) => part !== '').join(', ')}</td>
                  <td>{wishInWords(wish.value, words)}</td>
                  <td>{words.t(`forum.why_${why}`)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Section>
      {schedule.idle.length > 0 && (
        <Section id="idle" title={words.t('forum.idle')} aside={<p>{words.t('forum.idle_why')}</p>}>
          <ul class="plain">
            {schedule.idle.map((code) => (
              <li>{name(code)}</li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
