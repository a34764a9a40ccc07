import type { FC } from 'hono/jsx'
import type { PartnerView } from '../../books/cooperation/public-views.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Picked } from '../parts/picked.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { CommitmentItems } from './commitment-item.tsx'
import { cooperationCrumbs, cooperationPath, countryName, dayWords, eventDayWords, promiseCountWords } from './cooperation-words.ts'
import { PersonWords } from './names.tsx'
import { PartnershipSection } from './partnership-section.tsx'

interface PartnerProps {
  frame: Frame
  view: PartnerView
}

/** A partner: what the city did with it, what it promised and was promised, and what was signed. */
export const PartnerPage: FC<PartnerProps> = (props) => {
  const { frame, view } = props
  const { words } = frame
  const { content } = view.partner
  const title = words.pick(content.name)
  const kind = [words.t(`cooperation.partner_kind_${content.kind}`), countryName(content.country, words)].filter((part) => part !== '')
  return (
    <Layout
      frame={frame}
      title={title}
      description={`${title}. ${kind.join(', ')}.`}
      book="cooperation"
      crumbs={cooperationCrumbs(frame, 'partners', { label: title })}
    >
      <Title title={<Picked text={content.name} words={words} />}>
        <p>{kind.join(', ')}</p>
        {words.pick(content.note) !== '' && (
          <p>
            <Picked text={content.note} words={words} />
          </p>
        )}
      </Title>
      {view.partnerships.map((partnership) => (
        <PartnershipSection {...partnership} frame={frame} />
      ))}
      <Commitments {...props} />
      <Events {...props} />
      <Papers {...props} />
      <People {...props} />
    </Layout>
  )
}

const Commitments: FC<PartnerProps> = ({ frame, view: { partner, commitments, counts } }) => {
  const { words } = frame
  return (
    <Section id="commitments" title={words.t('cooperation.kinds_commitment')} aside={<p>{words.t('cooperation.partnerCommitments')}</p>}>
      {counts.all === 0 && <p class="absent">{words.t('cooperation.nothingPromised')}</p>}
      <CommitmentItems commitments={commitments} frame={frame} />
      {counts.all > commitments.length && (
        <p>
          <a href={link(frame, cooperationPath('commitments'), { partner: String(partner.number) })}>
            {words.t('cooperation.allCommitments', { what: promiseCountWords(counts, words) })}
          </a>
        </p>
      )}
    </Section>
  )
}

const Events: FC<PartnerProps> = ({ frame, view: { events } }) => {
  const { words } = frame
  return (
    <Section id="events" title={words.t('cooperation.kinds_event')} aside={<p>{words.t('cooperation.newestFirst')}</p>}>
      {events.length === 0 && <p class="absent">{words.t('cooperation.noEvents')}</p>}
      <ul class="log">
        {events.map(({ number, content }) => (
          <li>
            <span class="when">{eventDayWords(content, words)}</span>
            <span>
              <a href={link(frame, cooperationPath('events', number))}>
                <Picked text={content.title} words={words} />
              </a>{' '}
              <span class="fine">
                · {words.t(`cooperation.event_kind_${content.kind}`)}
                {content.state !== 'held' && ` · ${words.t(`cooperation.event_state_${content.state}`)}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Papers: FC<PartnerProps> = ({ frame, view: { agreements, projects } }) => {
  const { words } = frame
  return (
    <Section id="agreements" title={words.t('cooperation.papersTitle')}>
      {agreements.length + projects.length === 0 && <p class="absent">{words.t('cooperation.noPapers')}</p>}
      <ul class="plain stack-s">
        {agreements.map(({ number, content }) => (
          <li>
            <a href={link(frame, cooperationPath('agreements', number))}>
              <Picked text={content.title} words={words} />
            </a>{' '}
            <span class="fine">
              · {words.t(`cooperation.agreement_kind_${content.kind}`)} · {dayWords(content.signedOn, words)}
            </span>
          </li>
        ))}
        {projects.map(({ number, content }) => (
          <li>
            <a href={link(frame, cooperationPath('projects', number))}>
              <Picked text={content.title} words={words} />
            </a>{' '}
            <span class="fine">
              · {words.t('cooperation.kind_project')} · {words.t(`cooperation.project_stage_${content.stage}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const People: FC<PartnerProps> = ({ frame, view: { people } }) => {
  const { words } = frame
  if (people.length === 0) return <></>
  return (
    <Section id="people" title={words.t('cooperation.kinds_membership')} aside={<p>{words.t('cooperation.peopleAside')}</p>}>
      <ul class="plain stack-s">
        {people.map(({ person, membership: { content } }) => (
          <li>
            <PersonWords person={{ ...person, role: content.role }} frame={frame} />
            {(content.from !== '' || content.until !== '') && (
              <span class="fine">
                {' '}
                · {content.from === '' ? '…' : words.period(content.from)} – {content.until === '' ? '…' : words.period(content.until)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
