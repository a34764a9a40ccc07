import type { Hono } from 'hono'
import { answerMistake } from '../actions/accounts/answer-mistake.ts'
import { keepDepartment, listChoices } from '../actions/accounts/manage-departments.ts'
import { removeDepartment } from '../actions/accounts/remove-department.ts'
import { addRole, disablePerson, enablePerson, endSessionsOf, removeRole, type StaffChange } from '../actions/accounts/manage-people.ts'
import { resetSecondFactor } from '../actions/accounts/reset-second-factor.ts'
import { invitePerson } from '../actions/accounts/invite-person.ts'
import type { Department } from '../books/accounts/department.ts'
import type { DepartmentInput } from '../books/accounts/write-department.ts'
import type { City } from '../books/indicators/figure.ts'
import type { Outcome, Refusal } from '../books/outcome.ts'
import { languages, type MultilingualText } from '../books/text.ts'
import { invitationMail } from '../pages/account/mails.ts'
import { DepartmentPage, DepartmentsPage } from '../pages/desk/people/departments-page.tsx'
import { HistoryPage } from '../pages/desk/people/history-page.tsx'
import { MistakePage, MistakesPage } from '../pages/desk/people/mistakes-page.tsx'
import { PeoplePage, type PeoplePageProps } from '../pages/desk/people/people-page.tsx'
import { link } from '../pages/frame.ts'
import { deskPost, deskRoute, type DeskPost, type DeskRequest } from './desk-route.tsx'
import type { Site, WebRecord } from './site.ts'

/** The people of a city at the desk: staff, departments, reports of readers, and the history of what everybody did. */
export function deskPeople(app: Hono, site: Site): void {
  people(app, site)
  departments(app, site)
  mistakes(app, site)
  history(app, site)
}

const rowsPerPage = 50

/** Page `?page=` of a list, at least the first; and how many there are. */
function pageOf(query: URLSearchParams, rows: number): { page: number; pages: number; offset: number } {
  const pages = Math.max(1, Math.ceil(rows / rowsPerPage))
  const asked = Number(query.get('page') ?? 1)
  const page = Number.isSafeInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1
  return { page, pages, offset: (page - 1) * rowsPerPage }
}

function people(app: Hono, site: Site): void {
  const peoplePage = async ({ frame, city }: DeskRequest, record: WebRecord, shown: Partial<PeoplePageProps> = {}) => (
    <PeoplePage
      frame={frame}
      staff={await record.listStaff(city)}
      departments={await record.listDepartments(city)}
      formKey={record.newId()}
      refusal={null}
      {...shown}
    />
  )

  deskRoute(app, site, '/people', 'people.manage', async (request) =>
    peoplePage(request, site.record, { invited: request.query.get('invited') === '1' }),
  )

  deskPost(
    app,
    site,
    '/people',
    'people.manage',
    async (request) => {
      const { frame, record, field } = request
      const outcome = await changeStaff(request, site.now())
      if (outcome === null) return null
      if (outcome.ok) return { location: link(frame, `/desk/people#person-${field('person')}`) }
      return {
        page: await peoplePage(request, record, { refusal: outcome.refusal, about: field('person'), checked: field('checked') }),
        status: 422,
      }
    },
    { fresh: true },
  )

  deskPost(
    app,
    site,
    '/people/invite',
    'people.manage',
    async (request) => {
      const { frame, city, record, viewer, field } = request
      if (site.signIn === null) return null
      const given = { email: field('email'), name: field('name'), role: field('role'), department: field('department') }
      const needs = { ...record, newSecret: site.signIn.services.newSecret, now: () => site.now() }
      const outcome = await invitePerson({ city, ...given, invitedBy: viewer.personId }, needs)
      if (!outcome.ok) return { page: await peoplePage(request, record, { refusal: outcome.refusal, given }), status: 422 }
      const { secret, email, role } = outcome.value
      const { language } = frame.words
      const mail = invitationMail({ language, city, role, link: `${frame.publicUrl}/${language}/invite?token=${secret}` })
      await record.addMail({ id: record.newId(), recipient: email, ...mail, createdAt: site.now() })
      // Whom it went to stays out of the history: she may never come, and the history forgets nothing.
      await record.addChange(city, {
        at: site.now().toISOString(),
        by: viewer.personId,
        action: 'person.invite',
        subject: 'invitation',
        before: null,
        after: { role, department: given.department || null },
      })
      const log = () => site.operations.log('info', 'person_invited', { person: viewer.personId })
      return { location: link(frame, '/desk/people', { invited: '1' }), afterwards: log }
    },
    { fresh: true },
  )
}

/** What the form of one person asks; null: nothing that there is. */
async function changeStaff({ city, viewer, record, field }: DeskPost, now: Date): Promise<Outcome<null> | null> {
  const change: StaffChange = { city, by: viewer.personId, personId: field('person') }
  const role = { role: field('role'), department: field('department') }
  const needs = { record, now }
  if (!/^[0-9a-f-]{36}$/.test(change.personId)) return null
  switch (field('do')) {
    case 'add-role':
      return await addRole({ ...change, ...role }, needs)
    case 'remove-role':
      return await removeRole({ ...change, ...role }, needs)
    case 'disable':
      return await disablePerson(change, needs)
    case 'enable':
      return await enablePerson(change, needs)
    case 'end-sessions':
      return await endSessionsOf(change, needs)
    case 'reset-factor':
      return await resetSecondFactor({ ...change, checked: field('checked') }, needs)
    default:
      return null
  }
}

