/**
 * How often something may be tried.
 *
 * Every try counts in several windows at once: so many a minute, so many a quarter of an hour, so many a day. Whoever uses one up waits
 * until it ends, and so waits longer the longer she goes on. Windows begin at fixed moments: at their border twice as many may come close
 * together, which changes little.
 *
 * Three things are counted:
 * - `own`: one account from one network. This is what a person who mistypes meets, and what a guesser meets first.
 * - `network`: everything from one network, whatever the account: an office or a school shares one, so it is wide.
 * - `account`: one account from all networks together, against many machines that guess at once. Anybody could use it up and keep a
 *   person out, so it does not count on a device where she signed in before (a cookie says so).
 */
export interface Limit {
  own: readonly Window[]
  network: readonly Window[]
  account: readonly Window[]
}

interface Window {
  seconds: number
  most: number
}

const minute = 60
const quarter = 15 * minute
const hour = 60 * minute
const day = 24 * hour

/** What is limited, and how: changing a number here changes what docs/security.md says. */
export const limits = {
  /** Asking for a mail: a code, a link to reset. */
  mail: {
    own: [
      { seconds: quarter, most: 5 },
      { seconds: day, most: 20 },
    ],
    network: [
      { seconds: hour, most: 60 },
      { seconds: day, most: 500 },
    ],
    account: [{ seconds: day, most: 40 }],
  },
  /** Codes from a mail; each code besides has its own five tries. */
  code: {
    own: [],
    network: [
      { seconds: quarter, most: 60 },
      { seconds: day, most: 1000 },
    ],
    account: [],
  },
  password: {
    own: [
      { seconds: minute, most: 5 },
      { seconds: quarter, most: 10 },
      { seconds: day, most: 50 },
    ],
    network: [
      { seconds: minute, most: 60 },
      { seconds: day, most: 2000 },
    ],
    account: [{ seconds: day, most: 100 }],
  },
  second_factor: {
    own: [
      { seconds: minute, most: 5 },
      { seconds: quarter, most: 10 },
      { seconds: day, most: 50 },
    ],
    network: [{ seconds: day, most: 2000 }],
    account: [{ seconds: day, most: 100 }],
  },
  /** Codes that the city hands out on paper: a school shares one network, and a code has 31¹⁰ possibilities. */
  participation_code: {
    own: [
      { seconds: quarter, most: 10 },
      { seconds: day, most: 50 },
    ],
    network: [
      { seconds: quarter, most: 300 },
      { seconds: day, most: 5000 },
    ],
    account: [{ seconds: day, most: 50 }],
  },
  /** What residents write in a discussion and is kept: a person writes no faster, whatever network she is in. */
  contribution: {
    own: [
      { seconds: minute, most: 4 },
      { seconds: quarter, most: 15 },
      { seconds: day, most: 60 },
    ],
    network: [],
    account: [],
  },
} as const satisfies Record<string, Limit>

export type LimitedAction = keyof typeof limits

/** One thing to be counted: a key, the window it falls into, and how many are let through. */
export interface CountedTry {
  key: string
  windowStart: Date
  windowEnd: Date
  most: number
}

/**
 * What one try counts under.
 *
 * @param account      whom it is about; null: nobody in particular
 * @param knownDevice  whether this person signed in on this device before
 */
export function triesOf(
  action: LimitedAction,
  { account, network, knownDevice }: { account: string | null; network: string; knownDevice: boolean },
  now: Date,
): CountedTry[] {
  const limit: Limit = limits[action]
  return [
    ...limit.network.map((window) => tryIn(window, `${action} network ${network}`, now)),
    ...(account === null ? [] : limit.own.map((window) => tryIn(window, `${action} own ${account} ${network}`, now))),
    ...(account === null || knownDevice ? [] : limit.account.map((window) => tryIn(window, `${action} account ${account}`, now))),
  ]
}

function tryIn({ seconds, most }: Window, what: string, now: Date): CountedTry {
  const start = Math.floor(now.getTime() / (seconds * 1000)) * seconds * 1000
  return { key: `${what} ${seconds}`, windowStart: new Date(start), windowEnd: new Date(start + seconds * 1000), most }
}

/**
 * Seconds until a try is let through again; 0: this one is.
 *
 * @param counts  how often each was tried, this time included
 */
export function secondsToWait(tries: readonly CountedTry[], counts: readonly number[], now: Date): number {
  const waits = tries.map(({ most, windowEnd }, index) =>
    (counts[index] ?? 0) > most ? Math.ceil((windowEnd.getTime() - now.getTime()) / 1000) : 0,
  )
  return Math.max(0, ...waits)
}

/**
 * The network that an address belongs to: an IPv4 address is one, of IPv6 the first 64 bits, of which one household has all.
 *
 * @example
 * networkOf('2001:db8:1:2:aaaa::1') // => '2001:db8:1:2'
 * networkOf('::ffff:192.0.2.1') // => '192.0.2.1'
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const inSix = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)
  if (inSix !== null) return inSix[1] ?? plain
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const head = before === '' ? [] : before.split(':')
  const tail = after === undefined || after === '' ? [] : after.split(':')
  const missing = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length)
  return [...head, ...Array<string>(missing).fill('0'), ...tail]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
