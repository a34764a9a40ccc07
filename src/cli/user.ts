import type { AccountRecord } from '../actions/accounts/account-needs.ts'
import { invitePerson } from '../actions/accounts/invite-person.ts'
import { roles } from '../books/accounts/role.ts'
import { normalAddress } from '../books/accounts/sign-in.ts'
import type { StaffMember } from '../books/accounts/staff.ts'
import { isLanguage } from '../books/text.ts'
import { readArguments, type Options } from './arguments.ts'
import { cityOf, type Command, type CommandRecord } from './command.ts'
import { exitCodes, RefusedError, UsageError } from './exit-codes.ts'

/** What the command reads and writes about people. */
export interface UserRecord extends Pick<
  AccountRecord,
  'addToken' | 'findDepartment' | 'findPersonByEmail' | 'endSessions' | 'addChange' | 'newId'
> {
  listStaff(city: { id: string }): Promise<StaffMember[]>
  setDisabled(personId: string, at: Date | null): Promise<void>
  endAllSessions(at: Date): Promise<number>
}

const text = { type: 'string' } as const

/** Options by what is done: an option that would do nothing is refused. */
const optionsOf: Readonly<Record<string, Options>> = {
  invite: { city: text, role: text, email: text, name: text, department: text, language: text },
  list: { city: text },
  disable: { email: text },
  enable: { email: text },
  'end-sessions': { email: text, all: { type: 'boolean' } },
}

/** `bagdar user invite|list|disable|enable|end-sessions`. */
export const user: Command = async (args, terminal, needs) => {
  const verb = args.find((word) => Object.hasOwn(optionsOf, word)) ?? ''
  if (verb === '') throw new UsageError(`Say one of: ${Object.keys(optionsOf).join(', ')}`)
  const given = readArguments(args, optionsOf[verb] ?? {}, 1)

  return await needs.withRecord(async (record) => {
    if (verb === 'invite') {
      const [role, language] = [given.text('role') ?? '', given.text('language') ?? 'kk']
      if (!isLanguage(language)) throw new UsageError('--language is one of: kk, ru, en')
      const city = await cityOf(record, given.text('city'))
      const invited = await invitePerson(
        {
          city,
          role,
          email: given.text('email') ?? '',
          department: given.text('department') ?? '',
          name: given.text('name') ?? '',
          invitedBy: null,
        },
        { ...record, newSecret: needs.newSecret },
      )
      if (!invited.ok) throw new UsageError(whyNotInvited[invited.refusal.code] ?? invited.refusal.code)
      const { secret, email, expiresAt } = invited.value
      const link = `${needs.publicAddress}/${language}/invite?token=${secret}`
      terminal.answer({ city: city.slug, role, email, link, expiresAt: expiresAt.toISOString() })
      terminal.say(`${link}\n\nGood once, for one hour: whoever opens it becomes ${role} of ${city.slug} as ${email}.`)
      return exitCodes.done
    }
    if (verb === 'list') {
      const staff = await record.listStaff(await cityOf(record, given.text('city')))
      terminal.answer({ staff })
      for (const { email, name, roles: own, disabledAt } of staff)
        terminal.say(
          `${email}  ${name}  ${own.map(({ role, department }) => (department === null ? role : `${role} (${department})`)).join(', ')}${disabledAt === null ? '' : '  disabled'}`,
        )
      return exitCodes.done
    }
    if (verb === 'end-sessions' && given.flag('all')) {
      const ended = await record.endAllSessions(record.now())
      terminal.answer({ ended })
      terminal.say(`${ended} sessions are ended.`)
      return exitCodes.done
    }
    const person = await personOf(record, given.text('email'))
    const at = record.now()
    if (verb !== 'end-sessions') {
      await record.setDisabled(person.id, verb === 'disable' ? at : null)
      const change = { at: at.toISOString(), by: null, action: `person.${verb}`, subject: `person/${person.id}`, before: null, after: null }
      await record.addChange(null, change)
    }
    const ended = verb === 'enable' ? 0 : await record.endSessions(person.id, at)
    terminal.answer({ email: person.email, [verb]: true, ended })
    terminal.say(verb === 'end-sessions' ? `${ended} sessions are ended.` : `${person.email} is ${verb}d.`)
    return exitCodes.done
  })
}

async function personOf(record: CommandRecord, given: string | null) {
  const email = normalAddress(given ?? '')
  if (email === null) throw new UsageError('Say whom: --email name@example.kz')
  const person = await record.findPersonByEmail(email)
  if (person === null) throw new RefusedError(`Nobody has the address ${email} here.`)
  return person
}

const whyNotInvited: Readonly<Record<string, string>> = {
  address_unreadable: 'Say whom: --email name@example.kz',
  role_unknown: `--role is one of: ${roles.join(', ')}`,
  department_missing: 'A data officer belongs to a department that the city has: --department ID',
  department_without_use: '--department is for data officers',
}
