import type { FC } from 'hono/jsx'
import { contributionKinds } from '../../books/discussion/contribution.ts'
import type { Consultation } from '../../books/discussion/consultation.ts'
import type { ListedContribution } from '../../books/discussion/listed-contribution.ts'
import { decisions } from '../../books/discussion/official-answer.ts'
import type { Section as TextSection } from '../../books/programme/sections.ts'
import { link, type Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { SelectField } from '../parts/form.tsx'
import { Pager } from '../parts/pager.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { discussionCrumbs } from './crumbs.ts'
import { discussionPath, sectionTitle } from './discussion-words.ts'
import { SaidNote } from './said-note.tsx'
import { SentNotice, type Sent } from './sent-notice.tsx'

interface SaidListPageProps {
  frame: Frame
  consultation: Consultation
  phase: string
  filter: { kind: string | null; section: string | null; answer: string | null; by: string | null }
  sections: readonly TextSection[]
  contributions: readonly ListedContribution[]
  all: number
  page: number
  pages: number
  sent: Sent | null
}

/** Everything that was said, newest first, to be narrowed down. */
export const SaidListPage: FC<SaidListPageProps> = (props) => {
  const { frame, consultation, phase, filter, contributions, all, page, pages, sent } = props
  const { words } = frame
  const title = words.t('discussion.contributionsTitle')
  const path = discussionPath(consultation, '/contributions')
  const kept = Object.fromEntries(Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  return (
    <Layout
      frame={frame}
      title={title}
      description={words.t('discussion.contributionsLede')}
      book="discussion"
      crumbs={discussionCrumbs(frame, consultation, { label: title })}
    >
      <Title title={title}>
        <p>{words.t('discussion.contributionsLede')}</p>
      </Title>
      {sent && <SentNotice frame={frame} consultation={consultation} sent={sent} />}
      <Filter {...props} path={path} />
      <Section
        id="list"
        title={words.t('discussion.contributionCount', { count: all })}
        aside={
          <p>
            <a href={link(frame, discussionPath(consultation, '/contributions.csv'))}>{words.t('discussion.contributionsFile')}</a>
          </p>
        }
      >
        {contributions.length === 0 && <p class="absent">{words.t('discussion.nothingFound')}</p>}
        {contributions.map((one) => (
          <SaidNote frame={frame} consultation={consultation} one={one} open={phase === 'open'} withPlace />
        ))}
        <Pager page={page} pages={pages} words={words} href={(to) => link(frame, path, { ...kept, page: String(to) })} />
      </Section>
    </Layout>
  )
}

const Filter: FC<SaidListPageProps & { path: string }> = ({ frame, filter, sections, path }) => {
  const { words } = frame
  const any = { value: '', label: words.t('discussion.filter_any') }
  return (
    <form class="filter" method="get" action={link({ ...frame, asOf: null }, path)}>
      <SelectField
        id="kind"
        label={words.t('discussion.filterKind')}
        value={filter.kind ?? ''}
        choices={[any, ...contributionKinds.map((kind) => ({ value: kind, label: words.t(`discussion.kind_${kind}`) }))]}
      />
      <SelectField
        id="section"
        label={words.t('discussion.filterSection')}
        value={filter.section ?? ''}
        choices={[any, ...sections.map((section) => ({ value: section.id, label: sectionTitle(section, words) }))]}
      />
      <SelectField
        id="answer"
        label={words.t('discussion.filterAnswer')}
        value={filter.answer ?? ''}
        choices={[
          any,
          { value: 'waiting', label: words.t('discussion.filter_waiting') },
          ...decisions.map((decision) => ({ value: decision, label: words.t(`discussion.decision_${decision}`) })),
        ]}
      />
      <SelectField
        id="by"
        label={words.t('discussion.filterBy')}
        value={filter.by ?? ''}
        choices={[any, ...(['people', 'organisations'] as const).map((by) => ({ value: by, label: words.t(`discussion.filter_${by}`) }))]}
      />
      <button class="btn" type="submit">
        {words.t('common.show')}
      </button>
    </form>
  )
}
