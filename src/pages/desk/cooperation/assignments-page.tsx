import type { FC } from 'hono/jsx'
import { assignmentStates, type AssignmentFilter, type AssignmentLine } from '../../../books/cooperation/assignment-list.ts'
import { statusShapes } from '../../cooperation/cooperation-words.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { SelectField, TextField } from '../../parts/form.tsx'
import { ScrollTable } from '../../parts/scroll-table.tsx'
import { Section } from '../../parts/section.tsx'
import { Status } from '../../parts/status.tsx'
import { Title } from '../../parts/title.tsx'
import { dueWords, officePath } from './office-words.ts'
import { cooperationCrumbs, recordPath } from './record-words.ts'

interface AssignmentsPageProps {
  frame: Frame
  lines: readonly AssignmentLine[]
  filter: AssignmentFilter
  mayWrite: boolean
}

/** The list of assignments in the customary columns, and its way out as a table and a document. */
export const AssignmentsPage: FC<AssignmentsPageProps> = ({ frame, lines, filter, mayWrite }) => {
  const { words } = frame
  const title = words.t('office.assignments_title')
  const query = { state: filter.state, owner: filter.owner, dueUntil: filter.dueUntil }
  return (
    <Layout frame={frame} title={title} unlisted crumbs={cooperationCrumbs(frame, null, title)}>
      <Title title={title}>
        <p>{words.t('office.assignments_lede')}</p>
      </Title>
      <Section id="list" title={words.t(`office.state_${filter.state}`)} aside={<p>{words.t('office.count', { count: lines.length })}</p>}>
        <Filter frame={frame} filter={filter} />
        {lines.length === 0 ? <p class="absent">{words.t('office.assignments_none')}</p> : <Table frame={frame} lines={lines} />}
        <p class="acts">
          <a href={link(frame, officePath('assignments', undefined, '.xlsx'), query)}>{words.t('office.export_xlsx')}</a>
          <a href={link(frame, officePath('assignments', undefined, '.docx'), query)}>
            {words.t('office.docx_in', { language: words.t(`entry.in_${words.language}`) })}
          </a>
          {mayWrite && <a href={link(frame, `${recordPath('assignment')}/new`)}>{words.t('office.assignment_add')}</a>}
        </p>
      </Section>
    </Layout>
  )
}

const Filter: FC<{ frame: Frame; filter: AssignmentFilter }> = ({ frame, filter }) => {
  const { words } = frame
  return (
    <form class="filters" method="get" action={link(frame, officePath('assignments'))}>
      <SelectField
        id="state"
        label={words.t('office.filter_state')}
        value={filter.state}
        choices={assignmentStates.map((value) => ({ value, label: words.t(`office.state_${value}`) }))}
      />
      <TextField id="owner" label={words.t('office.filter_owner')} value={filter.owner} maxlength={200} />
      <TextField id="dueUntil" type="date" label={words.t('office.filter_due')} value={filter.dueUntil} />
      <button class="btn" type="submit">
        {words.t('office.show')}
      </button>
    </form>
  )
}

const Table: FC<{ frame: Frame; lines: readonly AssignmentLine[] }> = ({ frame, lines }) => {
  const { words } = frame
  return (
    <ScrollTable labelledBy="list" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('office.column_number')}</th>
          <th scope="col">{words.t('office.column_action')}</th>
          <th scope="col">{words.t('office.column_form')}</th>
          <th scope="col">{words.t('office.column_responsible')}</th>
          <th scope="col">{words.t('office.column_deadline')}</th>
          <th scope="col">{words.t('office.column_cost')}</th>
          <th scope="col">{words.t('office.column_funding')}</th>
          <th scope="col">{words.t('office.column_status')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ number, content, due, timesMoved, status, commitment, event }) => (
          <tr>
            <td class="num">{number}</td>
            <th scope="row">
              <a href={link(frame, recordPath('assignment', number, '/pursue'))}>{words.pick(content.title)}</a>
              {commitment !== null && (
                <span class="fine">
                  <br />
                  {words.t('office.carries_out', { commitment: words.pick(commitment.title) })}
                </span>
              )}
              {event !== null && (
                <span class="fine">
                  <br />
                  {words.t('office.decided_at', { event: words.pick(event.title) })}
                </span>
              )}
            </th>
            <td>{words.pick(content.formOfCompletion)}</td>
            <td>
              {content.owner === '' ? <span class="absent">{words.t('cooperation.flag_no_owner')}</span> : content.owner}
              {content.coOwners !== '' && <>, {content.coOwners}</>}
            </td>
            <td>
              {due === '' ? <span class="absent">{dueWords(due, words)}</span> : dueWords(due, words)}
              {timesMoved > 0 && <span class="fine"> ({words.t('office.times_moved', { count: timesMoved })})</span>}
            </td>
            <td class="num">{content.expectedCostKzt === null ? '' : words.number(content.expectedCostKzt, 2)}</td>
            <td>{words.pick(content.fundingSource)}</td>
            <td>
              <Status kind={statusShapes[status]} words={words.t(`cooperation.status_${status}`)} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
