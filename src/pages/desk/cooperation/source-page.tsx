import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import type { Evidence } from '../../../books/cooperation/evidence.ts'
import type { ProposedSpan } from '../../../books/cooperation/propose-spans.ts'
import { isRecordKind, type CooperationRecord } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { sliceOf } from '../../cooperation/cooperation-words.ts'
import { MarkedText } from './marked-text.tsx'
import { cooperationCrumbs, readingPath, recordPath, recordTitle } from './record-words.ts'
import { SpanFields, type SpanInput, type SpanPlaces } from './span-fields.tsx'

/** What a place in a source may say. */
export const markableKinds = ['commitment', 'statement', 'event', 'partner', 'person', 'topic', 'agreement'] as const

interface SourcePageProps {
  frame: Frame
  source: CooperationRecord<'source'>
  evidence: readonly Evidence[]
  named: NamedRecords
  /** Sentences that sound like a promise and that nobody has marked. */
  proposals: readonly ProposedSpan[]
  span: SpanInput
  kind: string
  places: SpanPlaces
  /** Of the list of marked places, from 1. */
  page: number
  problems: readonly Problem[]
  mayWrite: boolean
  formKey: string
}

/** A source document to read: what is marked in it, and a form to mark more. With scripts the words are selected in the text itself. */
export const SourcePage: FC<SourcePageProps> = (props) => {
  const { frame, source, evidence, problems, mayWrite } = props
  const { words } = frame
  const { number, content } = source
  const title = recordTitle(source, words, new Map())
  const { page, pages } = sliceOf(evidence, props.page, perPage)
  /** A marked place leads to its entry in the list, on whatever page that is. */
  const entryOf = (one: Evidence): string => {
    const on = Math.floor(evidence.indexOf(one) / perPage) + 1
    const list = on === page ? '' : link(frame, readingPath(number), { page: String(on) })
    return `${list}#evidence-${one.number}`
  }
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={cooperationCrumbs(
        frame,
        'source',
        { label: title, href: link(frame, recordPath('source', number)) },
        words.t('deskCooperation.reading'),
      )}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>
          {[content.publisher, content.dated === '' ? '' : words.period(content.dated)].filter(Boolean).join(', ')}{' '}
          {words.t('deskCooperation.marked_places', { count: evidence.length })}
        </p>
      </Title>
      <mark-span data-keyboard={words.t('deskCooperation.select_by_keyboard')} data-done={words.t('deskCooperation.selected')}>
        <Section id="text" title={words.t('deskCooperation.text')} aside={<p>{words.t('deskCooperation.text_aside')}</p>}>
          <MarkedText {...{ words, evidence, entryOf }} text={content.text} language={content.language} />
        </Section>
        {mayWrite && <MarkForm {...props} />}
      </mark-span>
      {mayWrite && props.proposals.length > 0 && <Proposals {...props} />}
      <MarkedPlaces {...props} page={page} pages={pages} />
    </Layout>
  )
}

const MarkForm: FC<SourcePageProps> = ({ frame, source, span, kind, places, problems, formKey }) => {
  const { words } = frame
  return (
    <Section id="mark" title={words.t('deskCooperation.mark_place')} aside={<p>{words.t('deskCooperation.mark_aside')}</p>}>
      <form method="post" action={link(frame, readingPath(source.number))} class="data">
        <FormKey value={formKey} />
        <SpanFields {...{ span, places, problems, words }} sources={null} withMarker />
        <SelectField
          id="kind"
          label={words.t('deskCooperation.what_is_it')}
          value={kind}
          problem={problemOf(problems, 'kind')}
          choices={markableKinds.map((value) => ({ value, label: words.t(`cooperation.kind_${value}`) }))}
        />
        <div class="acts">
          <button class="btn main" type="submit">
            {words.t('deskCooperation.next')}
          </button>
        </div>
      </form>
    </Section>
  )
}

/** What the rules found. It is a suggestion: whoever follows it reads the words and decides. */
const Proposals: FC<SourcePageProps> = ({ frame, source, proposals }) => {
  const { words } = frame
  return (
    <Section id="proposals" title={words.t('deskCooperation.proposals')} aside={<p>{words.t('deskCooperation.proposals_aside')}</p>}>
      <ul class="stack-s">
        {proposals.map(({ start, end, exact, marker, strength }) => {
          const query = {
            start: String(start),
            end: String(end),
            kind: 'commitment',
            marker: exact.slice(marker.start - start, marker.end - start),
            strength,
          }
          return (
            <li>
              <q lang={source.content.language}>
                {exact.slice(0, marker.start - start)}
                <b>{query.marker}</b>
                {exact.slice(marker.end - start)}
              </q>{' '}
              <a href={link(frame, readingPath(source.number, '/span'), query)}>
                {words.t('deskCooperation.proposal', { strength: words.t(`cooperation.strength_${strength}`) })}
              </a>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

/** As many as leave the page of a long text light. */
const perPage = 25

const MarkedPlaces: FC<SourcePageProps & { pages: number }> = ({ frame, source, evidence, named, page, pages }) => {
  const { words } = frame
  return (
    <Section id="places" title={words.t('deskCooperation.places')}>
      {evidence.length === 0 && <p class="absent">{words.t('deskCooperation.places_none')}</p>}
      <ul class="stack-s">
        {sliceOf(evidence, page, perPage).items.map(({ number, exact, subject }) => {
          const record = named.get(`${subject.kind}/${subject.number}`)
          return (
            <li id={`evidence-${number}`}>
              <a href={`#place-${number}`}>{words.t('deskCooperation.place_number', { number })}</a>:{' '}
              <q lang={source.content.language}>{exact}</q>{' '}
              {isRecordKind(subject.kind) && (
                <>
                  {words.t(`cooperation.kind_${subject.kind}`)}:{' '}
                  <a href={link(frame, recordPath(subject.kind, subject.number))}>
                    {record === undefined ? subject.number : recordTitle(record, words, named)}
                  </a>
                </>
              )}
            </li>
          )
        })}
      </ul>
      <Pager {...{ page, pages, words }} href={(to) => `${link(frame, readingPath(source.number), { page: String(to) })}#places`} />
    </Section>
  )
}
