import type { FC } from 'hono/jsx'
import { listWaits, type CooperationDesk } from '../../../books/cooperation/desk-view.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import type { MessageKey } from '../../messages.ts'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { AttentionList } from '../attention-list.tsx'
import { officePath, waitPath } from './office-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

/** What is done day by day. */
const ways: ReadonlyArray<{ path: string; label: MessageKey; forWriters?: true }> = [
  { path: officePath('visits'), label: 'deskCooperation.way_visits' },
  { path: officePath('assignments'), label: 'deskCooperation.way_assignments' },
  { path: officePath('mayor-status'), label: 'deskCooperation.way_mayor_status' },
  { path: '/desk/cooperation/import', label: 'deskCooperation.way_import', forWriters: true },
]

/** The front page of the international office: what waits, and everything that it keeps. */
export const CooperationFrontPage: FC<{ frame: Frame; desk: CooperationDesk; mayWrite: boolean }> = ({ frame, desk, mayWrite }) => {
  const { words } = frame
  const title = words.t('cooperation.book')
  const waiting = listWaits(desk.waits).map(({ priority, wait, count }) => ({
    ...{ priority, href: link(frame, waitPath(wait)) },
    text: words.t(`deskCooperation.waits_${wait}`, { count }),
  }))
  return (
    <Layout frame={frame} title={title} unlisted crumbs={cooperationCrumbs(frame, null).slice(0, 1).concat({ label: title })}>
      <Title title={title}>
        <p>{words.t('deskCooperation.lede')}</p>
      </Title>
      <Section id="attention" title={words.t('desk.attention')}>
        <div class="att wide">
          <AttentionList words={words} entries={waiting} />
        </div>
      </Section>
      <Section id="work" title={words.t('desk.work')}>
        <ul class="stack-s">
          {ways
            .filter(({ forWriters }) => mayWrite || !forWriters)
            .map(({ path, label }) => (
              <li>
                <a href={link(frame, path)}>{words.t(label)}</a>
              </li>
            ))}
        </ul>
      </Section>
      <Section id="records" title={words.t('deskCooperation.records')} aside={<p>{words.t('deskCooperation.records_aside')}</p>}>
        <ul class="stack-s">
          {desk.kinds.map(({ kind, count, drafts }) => (
            <li>
              <a href={link(frame, recordPath(kind))}>{words.t(`cooperation.kinds_${kind}`)}</a>: <span class="num">{count}</span>
              {drafts > 0 && (
                <>
                  {', '}
                  <a href={link(frame, recordPath(kind), { only: 'drafts' })}>
                    {words.t('deskCooperation.of_them_drafts', { count: drafts })}
                  </a>
                </>
              )}
              {mayWrite && (
                <>
                  {'. '}
                  <a href={link(frame, `${recordPath(kind)}/new`)}>
                    {words.t('deskCooperation.add_kind', { kind: words.t(`cooperation.kind_${kind}`) })}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Layout>
  )
}
