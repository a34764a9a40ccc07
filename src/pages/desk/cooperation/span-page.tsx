import type { FC } from 'hono/jsx'
import type { Choices, NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { CooperationRecord, RecordKind } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { cooperationCrumbs, readingPath, recordPath, recordTitle } from './record-words.ts'
import { ReferenceField } from './reference-fields.tsx'

/** A place in a source that was found, and what it is said to be. */
export interface FoundPlace {
  start: number
  end: number
  kind: RecordKind
  marker: string
  /** As the rules proposed it; '' : they did not. */
  strength: string
}

interface SpanPageProps {
  frame: Frame
  source: CooperationRecord<'source'>
  place: FoundPlace
  /** Records of the kind, to tie the place to. */
  choices: Choices
  named: NamedRecords
  chosen: string
  problems: readonly Problem[]
  formKey: string
}

const around = 160

/** The words in their place: are they of a record that is there already, or of a new one? */
export const SpanPage: FC<SpanPageProps> = ({ frame, source, place, choices, named, chosen, problems, formKey }) => {
  const { words } = frame
  const { number, content } = source
  const { start, end, kind, marker, strength } = place
  const title = words.t('deskCooperation.span_title')
  const name = recordTitle(source, words, new Map())
  const exact = content.text.slice(start, end)
  const query = { ...prefilled(place, source, exact), source: String(number), start: String(start), end: String(end) }
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={cooperationCrumbs(frame, 'source', { label: name, href: link(frame, readingPath(number)) }, title)}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {words.t(`cooperation.kind_${kind}`)}
          {strength !== '' && `, ${words.t(`cooperation.strength_${strength as 'signed'}`)}`}
          {marker !== '' && `. ${words.t('deskCooperation.marked_verb', { marker })}`}
        </p>
      </Title>
      <pre class="source-text" lang={content.language}>
        <span>{content.text.slice(Math.max(0, start - around), start)}</span>
        <mark>{exact}</mark>
        {content.text.slice(end, end + around)}
      </pre>
      <Section id="new" title={words.t('deskCooperation.span_new')}>
        <p>
          <a class="btn" href={link(frame, `${recordPath(kind)}/new`, query)}>
            {words.t('deskCooperation.add_kind', { kind: words.t(`cooperation.kind_${kind}`) })}
          </a>
        </p>
      </Section>
      <Section id="known" title={words.t('deskCooperation.span_known')}>
        <form method="post" action={link(frame, readingPath(number, '/span'))} class="data">
          <FormKey value={formKey} />
          {Object.entries({ start, end, kind, marker, strength }).map(([field, value]) => (
            <input type="hidden" name={field} value={String(value)} />
          ))}
          <ReferenceField
            id="record"
            label={words.t(`cooperation.kind_${kind}`)}
            value={chosen}
            problem={problemOf(problems, 'record')}
            to={kind}
            {...{ choices, named, words }}
          />
          <div class="acts">
            <button class="btn main" type="submit">
              {words.t('deskCooperation.tie')}
            </button>
          </div>
        </form>
      </Section>
    </Layout>
  )
}

const mostOfAName = 300

/** What the form of a new record begins with, as far as the words say it. The words of a statement are taken from the source by the form. */
function prefilled(
  { kind, marker, strength }: FoundPlace,
  { content }: CooperationRecord<'source'>,
  exact: string,
): Record<string, string> {
  if (kind === 'commitment') return { marker, ...(strength === '' ? {} : { strength }) }
  if (kind === 'statement' || exact.length > mostOfAName) return {}
  if (kind === 'person') return { nameAsWritten: exact }
  return { [`${kind === 'partner' ? 'name' : 'title'}-${content.language}`]: exact }
}
