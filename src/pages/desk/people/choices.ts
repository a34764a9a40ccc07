import type { Department } from '../../../books/accounts/department.ts'
import { roles } from '../../../books/accounts/role.ts'
import type { Choice } from '../../parts/form.tsx'
import type { Words } from '../../words.ts'

/** None is chosen for her: a role is given on purpose. */
export const roleChoices = (words: Words): Choice[] => [
  { value: '', label: words.t('account.people_no_department') },
  ...roles.map((role) => ({ value: role, label: words.t(`account.people_role_${role}`) })),
]

export const departmentChoices = (departments: readonly Department[], words: Words): Choice[] => [
  { value: '', label: words.t('account.people_no_department') },
  ...departments.map(({ id, name }) => ({ value: id, label: words.pick(name) || id })).sort((a, b) => words.compare(a.label, b.label)),
]
