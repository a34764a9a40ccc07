import { normalAddress } from '../../../books/accounts/sign-in.ts'
import type { Organisation } from '../../../books/discussion/organisation.ts'
import { readOrganisation, type OrganisationForm } from '../../../books/discussion/rules/read-organisation.ts'
import { done, refuse, type Outcome } from '../../../books/outcome.ts'
import { answered, refused, type Answered, type Asked } from './asked.ts'
import type { DeskBasics, OrganisationsRecord } from './desk-discussion-record.ts'

type Record = OrganisationsRecord & Pick<DeskBasics, 'newId' | 'addChange'>
type OnOrganisation = Omit<Asked, 'today'> & { id: string }

/** The city has checked that an organisation is what it says. Call it in a transaction, as all below. */
export async function addOrganisation(asked: Omit<Asked, 'today'> & { form: OrganisationForm }, record: Record): Promise<Answered<string>> {
  const { fields, problems } = readOrganisation(asked.form)
  if (problems.length > 0) return refused(...problems)
  const id = record.newId()
  await record.addOrganisation(asked.city, { id, ...fields, by: asked.viewer.personId, at: asked.at })
  await note({ ...asked, id }, 'organisation.add', null, fields, record)
  return answered(id)
}

/** Its name or its evidence is corrected. null: there is no such organisation, or it has ended. */
export async function editOrganisation(
  asked: OnOrganisation & { form: OrganisationForm },
  record: Record,
): Promise<Answered<string> | null> {
  const before = await find(asked, record)
  if (before === null) return null
  const { fields, problems } = readOrganisation(asked.form)
  if (problems.length > 0) return refused(...problems)
  await record.keepOrganisation(asked.city, asked.id, { ...fields, endedAt: null })
  const { kind, name, evidence } = before
  await note(asked, 'organisation.write', { kind, name, evidence }, fields, record)
  return answered(asked.id)
}

/** From now on nobody writes for it. What it said stays its own. */
export async function endOrganisation(asked: OnOrganisation, record: Record): Promise<Answered<string> | null> {
  const before = await find(asked, record)
  if (before === null) return null
  const endedAt = asked.at.toISOString()
  await record.keepOrganisation(asked.city, asked.id, { ...before, endedAt })
  await note(asked, 'organisation.end', { endedAt: null }, { endedAt }, record)
  return answered(asked.id)
}

/** Somebody who has an account may write for it from now on. */
export async function addMember(asked: OnOrganisation & { email: string }, record: Record): Promise<Outcome<null> | null> {
  if ((await find(asked, record)) === null) return null
  const email = normalAddress(asked.email)
  if (email === null) return refuse('address_unreadable', 'email')
  const person = await record.findPersonByEmail(email)
  if (person === null || person.disabledAt !== null) return refuse('no_such_account', 'email')
  if (!(await record.addMember(asked.city, asked.id, person.id, asked.at))) return refuse('member_already', 'email')
  await note(asked, 'organisation.add_member', null, { person: person.id }, record)
  return done(null)
}

/** She writes for it no more. */
export async function removeMember(asked: OnOrganisation & { personId: string }, record: Record): Promise<Outcome<null> | null> {
  if (!/^[0-9a-f-]{36}$/.test(asked.personId) || (await record.findOrganisation(asked.city, asked.id)) === null) return null
  if (!(await record.removeMember(asked.city, asked.id, asked.personId))) return null
  await note(asked, 'organisation.remove_member', { person: asked.personId }, null, record)
  return done(null)
}

async function find({ city, id }: OnOrganisation, record: Record): Promise<Organisation | null> {
  const found = await record.findOrganisation(city, id)
  return found === null || found.endedAt !== null ? null : found
}

const note = async (
  { city, viewer, at, id }: OnOrganisation,
  action: string,
  before: unknown,
  after: unknown,
  record: Record,
): Promise<void> =>
  await record.addChange(city, { at: at.toISOString(), by: viewer.personId, action, subject: `organisation/${id}`, before, after })
