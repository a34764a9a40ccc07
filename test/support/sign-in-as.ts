import { randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '../../src/books/accounts/role.ts'
import type { SessionMethod } from '../../src/books/accounts/session-rules.ts'
import type { Language } from '../../src/books/text.ts'
import type { TestSite } from './server.ts'
import { WebReader } from './web-reader.ts'

export interface SignedIn {
  personId: string
  email: string
  sessionId: string
  /** Her browser. */
  reader: WebReader
}

export interface SignInChanges {
  name?: string
  language?: Language
  roles?: ReadonlyArray<{ city: { id: string }; role: Role; department?: string }>
  /** When she last proved who she is. */
  at?: Date
  secondFactor?: boolean
  method?: SessionMethod
  /** City whose provider vouched for her. */
  cityId?: string
  /** The app that she talks to. */
  app?: ReturnType<TestSite['app']>
}

/** Somebody new with these roles, signed in at the site. */
export async function signInAs(site: TestSite, changes: SignInChanges = {}): Promise<SignedIn> {
  const { record } = site
  const { name = 'Айгүл', language = 'kk', roles = [], at = new Date(), secondFactor = roles.length > 0, method = 'code' } = changes
  const [personId, sessionId, token] = [randomUUID(), randomUUID(), randomBytes(32).toString('base64url')]
  const email = `${personId.slice(0, 8)}@example.kz`
  await record.addPerson({ id: personId, email, name, language, createdAt: at })
  for (const { city, role, department } of roles) await record.addMembership(city, personId, role, department ?? null, at)
  const reach = changes.cityId === undefined ? {} : { cityId: changes.cityId }
  await record.addSession({ id: sessionId, token, personId, at, secondFactor, method, device: 'Firefox, Linux', ...reach })
  const reader = new WebReader(changes.app ?? site.app())
  reader.cookies.set('session', token)
  return { personId, email, sessionId, reader }
}
