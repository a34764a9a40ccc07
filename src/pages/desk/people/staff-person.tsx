import type { Child, FC } from 'hono/jsx'
import type { Department } from '../../../books/accounts/department.ts'
import type { StaffMember } from '../../../books/accounts/staff.ts'
import { momentWords } from '../../account/moment.ts'
import { link, type Frame } from '../../frame.ts'
import { FormKey, SelectField, TextField } from '../../parts/form.tsx'
import { Section } from '../../parts/section.tsx'
import { departmentChoices, roleChoices } from './choices.ts'

interface StaffPersonProps {
  frame: Frame
  member: StaffMember
  departments: readonly Department[]
  formKey: string
  /** What is wrong with how she was checked, and how that was said. */
  problem: string | undefined
  checked: string | undefined
}

/** Field that says how it was checked who somebody is. */
export const checkedField = (personId: string): string => `checked-${personId}`

/** One who works for the city: her roles, and what whoever manages people can do. */
export const StaffPerson: FC<StaffPersonProps> = ({ frame, member, departments, formKey, problem, checked }) => {
  const { words } = frame
  const { personId, name, email, disabledAt, lastSeenAt } = member
  const nameOf = (id: string) => words.pick(departments.find((one) => one.id === id)?.name ?? {}) || id
  const key = (what: string) => `${formKey}-${personId}-${what}`
  return (
    <Section id={`person-${personId}`} title={name === '' ? email : `${name}, ${email}`}>
      <div class="stack">
        <p class="fine">
          {disabledAt !== null && <b>{words.t('account.people_disabled', { date: words.date(disabledAt) })} </b>}
          {lastSeenAt === null
            ? words.t('account.people_never_seen')
            : words.t('account.people_last_seen', { date: momentWords(lastSeenAt, frame) })}
        </p>
        <ul class="stack-s">
          {member.roles.map(({ role, department, since }) => {
            const label = words.t(`account.people_role_${role}`) + (department === null ? '' : ` · ${nameOf(department)}`)
            return (
              <li>
                <Act frame={frame} personId={personId} formKey={key(`${role}-${department ?? ''}`)} act="remove-role">
                  <input type="hidden" name="role" value={role} />
                  <input type="hidden" name="department" value={department ?? ''} />
                  {label} <span class="fine">{words.t('account.people_since', { date: words.date(since) })}</span>{' '}
                  <button
                    type="submit"
                    class="btn"
                    aria-label={words.t('account.people_remove_role_of', { role: label, name: name || email })}
                  >
                    {words.t('account.people_remove_role')}
                  </button>
                </Act>
              </li>
            )
          })}
        </ul>
        <details open={problem !== undefined}>
          <summary>{words.t('account.people_more', { name: name || email })}</summary>
          <Act frame={frame} personId={personId} formKey={key('add')} act="add-role">
            <SelectField id={`role-${personId}`} name="role" label={words.t('account.people_role')} choices={roleChoices(words)} />
            <SelectField
              id={`department-${personId}`}
              name="department"
              label={words.t('account.people_department')}
              hint={words.t('account.people_department_hint')}
              choices={departmentChoices(departments, words)}
            />
            <p class="acts">
              <button type="submit" class="btn">
                {words.t('account.people_add_role')}
              </button>
            </p>
          </Act>
          <Act frame={frame} personId={personId} formKey={key('sessions')} act="end-sessions">
            <button type="submit" class="btn">
              {words.t('account.people_end_sessions')}
            </button>
          </Act>
          {disabledAt === null && (
            <Act frame={frame} personId={personId} formKey={key('factor')} act="reset-factor">
              <TextField
                id={checkedField(personId)}
                name="checked"
                label={words.t('account.people_reset_checked')}
                hint={words.t('account.people_reset_hint')}
                rows={2}
                maxlength={500}
                value={checked ?? ''}
                problem={problem}
              />
              <p class="acts">
                <button type="submit" class="btn">
                  {words.t('account.people_reset_factor')}
                </button>
              </p>
            </Act>
          )}
          <Act frame={frame} personId={personId} formKey={key('able')} act={disabledAt === null ? 'disable' : 'enable'}>
            <button type="submit" class="btn">
              {words.t(disabledAt === null ? 'account.people_disable' : 'account.people_enable')}
            </button>
          </Act>
        </details>
      </div>
    </Section>
  )
}

const Act: FC<{ frame: Frame; personId: string; formKey: string; act: string; children?: Child }> = (props) => (
  <form class="stack-s" method="post" action={link(props.frame, '/desk/people')}>
    <FormKey value={props.formKey} />
    <input type="hidden" name="person" value={props.personId} />
    <input type="hidden" name="do" value={props.act} />
    {props.children}
  </form>
)
