import type { FC } from 'hono/jsx'
import type { NamedRecords } from '../../../books/cooperation/desk-view.ts'
import { attendanceStates, type CooperationRecord } from '../../../books/cooperation/records.ts'
import type { MultilingualText } from '../../../books/text.ts'
import { link, type Frame } from '../../frame.ts'
import { FormKey, problemOf, SelectField, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import type { Words } from '../../words.ts'
import { LanguageFields } from '../language-fields.tsx'
import { officePath, stateWords } from './office-words.ts'
import { recordPath, recordTitle } from './record-words.ts'

/** Of a new member of the delegation. */
export interface DelegateInput {
  person: string
  role: MultilingualText
  state: string
}

interface DelegationProps {
  frame: Frame
  visit: CooperationRecord<'event'>
  delegation: ReadonlyArray<CooperationRecord<'attendance'>>
  named: NamedRecords
  persons: ReadonlyArray<CooperationRecord<'person'>>
  input: DelegateInput
  problems: readonly Problem[]
  mayWrite: boolean
  newKey: () => string
}

/** The city's own delegation: who goes, as what, and whether she is coming. */
export const Delegation: FC<DelegationProps> = (props) => {
  const { frame, delegation, named, mayWrite } = props
  const { words } = frame
  return (
    <Section id="delegation" title={words.t('office.delegation')} aside={<p>{words.t('office.delegation_aside')}</p>}>
      {delegation.length === 0 && <p class="absent">{words.t('office.delegation_none')}</p>}
      <ul class="stack-s">
        {delegation.map((member) => (
          <li>
            {whoIs(member, named, words)}, {stateWords(`attendance_${member.content.state}`, words)}
            {mayWrite && <StateForm {...props} member={member} />}
          </li>
        ))}
      </ul>
      {mayWrite && <NewMember {...props} />}
    </Section>
  )
}

/** Name, and role where one is known. */
export function whoIs({ content }: CooperationRecord<'attendance'>, named: NamedRecords, words: Words): string {
  const of = (kind: 'person' | 'partner', number: number | null): string => {
    const found = number === null ? undefined : named.get(`${kind}/${number}`)
    return found === undefined ? '' : recordTitle(found, words, named)
  }
  const behalf = of('partner', content.onBehalfOf)
  return [
    of('person', content.person),
    words.pick(content.role),
    of('partner', content.partner),
    behalf === '' ? '' : words.t('office.on_behalf_of', { partner: behalf }),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const statesOf = (words: Words) => attendanceStates.map((value) => ({ value, label: words.t(`cooperation.attendance_${value}`) }))

const StateForm: FC<DelegationProps & { member: CooperationRecord<'attendance'> }> = ({ frame, visit, member, named, newKey }) => {
  const { words } = frame
  return (
    <form class="acts" method="post" action={link(frame, officePath('visits', visit.number, '/delegation'))}>
      <FormKey value={newKey()} />
      <input type="hidden" name="do" value="state" />
      <input type="hidden" name="attendance" value={String(member.number)} />
      <input type="hidden" name="revision" value={String(member.revision)} />
      <SelectField
        id={`state-${member.number}`}
        name="state"
        label={words.t('office.delegate_state_of', { name: whoIs(member, named, words) })}
        value={member.content.state}
        choices={statesOf(words)}
      />
      <button class="btn" type="submit">
        {words.t('form.save')}
      </button>
    </form>
  )
}

const NewMember: FC<DelegationProps> = ({ frame, visit, persons, input, problems, newKey }) => {
  const { words } = frame
  const named: NamedRecords = new Map()
  const choices = persons
    .map((person) => ({ value: String(person.number), label: recordTitle(person, words, named) }))
    .toSorted((a, b) => words.compare(a.label, b.label))
  return (
    <form class="stack no-print" method="post" action={link(frame, officePath('visits', visit.number, '/delegation'))} novalidate>
      <FormKey value={newKey()} />
      <input type="hidden" name="do" value="add" />
      <SelectField
        id="person"
        label={words.t('cooperation.kind_person')}
        hint={<a href={link(frame, `${recordPath('person')}/new`)}>{words.t('office.person_new')}</a>}
        value={input.person}
        problem={problemOf(problems, 'person')}
        choices={[{ value: '', label: words.t('office.delegate_choose') }, ...choices]}
      />
      <LanguageFields
        words={words}
        id="role"
        label={words.t('office.delegate_role')}
        values={input.role}
        maxlength={5000}
        problems={problems}
      />
      <SelectField
        id="state"
        label={words.t('office.delegate_state')}
        value={input.state}
        problem={problemOf(problems, 'state')}
        choices={statesOf(words)}
      />
      <p class="acts">
        <button class="btn main" type="submit">
          {words.t('office.delegate_add')}
        </button>
      </p>
    </form>
  )
}
