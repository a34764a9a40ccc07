import type { Department } from '../../books/accounts/department.ts'
import type { WaitingMail } from '../../books/accounts/mail.ts'
import { lettersOf, morningIn, receiversOf, remindersOn, type Receiver, type Reminded } from '../../books/cooperation/reminders.ts'
import type { City } from '../../books/indicators/figure.ts'
import { reminderMail } from '../../pages/cooperation/mails/reminder-mail.ts'
import { showAssignments } from './assignments-show.ts'
import type { CooperationReads } from './cooperation-record.ts'
import { showCommitments } from './show-commitments.ts'

interface Writing {
  claimReminders(city: City, keys: readonly string[], at: Date): Promise<Set<string>>
  addMail(message: WaitingMail): Promise<void>
  newId(): string
}

export interface Needs extends Pick<CooperationReads, 'listCooperation' | 'listEvidence' | 'listStatusEvents' | 'listDeadlines'> {
  now(): Date
  listCities(): Promise<City[]>
  listStaff(city: City): Promise<readonly Receiver[]>
  listDepartments(city: City): Promise<Department[]>
  /** The messages and the note that they were written: all, or none. */
  inOneTransaction<T>(use: (record: Writing) => Promise<T>): Promise<T>
}

/**
 * In the morning of each city: who answers for something is told of its deadline, on Mondays also of what is overdue and of what has neither
 * date nor owner. Run twice, it writes nothing twice. What nobody could be told stays untold: whoever joins the staff later hears of it.
 *
 * @param publicUrl  address of the site, without slash at the end
 * @returns how many messages were written
 */
export async function remindDeadlines(publicUrl: string, needs: Needs): Promise<number> {
  const now = needs.now()
  let written = 0
  for (const city of await needs.listCities()) {
    const today = morningIn(city.timeZone, now)
    if (today !== null) written += await remindCity(city, today, now, publicUrl, needs)
  }
  return written
}

async function remindCity(city: City, today: string, now: Date, publicUrl: string, needs: Needs): Promise<number> {
  const due = remindersOn(await remindedIn(city, today, needs), today)
  if (due.length === 0) return 0
  const [staff, departments] = await Promise.all([needs.listStaff(city), needs.listDepartments(city)])
  const told = due
    .map((reminder) => ({ reminder, receivers: receiversOf(reminder, staff, departments) }))
    .filter(({ receivers }) => receivers.length > 0)
  if (told.length === 0) return 0
  return await needs.inOneTransaction(async (record) => {
    const keys = told.map(({ reminder }) => reminder.key)
    const mine = await record.claimReminders(city, keys, now)
    const letters = lettersOf(told.filter(({ reminder }) => mine.has(reminder.key)))
    for (const letter of letters)
      await record.addMail({
        ...{ id: record.newId(), recipient: letter.receiver.email, createdAt: now },
        ...reminderMail(letter, city, today, publicUrl),
      })
    return letters.length
  })
}

async function remindedIn(city: City, today: string, needs: Needs): Promise<Reminded[]> {
  const [assignments, commitments] = await Promise.all([showAssignments({ city, today }, needs), showCommitments({ city, today }, needs)])
  return [
    ...assignments.map(({ number, content, due, status }) => ({
      ...{ subject: { kind: 'assignment' as const, number }, title: content.title, due, owner: content.owner, status },
    })),
    ...commitments.map(({ number, content, due, status }) => ({
      ...{ subject: { kind: 'commitment' as const, number }, title: content.title, due, owner: content.owner, status },
    })),
  ]
}
