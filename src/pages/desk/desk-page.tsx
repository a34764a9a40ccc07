import type { FC } from 'hono/jsx'
import type { Permission } from '../../books/accounts/role.ts'
import type { Attention } from '../../books/desk/attention.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import type { MessageKey } from '../messages.ts'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { goalPath } from '../programme/programme-words.ts'
import type { Words } from '../words.ts'
import { AttentionList } from './attention-list.tsx'
import { waitPath } from './cooperation/office-words.ts'
import { draftPath } from './programme/desk-words.ts'

interface DeskPageProps {
  frame: Frame
  attention: readonly Attention[]
  may: (permission: Permission) => boolean
}

/** What there is to do at the desk, and what one must be allowed to do to see it. */
const ways: ReadonlyArray<{ permission: Permission; path: string; title: MessageKey; about: MessageKey }> = [
  { permission: 'drafts.read', path: '/desk/programme', title: 'common.programme', about: 'desk.way_programme' },
  { permission: 'readings.enter', path: '/desk/values', title: 'desk.values', about: 'desk.way_values' },
  { permission: 'readings.enter', path: '/desk/uploads', title: 'desk.uploads', about: 'desk.way_uploads' },
  { permission: 'drafts.read', path: '/desk/releases', title: 'desk.desk_releases', about: 'desk.way_releases' },
  { permission: 'consultations.read', path: '/desk/consultations', title: 'consult.title', about: 'consult.way_consultations' },
  { permission: 'organisations.write', path: '/desk/organisations', title: 'consult.organisations', about: 'consult.way_organisations' },
  { permission: 'drafts.read', path: '/desk/reports', title: 'reports.title', about: 'deskReports.way' },
  { permission: 'cooperation.read', path: '/desk/cooperation', title: 'cooperation.book', about: 'deskCooperation.lede' },
  { permission: 'mistakes.answer', path: '/desk/mistakes', title: 'desk.mistakes', about: 'desk.way_mistakes' },
  { permission: 'people.manage', path: '/desk/people', title: 'desk.people', about: 'desk.way_people' },
  { permission: 'departments.write', path: '/desk/departments', title: 'desk.departments', about: 'desk.way_departments' },
  { permission: 'history.read', path: '/desk/history', title: 'desk.whole_history', about: 'desk.way_history' },
]

/** The front page of the desk: what needs attention, and what the viewer's role lets her do. */
export const DeskPage: FC<DeskPageProps> = ({ frame, attention, may }) => {
  const { words } = frame
  const title = words.t('common.desk')
  return (
    <Layout frame={frame} title={title} unlisted>
      <Title title={title}>
        <p>{words.t('desk.lede')}</p>
      </Title>
      <Section id="attention" title={words.t('desk.attention')} aside={<p>{words.t('desk.attention_aside')}</p>}>
        <div class="att wide">
          <AttentionList
            words={words}
            entries={attention.map((one) => ({
              priority: one.priority,
              href: link(frame, pathOf(one)),
              text: wordsOfAttention(one, words),
            }))}
          />
        </div>
      </Section>
      <Section id="work" title={words.t('desk.work')}>
        <ul class="stack-s">
          {ways
            .filter(({ permission }) => may(permission))
            .map(({ path, title, about }) => (
              <li>
                <a href={link(frame, path)}>{words.t(title)}</a>
                <br />
                <span class="fine">{words.t(about)}</span>
              </li>
            ))}
        </ul>
      </Section>
    </Layout>
  )
}

function pathOf(one: Attention): string {
  switch (one.kind) {
    case 'draft_blocked':
    case 'draft_incomplete':
    case 'draft_unknown':
      return draftPath(one)
    case 'target_missed':
      return goalPath({ number: one.goal })
    case 'values_due':
      return `/desk/values?indicator=${encodeURIComponent(one.indicator)}`
    case 'names_untranslated':
      return `/indicators/${one.indicator}`
    case 'release_waiting':
      return `/desk/releases/${one.release}`
    case 'notices':
      return `/releases/${one.release}`
    case 'mistakes':
      return '/desk/mistakes'
    case 'cooperation':
      return waitPath(one.wait)
  }
}

function wordsOfAttention(one: Attention, words: Words): string {
  switch (one.kind) {
    case 'draft_blocked':
    case 'draft_incomplete':
    case 'draft_unknown':
      return words.t(`desk.attention_${one.kind}`, { title: words.pick(one.title), count: one.count })
    case 'target_missed':
      return words.t('desk.attention_target_missed', { goal: one.goal, name: words.pick(one.name) })
    case 'values_due':
      return words.t('desk.attention_values_due', {
        indicator: one.indicator,
        name: words.pick(one.name),
        period: words.period(one.last),
      })
    case 'release_waiting':
      return words.t('desk.attention_release_waiting', { title: words.pick(one.title), number: one.release })
    case 'notices':
      return words.t('desk.attention_notices', { title: words.pick(one.title), number: one.release, count: one.count })
    case 'names_untranslated':
      return words.t('desk.attention_names_untranslated', { count: one.count })
    case 'mistakes':
      return words.t('desk.attention_mistakes', { count: one.count })
    case 'cooperation':
      return words.t(`deskCooperation.waits_${one.wait}`, { count: one.count })
  }
}