function departments(app: Hono, site: Site): void {
  const departmentPage = async (
    { frame, city }: { frame: DeskRequest['frame']; city: City },
    record: WebRecord,
    department: DepartmentInput,
    { isNew, own, refusal }: { isNew: boolean; own: Department | null; refusal: Refusal | null },
  ) => (
    <DepartmentPage
      frame={frame}
      department={department}
      isNew={isNew}
      choices={await listChoices(city, site.now(), record, own)}
      newKey={() => record.newId()}
      refusal={refusal}
      people={isNew ? [] : await record.listDepartmentPeople(city, department.id, site.now())}
    />
  )
  deskPost(app, site, '/departments/:department/remove', 'departments.write', async (request) => {
    const { record, frame, city, viewer, parameter } = request
    const id = parameter('department')
    const outcome = await removeDepartment({ city, by: viewer.personId, id, now: site.now() }, record)
    if (outcome === null) return null
    if (outcome.ok) return { location: link(frame, '/desk/departments') }
    const own = await record.findDepartment(city, id)
    const again = own && (await departmentPage(request, record, own, { isNew: false, own, refusal: outcome.refusal }))
    return again && { page: again, status: 422 }
  })

  const empty: DepartmentInput = { id: '', name: {}, indicators: [], measures: [] }

  deskRoute(app, site, '/departments', 'departments.write', async ({ frame, city }) => (
    <DepartmentsPage frame={frame} departments={await site.record.listDepartments(city)} />
  ))
  deskRoute(app, site, '/departments/new', 'departments.write', async (request) =>
    departmentPage(request, site.record, empty, { isNew: true, own: null, refusal: null }),
  )
  deskRoute(app, site, '/departments/:department', 'departments.write', async (request) => {
    const own = await site.record.findDepartment(request.city, request.parameter('department'))
    return own && (await departmentPage(request, site.record, own, { isNew: false, own, refusal: null }))
  })
  deskPost(app, site, '/departments/:department', 'departments.write', async (request) => {
    const { frame, city, viewer, record, parameter } = request
    const isNew = parameter('department') === 'new'
    const department = readDepartment(request, isNew ? request.field('id') : parameter('department'))
    const outcome = await keepDepartment({ city, by: viewer.personId, department, isNew }, { record, now: site.now() })
    if (outcome.ok) return { location: link(frame, '/desk/departments') }
    if (outcome.refusal.code === 'department_not_found') return null
    const own = isNew ? null : await record.findDepartment(city, department.id)
    return { page: await departmentPage(request, record, department, { isNew, own, refusal: outcome.refusal }), status: 422 }
  })
}

const readDepartment = ({ form, field }: DeskPost, id: string): DepartmentInput => {
  const chosen = (name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string')
  return { id: id.trim(), name: textIn('name', field), indicators: chosen('indicators'), measures: chosen('measures') }
}

/** `name-kk`, `name-ru`, `name-en`. */
const textIn = (name: string, field: (name: string) => string): MultilingualText =>
  Object.fromEntries(languages.map((language) => [language, field(`${name}-${language}`)]))

function mistakes(app: Hono, site: Site): void {
  const numberOf = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

  deskRoute(app, site, '/mistakes', 'mistakes.answer', async ({ frame, city, query }) => {
    const counts = await site.record.countMistakeReports(city)
    const { page, pages, offset } = pageOf(query, counts.all)
    const reports = await site.record.listMistakeReports(city, { offset, limit: rowsPerPage })
    return <MistakesPage frame={frame} reports={reports} counts={counts} page={page} pages={pages} />
  })
  deskRoute(app, site, '/mistakes/:number', 'mistakes.answer', async ({ frame, city, parameter }) => {
    const found = await site.record.findMistakeReport(city, numberOf(parameter('number')))
    return found && <MistakePage frame={frame} report={found.report} formKey={site.record.newId()} refusal={null} />
  })
  deskPost(app, site, '/mistakes/:number', 'mistakes.answer', async ({ frame, city, viewer, record, field, parameter }) => {
    const number = numberOf(parameter('number'))
    const given = { outcome: field('outcome'), answer: textIn('answer', field) }
    const outcome = await answerMistake({ city, by: viewer.personId, number, ...given }, { record, now: site.now() })
    if (outcome.ok) return { location: link(frame, '/desk/mistakes') }
    const found = await record.findMistakeReport(city, number)
    if (found === null) return null
    const page = <MistakePage frame={frame} report={found.report} formKey={record.newId()} refusal={outcome.refusal} given={given} />
    return { page, status: 422 }
  })
}

function history(app: Hono, site: Site): void {
  deskRoute(app, site, '/history', 'history.read', async ({ frame, city, query }) => {
    const { record } = site
    const subject = query.get('subject') || null
    const narrowed = subject === null ? {} : { subject }
    const { page, pages, offset } = pageOf(query, await record.countChanges(city, narrowed))
    const changes = await record.listChanges(city, { ...narrowed, offset, limit: rowsPerPage })
    const people = changes.flatMap(({ by, subject: about }) => [by, about.startsWith('person/') ? about.slice('person/'.length) : null])
    const names = await record.listNames([...new Set(people.filter((one) => one !== null && /^[0-9a-f-]{36}$/.test(one)))] as string[])
    return <HistoryPage frame={frame} changes={changes} names={names} subject={subject} page={page} pages={pages} />
  })
}
