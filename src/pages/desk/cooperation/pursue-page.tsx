import type { FC } from 'hono/jsx'
import type { PursuedRecord } from '../../../books/cooperation/desk-view.ts'
import { statusEventKinds } from '../../../books/cooperation/status.ts'
import { languages, type MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { Facts } from '../../parts/facts.tsx'
import { ErrorSummary, FormKey, problemOf, SelectField, TextField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { cooperationCrumbs, recordPath, recordTitle } from './record-words.ts'
import { SpanFields, type SpanInput, type SpanPlaces } from './span-fields.tsx'
import { Timeline } from './timeline.tsx'

/** What was typed into the forms of the page. */
export interface PursueForms {
  event: { kind: string; on: string; note: MultilingualText; span: SpanInput }
  deadline: { due: string; reason: string }
  retract: { event: string; note: MultilingualText }
}

interface PursuePageProps {
  frame: Frame
  pursued: PursuedRecord
  forms: PursueForms
  /** Which of the forms was not taken. */
  failed: keyof PursueForms | null
  problems: readonly Problem[]
  places: SpanPlaces
  mayWrite: boolean
  newKey: () => string
}

/** What became of a commitment or an assignment: its history, and the forms with which it goes on. */
export const PursuePage: FC<PursuePageProps> = (props) => {
  const { frame, pursued, problems, mayWrite } = props
  const { words } = frame
  const { record, named, status, due, commitment } = pursued
  const name = recordTitle(record, words, named)
  const title = words.t('deskCooperation.what_became')
  return (
    <Layout
      frame={frame}
      title={title}
      unlisted
      failed={problems.length > 0}
      crumbs={cooperationCrumbs(frame, record.kind, { label: name, href: link(frame, recordPath(record.kind, record.number)) }, title)}
    >
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{name}</p>
      </Title>
      <Section id="now" title={words.t('deskCooperation.stands_now')} aside={<p>{words.t('deskCooperation.stands_now_aside')}</p>}>
        <Facts
          facts={[
            [words.t('deskCooperation.status'), words.t(`cooperation.status_${status}`)],
            [words.t('deskCooperation.due'), due === '' ? words.t('cooperation.flag_no_date') : words.period(due)],
            [
              words.t('deskCooperation.attention_to'),
              commitment === null ? null : commitment.flags.map((flag) => words.t(`cooperation.flag_${flag}`)).join('. '),
            ],
            [words.t('deskCooperation.reports'), commitment === null ? null : words.t(`cooperation.light_${commitment.light.light}`)],
          ]}
        />
      </Section>
      <Timeline frame={frame} pursued={pursued} />
      {mayWrite && (
        <>
          <EventForm {...props} />
          <DeadlineForm {...props} />
          {pursued.events.length > 0 && <RetractForm {...props} />}
        </>
      )}
    </Layout>
  )
}

/** The forms share names of fields; what was wrong with one of them is not said of the others. */
const own = ({ failed, problems }: PursuePageProps, form: keyof PursueForms): readonly Problem[] => (failed === form ? problems : [])

const actionOf = ({ frame, pursued: { record } }: PursuePageProps): string => link(frame, recordPath(record.kind, record.number, '/pursue'))

const EventForm: FC<PursuePageProps> = (props) => {
  const { frame, pursued, forms, places, newKey } = props
  const { words } = frame
  const { kind, on, note, span } = forms.event
  const problems = own(props, 'event')
  return (
    <Section id="event" title={words.t('deskCooperation.event_title')} aside={<p>{words.t('deskCooperation.event_aside')}</p>}>
      <form method="post" action={actionOf(props)} class="data">
        <FormKey value={newKey()} />
        <SelectField
          id="kind"
          label={words.t('deskCooperation.event_kind')}
          value={kind}
          problem={problemOf(problems, 'kind')}
          choices={statusEventKinds
            .filter((one) => one !== 'retracted')
            .map((value) => ({ value, label: words.t(`cooperation.status_event_${value}`) }))}
        />
        <TextField
          id="on"
          type="date"
          label={words.t('deskCooperation.event_on')}
          hint={words.t('deskCooperation.event_on_hint')}
          value={on}
          problem={problemOf(problems, 'on')}
        />
        <fieldset class="part">
          <legend>{words.t('deskCooperation.event_note')}</legend>
          <LanguageFields
            {...{ words, problems }}
            id="note"
            label={words.t('deskCooperation.event_note')}
            values={note}
            rows={3}
            maxlength={2000}
          />
        </fieldset>
        <fieldset class="part" id="evidence">
          <legend>{words.t('deskCooperation.event_evidence')}</legend>
          <p class="hint">{words.t('deskCooperation.event_evidence_hint')}</p>
          <SpanFields
            {...{ span, problems, words }}
            places={props.failed === 'event' ? places : []}
            sources={{ choices: pursued.sources, named: pursued.named }}
            withMarker={false}
          />
        </fieldset>
        <div class="acts">
          <button class="btn main" type="submit" name="do" value="event">
            {words.t('deskCooperation.event_add')}
          </button>
        </div>
      </form>
    </Section>
  )
}

const DeadlineForm: FC<PursuePageProps> = (props) => {
  const { frame, forms, pursued, newKey } = props
  const { words } = frame
  const problems = own(props, 'deadline')
  const isFirst = pursued.deadlines.length === 0
  return (
    <Section id="deadline" title={words.t(isFirst ? 'deskCooperation.deadline_set' : 'deskCooperation.deadline_move')}>
      <form method="post" action={actionOf(props)} class="data">
        <FormKey value={newKey()} />
        <TextField
          id="due"
          label={words.t('deskCooperation.due')}
          hint={words.t('deskCooperation.hint_type_partial_date')}
          value={forms.deadline.due}
          problem={problemOf(problems, 'due')}
          maxlength={10}
        />
        {!isFirst && (
          <TextField
            id="reason"
            label={words.t('deskCooperation.deadline_reason')}
            value={forms.deadline.reason}
            problem={problemOf(problems, 'reason')}
            rows={2}
            maxlength={2000}
          />
        )}
        <div class="acts">
          <button class="btn" type="submit" name="do" value="deadline">
            {words.t('form.save')}
          </button>
        </div>
      </form>
    </Section>
  )
}

const RetractForm: FC<PursuePageProps> = (props) => {
  const { frame, forms, pursued, newKey } = props
  const { words } = frame
  const problems = own(props, 'retract')
  const retracted = new Set(pursued.events.map(({ retracts }) => retracts))
  const choices = pursued.events
    .filter(({ kind, number }) => kind !== 'retracted' && !retracted.has(number))
    .map(({ number, kind, on }) => ({
      value: String(number),
      label: words.t('deskCooperation.entry', { number, kind: words.t(`cooperation.status_event_${kind}`), date: words.date(on) }),
    }))
  return (
    <Section id="retract" title={words.t('deskCooperation.retract_title')} aside={<p>{words.t('deskCooperation.retract_aside')}</p>}>
      <form method="post" action={actionOf(props)} class="data">
        <FormKey value={newKey()} />
        <SelectField
          id="retracts"
          label={words.t('deskCooperation.retract_which')}
          value={forms.retract.event}
          problem={problemOf(problems, 'retracts')}
          choices={[{ value: '', label: words.t('deskCooperation.none') }, ...choices]}
        />
        <div class="tri">
          {languages.map((language) => (
            <TextField
              id={`why-${language}`}
              lang={language}
              label={`${words.t('deskCooperation.reason')}, ${words.t(`entry.in_${language}`)}`}
              value={forms.retract.note[language] ?? ''}
              problem={problemOf(problems, `why-${language}`)}
              rows={2}
              maxlength={2000}
            />
          ))}
        </div>
        <div class="acts">
          <button class="btn" type="submit" name="do" value="retract">
            {words.t('deskCooperation.retract')}
          </button>
        </div>
      </form>
    </Section>
  )
}
