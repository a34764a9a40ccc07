import type { LogEvent, securityEvents } from './books/operations/log.ts'
import type { Record as SiteRecord } from './open-rooms.ts'

type SecurityEvent = Extract<LogEvent, (typeof securityEvents)[number]>

const own = (personId: string): string => personId
const inCity = (_city: unknown, personId: string): string => personId
const ofRow = ({ personId }: { personId: string }): string => personId

/** What is done to accounts and rights, wherever in the program: the event for the log, and whose account it is. */
const watched = {
  addSession: { event: 'sign_in_succeeded', person: ofRow },
  endSession: { event: 'signed_out', person: own },
  setPasswordHash: { event: 'credentials_changed', person: own },
  setTotpSecret: { event: 'credentials_changed', person: own },
  setRecoveryCodes: { event: 'credentials_changed', person: own },
  removeSecondFactor: { event: 'credentials_changed', person: own },
  addPasskey: { event: 'credentials_changed', person: ofRow },
  removePasskey: { event: 'credentials_changed', person: own },
  addIdentity: { event: 'credentials_changed', person: own },
  removeIdentity: { event: 'credentials_changed', person: own },
  keepEmail: { event: 'credentials_changed', person: own },
  addMembership: { event: 'role_changed', person: inCity },
  removeMembership: { event: 'role_changed', person: inCity },
  setDisabled: { event: 'person_disabled', person: own },
  erasePerson: { event: 'person_erased', person: own },
  readOwnData: { event: 'personal_data_exported', person: own },
} satisfies {
  [Name in keyof SiteRecord]?: {
    event: SecurityEvent
    person(...args: Parameters<Extract<SiteRecord[Name], (...args: never[]) => unknown>>): string
  }
}

/** The record, but each of these is told when it is done. What came to nothing (`false`, null) is not. */
export function watchRecord(record: SiteRecord, tell: (event: SecurityEvent, person: string) => void): SiteRecord {
  const watching = Object.entries(watched).map(([name, { event, person }]) => {
    const work = record[name as keyof typeof watched] as (...args: unknown[]) => Promise<unknown>
    const watchedWork = async (...args: unknown[]): Promise<unknown> => {
      const answer = await work(...args)
      if (answer !== false && answer !== null) tell(event, (person as (...args: unknown[]) => string)(...args))
      return answer
    }
    return [name, watchedWork]
  })
  return { ...record, ...(Object.fromEntries(watching) as Partial<SiteRecord>) }
}
