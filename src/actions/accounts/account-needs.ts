import type { Change } from '../../books/accounts/change.ts'
import type { Department } from '../../books/accounts/department.ts'
import type { WaitingMail } from '../../books/accounts/mail.ts'
import type { OneTimeToken, TokenPurpose } from '../../books/accounts/one-time-token.ts'
import type { Factors, Person } from '../../books/accounts/person.ts'
import type { Role } from '../../books/accounts/role.ts'
import type { KeptSession, SessionMethod } from '../../books/accounts/session-rules.ts'
import type { Membership } from '../../books/accounts/viewer.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Language } from '../../books/text.ts'

/** What signing in reads and writes; `store/people.ts` says what each does. */
export interface AccountRecord {
  newId(): string
  listCities(): Promise<City[]>

  findPerson(id: string): Promise<Person | null>
  findPersonByEmail(email: string): Promise<Person | null>
  addPerson(person: { id: string; email: string; name: string; language: Language; createdAt: Date }): Promise<Person>
  factorsOf(personId: string): Promise<Factors>

  addSession(session: {
    id: string
    token: string
    personId: string
    at: Date
    secondFactor: boolean
    method: SessionMethod
    device: string
    cityId?: string
  }): Promise<void>
  findSession(
    token: string,
  ): Promise<(KeptSession & { personId: string; name: string; language: Language; memberships: Membership[] }) | null>
  touchSession(id: string, at: Date): Promise<void>
  listSessions(personId: string): Promise<KeptSession[]>
  endSessionOfToken(token: string, at: Date): Promise<void>
  endSession(personId: string, id: string, at: Date): Promise<boolean>
  endSessions(personId: string, at: Date, except?: string | null): Promise<number>
  /** Whether a session may change how its person signs in. */
  reachesWholeAccount(sessionId: string): Promise<boolean>

  addToken(token: {
    id: string
    purpose: TokenPurpose
    personId: string | null
    secret: string
    codeHash?: string
    content: Readonly<Record<string, unknown>>
    createdAt: Date
    expiresAt: Date
  }): Promise<void>
  findToken(purpose: TokenPurpose, secret: string, now: Date): Promise<OneTimeToken | null>
  countTokenTry(purpose: TokenPurpose, id: string, mostTries: number, now: Date): Promise<OneTimeToken | null>
  useToken(id: string, at: Date): Promise<boolean>
  endTokens(purpose: TokenPurpose, personId: string, at: Date): Promise<void>

  findPasswordHash(personId: string): Promise<string | null>
  setPasswordHash(personId: string, hash: string, at: Date): Promise<void>
  findTotpSecret(personId: string): Promise<Buffer | null>
  setTotpSecret(personId: string, secret: Buffer, step: number, at: Date): Promise<void>
  useTotpStep(personId: string, step: number): Promise<boolean>
  setRecoveryCodes(personId: string, hashes: readonly string[]): Promise<void>
  useRecoveryCode(personId: string, hash: string, at: Date): Promise<boolean>

  countAttempts(tries: ReadonlyArray<{ key: string; windowStart: Date }>): Promise<number[]>
  addMail(message: WaitingMail): Promise<void>
  listMail(limit: number): Promise<WaitingMail[]>

  findDepartment(city: { id: string }, id: string): Promise<Department | null>
  addMembership(city: { id: string }, personId: string, role: Role, department: string | null, since: Date): Promise<boolean>
  addChange(city: { id: string } | null, change: Change): Promise<void>
}

/** What signing in needs from the world outside (`services/accounts.ts`): dice, the key of the installation, slow hashes. */
export interface AccountServices {
  newSecret(): string
  newCode(): string
  newRecoveryCode(): string
  seal(text: string): Buffer
  unseal(sealed: Buffer): string
  keyedHash(text: string): string
  hashPassword(password: string): Promise<string>
  checkPassword(kept: string | null, password: string): Promise<{ right: boolean; outdated: boolean }>
  newTotpSecret(): string
  totpAddress(secret: string, person: string): string
  stepOfCode(secret: string, code: string, now: Date): number | null
}

/** The record, in or outside a transaction, the services, and the time. */
export interface AccountNeeds {
  record: AccountRecord
  services: AccountServices
  now: Date
}
