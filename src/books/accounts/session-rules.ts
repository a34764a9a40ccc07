import { isStaff, type Viewer } from './viewer.ts'

/** How a session began. */
export type SessionMethod = 'code' | 'demonstration' | 'link' | 'passkey' | 'password' | 'identity_provider' | 'invite' | 'second_factor'

/** A session as a person sees it in the list of her own. */
export interface KeptSession {
  id: string
  createdAt: Date
  lastSeenAt: Date
  authenticatedAt: Date
  secondFactor: boolean
  method: SessionMethod
  /** Browser and system in two words. */
  device: string
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * How long a session lasts without use, and at most. Staff work at a desk that others pass by; a resident reads on her own phone, and
 * whoever must wait for a mail each time stays away. Any number of sessions may run beside each other: each is shown in the list of
 * one's own, and can be ended there.
 */
export const sessionLifetimes = {
  staff: { idle: 30 * minute, most: 12 * 60 * minute },
  resident: { idle: 30 * day, most: 90 * day },
} as const

/**
 * Whether a session is over by its age.
 *
 * @example
 * hasRunOut({ createdAt: new Date(0), lastSeenAt: new Date(0) }, { memberships: [] }, new Date(3_600_000)) // => false
 */
export function hasRunOut(session: Pick<KeptSession, 'createdAt' | 'lastSeenAt'>, person: Pick<Viewer, 'memberships'>, now: Date): boolean {
  const { idle, most } = isStaff(person) ? sessionLifetimes.staff : sessionLifetimes.resident
  return now.getTime() - session.lastSeenAt.getTime() >= idle || now.getTime() - session.createdAt.getTime() >= most
}

const browsers = [
  ['YaBrowser/', 'Yandex'],
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

/**
 * Browser and system in two words: enough to know one's own sessions apart, too little to know a reader again.
 *
 * @example
 * deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0') // => 'Firefox, Linux'
 */
export function deviceOf(userAgent: string): string {
  const named = (list: ReadonlyArray<readonly [string, string]>) => list.find(([sign]) => userAgent.includes(sign))?.[1]
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(', ')
}
