import type { FC } from 'hono/jsx'
import type { Department } from '../../../books/accounts/department.ts'
import type { StaffMember } from '../../../books/accounts/staff.ts'
import type { Refusal } from '../../../books/outcome.ts'
import { problemsOf } from '../../account/problems.ts'
import { link, type Frame } from '../../frame.ts'
import { Layout } from '../../layout.tsx'
import { ErrorSummary, FormKey, SelectField, TextField, problemOf, type Problem } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { Title } from '../../parts/title.tsx'
import { departmentChoices, roleChoices } from './choices.ts'
import { deskCrumbs } from './desk-crumbs.ts'
import { checkedField, StaffPerson } from './staff-person.tsx'

export interface PeoplePageProps {
  frame: Frame
  staff: readonly StaffMember[]
  departments: readonly Department[]
  formKey: string
  refusal: Refusal | null
  /** Whom the refused form was about; null: the invitation. */
  about?: string | null
  /** How somebody was checked, as the refused form had it. */
  checked?: string
  /** What stood in the invitation. */
  given?: { email: string; name: string; role: string; department: string }
  /** The address to which an invitation has just gone; what else was done is seen in the list. */
  invited?: boolean
}

/** Who works for the city, as what; and how somebody is invited. */
export const PeoplePage: FC<PeoplePageProps> = (props) => {
  const { frame, staff, departments, formKey, refusal, about, checked, given, invited } = props
  const { words } = frame
  const problems = problemsOf(refusal, words)
  // The form of one person has one field that can be wrong; whatever else is refused was in no field.
  const shown = about ? problems.map((one) => ({ ...one, field: one.field === 'checked' ? checkedField(about) : '' })) : problems
  const title = words.t('account.people_title')
  const inOrder = staff.toSorted((a, b) => words.compare(a.name || a.email, b.name || b.email))
  return (
    <Layout frame={frame} title={title} failed={problems.length > 0} crumbs={deskCrumbs(frame, title)} unlisted>
      <ErrorSummary problems={shown} words={words} />
      <Title title={title}>
        {invited ? <p role="status">{words.t('account.people_invited')}</p> : <p>{words.t('account.people_lede')}</p>}
      </Title>
      {inOrder.map((member) => (
        <StaffPerson
          {...{ frame, member, departments, formKey }}
          problem={problemOf(shown, checkedField(member.personId))}
          checked={about === member.personId ? checked : ''}
        />
      ))}
      <Section id="invite" title={words.t('account.people_invite')} aside={<p>{words.t('account.people_invite_how')}</p>}>
        <Invitation frame={frame} departments={departments} formKey={formKey} problems={about ? [] : problems} given={given} />
      </Section>
    </Layout>
  )
}

interface InvitationProps {
  frame: Frame
  departments: readonly Department[]
  formKey: string
  problems: readonly Problem[]
  given: PeoplePageProps['given']
}

const Invitation: FC<InvitationProps> = ({ frame, departments, formKey, problems, given }) => {
  const { words } = frame
  return (
    <form class="stack" method="post" action={link(frame, '/desk/people/invite')}>
      <FormKey value={`${formKey}-invite`} />
      <TextField
        id="email"
        type="email"
        label={words.t('account.people_email')}
        value={given?.email ?? ''}
        autocomplete="off"
        problem={problemOf(problems, 'email')}
      />
      <TextField
        id="name"
        label={words.t('account.people_name')}
        value={given?.name ?? ''}
        autocomplete="off"
        problem={problemOf(problems, 'name')}
      />
      <SelectField
        id="role"
        label={words.t('account.people_role')}
        value={given?.role ?? ''}
        choices={roleChoices(words)}
        problem={problemOf(problems, 'role')}
      />
      <SelectField
        id="department"
        label={words.t('account.people_department')}
        hint={words.t('account.people_department_hint')}
        value={given?.department ?? ''}
        choices={departmentChoices(departments, words)}
        problem={problemOf(problems, 'department')}
      />
      <p class="acts">
        <button type="submit" class="btn main">
          {words.t('account.people_invite_send')}
        </button>
      </p>
    </form>
  )
}
