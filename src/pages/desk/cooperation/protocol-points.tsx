import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import { assignmentProblem, mayBeWorded } from '../../../books/cooperation/protocol.ts'
import { protocolPointKinds, type CooperationRecord, type ProtocolPoint } from '../../../books/cooperation/records.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { FormKey, problemOf, SelectField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { officePath } from './office-words.ts'
import { recordPath, recordTitle } from './record-words.ts'

/** Of a point, as it was typed; `at`: which one is worded anew, null: a new one. */
export interface PointInput {
  at: number | null
  kind: string
  text: MultilingualText
  speaker: string
}

interface PointsProps {
  frame: Frame
  meeting: CooperationRecord<'event'>
  named: NamedRecords
  persons: ReadonlyArray<CooperationRecord<'person'>>
  point: PointInput
  problems: readonly Problem[]
  mayWrite: boolean
  newKey: () => string
}

/** What was heard, said and decided, in the order of the meeting. */
export const ProtocolPoints: FC<PointsProps> = (props) => {
  const { frame, meeting, point: input, mayWrite } = props
  const { words } = frame
  const { protocol } = meeting.content
  return (
    <Section id="points" title={words.t('office.points')}>
      {protocol.points.length === 0 && <p class="absent">{words.t('office.points_none')}</p>}
      <ol class="points">
        {protocol.points.map((point, at) => (
          <li id={`point-${at + 1}`}>
            <Point {...props} point={point} at={at} input={input} />
          </li>
        ))}
      </ol>
      {mayWrite && mayBeWorded(protocol) && (
        <>
          <h3 id="add-point">{words.t('office.point_add')}</h3>
          <PointForm {...props} at={null} input={input.at === null ? input : emptyPoint} />
        </>
      )}
    </Section>
  )
}

export const emptyPoint: PointInput = { at: null, kind: 'heard', text: {}, speaker: '' }

interface PointProps extends Omit<PointsProps, 'point'> {
  point: ProtocolPoint
  at: number
  input: PointInput
}

const Point: FC<PointProps> = (props) => {
  const { frame, meeting, named, point, at, input, mayWrite } = props
  const { words } = frame
  const { protocol } = meeting.content
  const text = words.picked(point.text)
  const speaker = point.speaker === null ? undefined : named.get(`person/${point.speaker}`)
  const mayAssign = mayWrite && assignmentProblem(protocol, at) === null
  return (
    <>
      <p>
        <strong>{words.t(`cooperation.point_${point.kind}`)}</strong>
        {speaker !== undefined && <>, {recordTitle(speaker, words, named)}</>}
      </p>
      <p class="own-lines" lang={text?.language}>
        {text?.text}
      </p>
      {point.assignment !== null && (
        <p>
          <a href={link(frame, recordPath('assignment', point.assignment))}>
            {words.t('office.point_assigned', { number: point.assignment })}
          </a>
        </p>
      )}
      {mayAssign && (
        <p class="no-print">
          <a href={link(frame, officePath('protocols', meeting.number, `/points/${at + 1}/assignment`))}>
            {words.t('office.point_assign')}
          </a>
        </p>
      )}
      {mayWrite && mayBeWorded(protocol) && (
        <details class="no-print" open={input.at === at}>
          <summary>
            {words.t('office.point_edit')}: {words.t('office.point_number', { number: at + 1 })}
          </summary>
          <PointForm
            {...props}
            input={input.at === at ? input : { at, kind: point.kind, text: point.text, speaker: String(point.speaker ?? '') }}
          />
          <PlaceForm {...props} />
        </details>
      )}
    </>
  )
}

const PointForm: FC<Omit<PointProps, 'at' | 'point'> & { at: number | null }> = ({
  frame,
  meeting,
  persons,
  input,
  at,
  problems,
  newKey,
}) => {
  const { words } = frame
  // Ids are unique in the page; problems belong to the form that was sent.
  const end = at === null ? '' : `-${at + 1}`
  const own = input.at === at ? problems : []
  const named: NamedRecords = new Map()
  const speakers = persons
    .map((person) => ({ value: String(person.number), label: recordTitle(person, words, named) }))
    .toSorted((a, b) => words.compare(a.label, b.label))
  return (
    <form class="stack" method="post" action={link(frame, officePath('protocols', meeting.number))} novalidate>
      <FormKey value={newKey()} />
      <input type="hidden" name="do" value={at === null ? 'add' : 'save'} />
      <input type="hidden" name="revision" value={String(meeting.revision)} />
      {at !== null && <input type="hidden" name="at" value={String(at)} />}
      <SelectField
        id={`kind${end}`}
        name="kind"
        label={words.t('office.point_kind')}
        value={input.kind}
        problem={problemOf(own, `kind${end}`)}
        choices={protocolPointKinds.map((value) => ({ value, label: words.t(`cooperation.point_${value}`) }))}
      />
      <LanguageFields
        words={words}
        id={`text${end}`}
        label={words.t('office.point_text')}
        values={input.text}
        rows={3}
        maxlength={3000}
        problems={own}
      />
      <SelectField
        id={`speaker${end}`}
        name="speaker"
        label={words.t('office.point_speaker')}
        hint={words.t('office.point_speaker_hint')}
        value={input.speaker}
        problem={problemOf(own, `speaker${end}`)}
        choices={[{ value: '', label: words.t('office.point_no_speaker') }, ...speakers]}
      />
      <p class="acts">
        <button class="btn main" type="submit">
          {at === null ? words.t('office.point_add') : words.t('form.save')}
        </button>
      </p>
    </form>
  )
}

/** Up in the order, or out. */
const PlaceForm: FC<PointProps> = ({ frame, meeting, at, newKey }) => {
  const { words } = frame
  const about = words.t('office.point_number', { number: at + 1 })
  return (
    <form class="acts" method="post" action={link(frame, officePath('protocols', meeting.number))}>
      <FormKey value={newKey()} />
      <input type="hidden" name="revision" value={String(meeting.revision)} />
      <input type="hidden" name="at" value={String(at)} />
      {at > 0 && (
        <button class="btn" type="submit" name="do" value="up">
          {words.t('office.point_up')}: {about}
        </button>
      )}
      <button class="btn" type="submit" name="do" value="remove">
        {words.t('office.point_remove')}: {about}
      </button>
    </form>
  )
}
