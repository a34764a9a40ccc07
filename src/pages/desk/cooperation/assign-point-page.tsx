import type { FC } from 'hono/jsx'
import type { CooperationRecord, ProtocolPoint } from '../../../books/cooperation/records.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, problemOf, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { officePath, visitCrumbs } from './office-words.ts'
import { RecordFields, type RecordFieldsProps } from './record-fields.tsx'

interface AssignPointPageProps extends Omit<RecordFieldsProps, 'kind' | 'fixed' | 'words'> {
  frame: Frame
  meeting: CooperationRecord<'event'>
  /** Which point of its protocol. */
  at: number
  point: ProtocolPoint
  due: string
  formKey: string
}

/** A decided point becomes an assignment: its words stand in the form already. */
export const AssignPointPage: FC<AssignPointPageProps> = ({ frame, meeting, at, point, due, formKey, ...fields }) => {
  const { words } = frame
  const { problems } = fields
  const title = words.t('office.assign_title')
  const text = words.picked(point.text)
  const protocol = { label: words.t('office.protocol'), href: link(frame, officePath('protocols', meeting.number)) }
  const visit = { label: words.pick(meeting.content.title), href: link(frame, officePath('visits', meeting.number)) }
  return (
    <Layout frame={frame} title={title} unlisted failed={problems.length > 0} crumbs={visitCrumbs(frame, visit, protocol, title)}>
      <ErrorSummary problems={problems} words={words} />
      <Title title={title}>
        <p>{words.t('office.assign_lede')}</p>
      </Title>
      <Section id="point" title={words.t('office.assign_point')} aside={<p>{words.t('office.point_number', { number: at + 1 })}</p>}>
        <p class="own-lines" lang={text?.language}>
          {text?.text}
        </p>
      </Section>
      <Section id="assignment" title={words.t('office.assign_form')}>
        <form
          class="data"
          method="post"
          action={link(frame, officePath('protocols', meeting.number, `/points/${at + 1}/assignment`))}
          novalidate
        >
          <FormKey value={formKey} />
          <input type="hidden" name="revision" value={String(meeting.revision)} />
          <TextField
            id="due"
            label={words.t('office.column_deadline')}
            hint={words.t('deskCooperation.hint_type_partial_date')}
            value={due}
            maxlength={10}
            problem={problemOf(problems, 'due')}
          />
          <RecordFields {...fields} kind="assignment" fixed={['event']} words={words} />
          <p class="acts">
            <button class="btn main" type="submit">
              {words.t('office.assign_save')}
            </button>
          </p>
        </form>
      </Section>
    </Layout>
  )
}
