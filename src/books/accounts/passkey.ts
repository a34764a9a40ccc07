import { done, refuse, type Outcome } from '../outcome.ts'

/** A passkey as its owner sees it in her list. */
export interface Passkey {
  id: string
  personId: string
  name: string
  /** ISO moments. */
  createdAt: string
  lastUsedAt: string | null
}

/** A passkey as it is checked: with its public key and the counter of the last use. */
export interface PasskeyKey extends Passkey {
  publicKey: Uint8Array
  counter: number
  transports: readonly string[]
}

/** Whom a passkey belongs to besides the person: the host of this site, and the address that browsers name as origin. */
export interface RelyingParty {
  id: string
  origin: string
}

/** How long a browser may take to answer a challenge. */
export const challengeMinutes = 5

/** Characters of a name that somebody gives to a passkey. */
export const longestPasskeyName = 60

/**
 * The site as passkeys know it: bound to a host name over https, or to `localhost`. Browsers make none for a bare network address, and none
 * for a page that came in clear.
 *
 * Missing  null where passkeys cannot be had.
 *
 * @example
 * relyingPartyOf('https://bagdar.almaty.example') // => { id: 'bagdar.almaty.example', origin: 'https://bagdar.almaty.example' }
 */
export function relyingPartyOf(publicUrl: string): RelyingParty | null {
  const { protocol, hostname, origin } = new URL(publicUrl)
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  const isNumber = hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname)
  return isNumber || (protocol !== 'https:' && !isLocal) ? null : { id: hostname, origin }
}

/** A name that tells a passkey from the others: whatever its owner likes, on one line. */
export function namePasskey(text: string): Outcome<string> {
  const name = text.replaceAll(/\s+/g, ' ').trim()
  if (name === '') return refuse('passkey_name_empty', 'name')
  return name.length > longestPasskeyName ? refuse('passkey_name_long', 'name', { limit: longestPasskeyName }) : done(name)
}
