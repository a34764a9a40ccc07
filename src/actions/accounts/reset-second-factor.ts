import { hasSecondFactor } from '../../books/accounts/person.ts'
import { done, refuse, type Outcome } from '../../books/outcome.ts'
import { factorResetMail } from '../../pages/account/mails.ts'
import type { AccountRecord } from './account-needs.ts'
import { lockedMember, noteChange, type StaffChange, type StaffRecord } from './manage-people.ts'

/** As much as is needed to say who came and what she showed. */
const longestAccount = 500

export interface ResetRecord extends StaffRecord, Pick<AccountRecord, 'findPerson' | 'factorsOf' | 'addMail' | 'newId'> {
  removeSecondFactor(personId: string): Promise<void>
}

/**
 * Somebody lost her phone and her recovery codes. An administrator who has checked who she is takes the second factor away: app, recovery
 * codes and passkeys are worth nothing from then on, and she sets up a new factor at the next sign-in. Call it in a transaction.
 *
 * @param change.checked  how it was checked that it is she; it stays in the history
 */
export async function resetSecondFactor(
  change: StaffChange & { checked: string },
  needs: { record: ResetRecord; now: Date },
): Promise<Outcome<null>> {
  const { record, now } = needs
  const { city, personId } = change
  const checked = change.checked.trim()
  const member = await lockedMember(change, needs)
  if (member === null || member.disabledAt !== null) return refuse('people_not_found')
  if (personId === change.by) return refuse('people_own_factor')
  if (await record.worksElsewhere(city, personId)) return refuse('people_factor_elsewhere')
  if (checked === '') return refuse('people_checked_missing', 'checked')
  if (checked.length > longestAccount) return refuse('people_checked_long', 'checked', { most: longestAccount })
  const [person, factors] = [await record.findPerson(personId), await record.factorsOf(personId)]
  if (person === null || !hasSecondFactor(factors)) return refuse('people_no_factor')

  await record.removeSecondFactor(personId)
  await record.endSessions(personId, now)
  // A sign-in that was half way is not finished with what is worth nothing now.
  for (const purpose of ['second_factor', 'passkey'] as const) await record.endTokens(purpose, personId, now)
  if (person.email !== null)
    await record.addMail({
      id: record.newId(),
      recipient: person.email,
      ...factorResetMail({ language: person.language, city }),
      createdAt: now,
    })
  const { totp, passkeys } = factors
  await noteChange(change, 'person.reset_factor', { totp, passkeys }, { totp: false, passkeys: 0, checked }, needs)
  return done(null)
}
