import type { FC } from 'hono/jsx'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import type { ProgrammeVersion, Sentence } from '../../books/programme/programme.ts'
import type { Section } from '../../books/programme/sections.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Title } from '../parts/title.tsx'
import { versionWords } from '../programme/programme-words.ts'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath, sectionTitle } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'
import { SentNotice, type Sent } from './sent-notice.tsx'

interface SectionPageProps {
  frame: Frame
  consultation: Consultation
  phase: string
  version: ProgrammeVersion
  section: Section
  before: Section | null
  after: Section | null
  sentences: ReadonlyArray<{ sentence: Sentence; number: number; count: number }>
  selected: Sentence | null
  contributions: readonly ListedContribution[]
  page: number
  pages: number
  /** Her contribution has just been taken. */
  sent: Sent | null
}

/** One section in sentences; beside it what is said about it, or about the sentence that is chosen. */
export const SectionPage: FC<SectionPageProps> = (props) => {
  const { frame, consultation, version, section, before, after, sent } = props
  const { words } = frame
  const title = sectionTitle(section, words)
  const to = (one: Section) => link(frame, discussionPath(consultation, `/text/${one.id}`))
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('discussion.sectionLede')}
      book="discussion"
      crumbs={discussionCrumbs(
        frame,
        consultation,
        { label: words.t('discussion.textTitle'), href: link(frame, discussionPath(consultation, '/text')) },
        { label: title },
      )}
    >
      <Title title={title}>
        <p>
          {words.pick(version.title)}, {versionWords(version, words)}
        </p>
        <p>{words.t('discussion.sectionLede')}</p>
      </Title>
      {sent && <SentNotice frame={frame} consultation={consultation} sent={sent} />}
      <div class="beside">
        <Prose {...props} />
        <Beside {...props} />
      </div>
      <nav class="pager" aria-label={words.t('discussion.sections')}>
        {before && (
          <a href={to(before)} rel="prev">
            ← {sectionTitle(before, words)}
          </a>
        )}
        {after && (
          <a href={to(after)} rel="next">
            {sectionTitle(after, words)} →
          </a>
        )}
      </nav>
    </Layout>
  )
}

const Prose: FC<SectionPageProps> = ({ frame, consultation, section, sentences, selected }) => {
  const { words } = frame
  const to = (sentence: Sentence, anchor: string) =>
    link(frame, discussionPath(consultation, `/text/${section.id}#${anchor}`), { sentence: sentence.id })
  return (
    <p class="sentences">
      {sentences.map(({ sentence, number, count }) => (
        <>
          <span class={sentence.id === selected?.id ? 's sel' : 's'} id={sentence.id}>
            <a
              class="sn"
              href={to(sentence, sentence.id)}
              aria-label={words.t('programme.sentence', { number: String(number) })}
              aria-current={sentence.id === selected?.id ? 'true' : undefined}
            >
              {number}
            </a>
            <Picked text={sentence.text} words={words} />
          </span>{' '}
          <a class="said" href={to(sentence, 'said')} aria-label={words.t('discussion.saidAt', { number: String(number), count })}>
            {words.t('discussion.contributionCount', { count })}
          </a>{' '}
        </>
      ))}
    </p>
  )
}

const Beside: FC<SectionPageProps> = ({ frame, consultation, phase, section, sentences, selected, contributions, page, pages }) => {
  const { words } = frame
  const number = sentences.find(({ sentence }) => sentence.id === selected?.id)?.number
  const open = phase === 'open'
  const place: Record<string, string> = selected === null ? { section: section.id } : { sentence: selected.id }
  const path = discussionPath(consultation, `/text/${section.id}`)
  return (
    <aside class="stack" aria-labelledby="said">
      <h2 id="said">
        {number === undefined ? words.t('discussion.saidInSection') : words.t('discussion.saidAtSentence', { number: String(number) })}
      </h2>
      {number !== undefined && (
        <p>
          <a href={link(frame, path)}>{words.t('discussion.showSection')}</a>
        </p>
      )}
      {open && (
        <p class="acts">
          <a class="btn main" href={link(frame, discussionPath(consultation, '/write'), place)}>
            {words.t(selected === null ? 'discussion.writeOnSection' : 'discussion.writeOnSentence')}
          </a>
        </p>
      )}
      {contributions.length === 0 && <p class="absent">{words.t('discussion.nothingSaid')}</p>}
      {contributions.map((one) => (
        <SaidNote frame={frame} consultation={consultation} one={one} open={open} withPlace={selected === null} />
      ))}
      <Pager
        page={page}
        pages={pages}
        words={words}
        href={(to) => link(frame, `${path}#said`, { ...(selected === null ? {} : { sentence: selected.id }), page: String(to) })}
      />
    </aside>
  )
}
