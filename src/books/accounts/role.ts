/** What somebody may be in one city. A person can be several things, and different ones in different cities. */
export const roles = ['administrator', 'editor', 'data_officer', 'moderator', 'international_office', 'auditor'] as const
export type Role = (typeof roles)[number]

/** What somebody may do at the desk of a city. */
export type Permission =
  | 'desk.see'
  | 'drafts.read'
  | 'programme.write'
  | 'programme.publish'
  | 'measures.write'
  | 'indicators.write'
  | 'readings.enter'
  | 'readings.publish'
  | 'mistakes.answer'
  | 'departments.write'
  | 'people.manage'
  | 'history.read'
  | 'consultations.read'
  | 'consultations.write'
  | 'contributions.answer'
  | 'contributions.moderate'
  | 'paper.enter'
  | 'organisations.write'
  | 'cooperation.read'
  | 'cooperation.write'
  | 'reports.write'
  | 'reports.publish'

/**
 * Who may do what. Whoever manages people does not write figures by that alone: she gives herself the role too, and the history says so.
 * A data officer's permissions reach only the measures and series of her department (`department.ts`); an auditor reads and writes nothing.
 */
export const permissionsOf: Readonly<Record<Role, readonly Permission[]>> = {
  administrator: [
    'desk.see',
    'departments.write',
    'people.manage',
    'history.read',
    'consultations.read',
    'consultations.write',
    'organisations.write',
  ],
  editor: [
    'desk.see',
    'drafts.read',
    'programme.write',
    'programme.publish',
    'measures.write',
    'indicators.write',
    'readings.enter',
    'readings.publish',
    'mistakes.answer',
    'consultations.read',
    'consultations.write',
    'contributions.answer',
    'paper.enter',
    'cooperation.read',
    'reports.write',
    'reports.publish',
  ],
  data_officer: ['desk.see', 'drafts.read', 'measures.write', 'readings.enter', 'readings.publish'],
  moderator: ['desk.see', 'mistakes.answer', 'consultations.read', 'contributions.moderate', 'paper.enter', 'organisations.write'],
  international_office: ['desk.see', 'drafts.read', 'consultations.read', 'cooperation.read', 'cooperation.write', 'reports.write'],
  auditor: ['desk.see', 'drafts.read', 'history.read', 'consultations.read', 'cooperation.read'],
}

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
