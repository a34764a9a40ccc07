import type { FC } from 'hono/jsx'
import type { Permission } from '../../../books/accounts/role.ts'
import { phaseOf, type Consultation, type ConsultationEvent, type Phase } from '../../../books/discussion/consultation.ts'
import type { ProgrammeVersion } from '../../../books/programme/programme.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import type { MessageKey } from '../../messages.ts'
import { Picked } from '../../parts/picked.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { discussionPath } from '../../discussion/discussion-words.ts'
import { consultCrumbs, deskConsultationPath, periodWords, phaseWords, titleOf } from './consult-words.ts'
import { ConsultationTexts } from './consultation-texts.tsx'

interface ConsultationPageProps {
  frame: Frame
  consultation: Consultation
  version: ProgrammeVersion | null
  /** What waits for somebody at the desk. */
  waiting: { moderation: number; appeals: number; answers: number }
  may: (permission: Permission) => boolean
}

/** One consultation at the desk: where it stands, what waits, and what can be done with it. */
export const ConsultationPage: FC<ConsultationPageProps> = ({ frame, consultation, version, waiting, may }) => {
  const { words } = frame
  const title = titleOf(consultation, words)
  const phase = phaseOf(consultation, frame.today)
  const ways = waysOf(consultation, phase).filter(({ permission }) => may(permission))
  return (
    <Layout frame={frame} title={title} unlisted crumbs={consultCrumbs(frame, null)}>
      <Title title={title}>
        <p>
          {phaseWords(phase, words)}. {periodWords(consultation, words)}.
        </p>
      </Title>
      {phase === 'draft' && may('consultations.write') && (
        <p class="acts">
          <a class="btn main" href={link(frame, deskConsultationPath(consultation, '/publish'))}>
            {words.t('consult.publish')}
          </a>
          <a href={link(frame, deskConsultationPath(consultation, '/edit'))}>{words.t('consult.edit')}</a>
          <a href={link(frame, deskConsultationPath(consultation, '/preview'))}>{words.t('consult.preview')}</a>
        </p>
      )}
      {(ways.length > 0 || phase !== 'draft') && (
        <Section id="work" title={words.t('desk.work')}>
          <ul class="stack-s">
            {phase !== 'draft' && (
              <li>
                <a href={link(frame, discussionPath(consultation))}>{words.t('consult.public_page')}</a>
              </li>
            )}
            {ways.map(({ path, label, count }) => (
              <li>
                <a href={link(frame, deskConsultationPath(consultation, path))}>{words.t(label)}</a>
                {count !== undefined && waiting[count] > 0 && <> · {words.t('consult.waiting', { count: waiting[count] })}</>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ConsultationTexts frame={frame} consultation={consultation} version={version} />
      {consultation.events.length > 0 && (
        <Section id="events" title={words.t('consult.events')}>
          <ul class="stack-s">
            {consultation.events.map((event) => (
              <li>
                <EventWords frame={frame} event={event} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Layout>
  )
}

/** "1 December 2026, 10:15: extended. Last day 20 December 2026, before 1 December 2026. Reason …" */
const EventWords: FC<{ frame: Frame; event: ConsultationEvent }> = ({ frame, event }) => {
  const { words } = frame
  const { kind, at, closesOn, reason } = event
  return (
    <>
      {momentWords(at, frame)}: {words.t(`consult.event_${kind}`)}
      {closesOn !== undefined && (
        <> {words.t('consult.event_days', { before: words.date(closesOn.before), after: words.date(closesOn.after) })}</>
      )}
      {reason !== undefined && (
        <>
          <br />
          <Picked text={reason} words={words} />
        </>
      )}
    </>
  )
}

interface Way {
  path: string
  label: MessageKey
  permission: Permission
  count?: 'moderation' | 'appeals' | 'answers'
}

/** What can be done with it now; a draft has only the links at the top. */
function waysOf({ level }: Consultation, phase: Phase): Way[] {
  const codes: Way[] = level === 'code' ? [{ path: '/codes', label: 'consult.codes', permission: 'consultations.write' }] : []
  const asked: Way[] = [
    { path: '/statements', label: 'consult.statements', permission: 'consultations.read' },
    { path: '/census', label: 'consult.census', permission: 'consultations.write' },
  ]
  if (phase === 'draft') return [...asked, ...codes]
  const isRunning = phase === 'announced' || phase === 'open'
  return [
    { path: '/moderation', label: 'consult.moderation', permission: 'contributions.moderate', count: 'moderation' },
    { path: '/appeals', label: 'consult.appeals', permission: 'contributions.moderate', count: 'appeals' },
    { path: '/answers', label: 'consult.answers', permission: 'consultations.read', count: 'answers' },
    ...asked,
    { path: '/paper', label: 'consult.paper', permission: 'paper.enter' },
    ...codes,
    { path: '/recompute', label: 'opinions.recompute', permission: 'history.read' },
    { path: '/draft.docx', label: 'consult.draft_docx', permission: 'consultations.read' },
    ...(isRunning
      ? ([
          { path: '/extend', label: 'consult.extend', permission: 'consultations.write' },
          { path: '/close', label: 'consult.close', permission: 'consultations.write' },
        ] satisfies Way[])
      : []),
    ...(phase === 'closed' ? ([{ path: '/answered', label: 'consult.finish', permission: 'consultations.write' }] satisfies Way[]) : []),
  ]
}
