import { lookup } from 'node:dns/promises'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { done, refuse, type Outcome } from '../books/outcome.ts'
import { isPublicAddress } from './public-address.ts'

export interface FetchLimits {
  /** Of the whole: all redirects and the last byte. */
  seconds: number
  /** Unpacked. */
  bytes: number
  redirects: number
}

export const fetchLimits: FetchLimits = { seconds: 300, bytes: 1_000_000_000, redirects: 3 }

export interface FetchOptions {
  /** Hosts that may be inside: `sdmx.stat.example`, `10.0.0.7:8080`. Without port: the usual one of http or https. */
  allowedHosts: readonly string[]
  limits?: FetchLimits
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<string[]>
}

/** A file that was fetched, until it is removed. */
export interface FetchedFile {
  path: string
  bytes: number
  remove(): Promise<void>
}

/** Any SDMX message, XML before JSON before CSV; a service that knows none of these may answer as it does otherwise. */
const accept =
  'application/vnd.sdmx.structurespecificdata+xml;version=2.1, application/vnd.sdmx.structure+xml;version=2.1;q=0.9, ' +
  'application/vnd.sdmx.data+xml;version=3.0.0;q=0.8, application/vnd.sdmx.data+json;q=0.7, application/vnd.sdmx.data+csv;q=0.6, */*;q=0.1'

/**
 * Fetches what an address outside holds into a temporary file.
 *
 * Nobody may reach through it what only the server can reach. So the name is resolved once, every address that it has must be public, and the
 * connection goes to exactly the one that was checked; a redirect is a new address and is checked in the same way. Proxies are not asked.
 *
 * Refusals  address_not_understood, address_scheme, address_with_credentials, address_not_found, address_internal, address_too_many_redirects,
 *           address_answered, address_no_answer, address_too_large, address_too_slow
 */
export async function fetchOutside(address: string, options: FetchOptions): Promise<Outcome<FetchedFile>> {
  const { seconds, bytes } = options.limits ?? fetchLimits
  const folder = await mkdtemp(join(tmpdir(), 'bagdar-fetched-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const late = AbortSignal.timeout(seconds * 1000)
  try {
    const outcome = await followed(address, { ...options, late })
    if (!outcome.ok) {
      await remove()
      return outcome
    }
    const path = join(folder, 'message')
    const size = await save(outcome.value, path, bytes, late)
    return done({ path, bytes: size, remove })
  } catch (error) {
    await remove()
    if (error instanceof TooLarge) return refuse('address_too_large', 'address', { limit: bytes })
    if (late.aborted) return refuse('address_too_slow', 'address', { seconds })
    const { code, message } = error as NodeJS.ErrnoException
    return refuse('address_no_answer', 'address', { reason: (code ?? message).slice(0, 200) })
  }
}

type Asking = FetchOptions & { late: AbortSignal }

/** The answer at the end of at most three redirects. */
async function followed(first: string, options: Asking): Promise<Outcome<IncomingMessage>> {
  const { redirects } = options.limits ?? fetchLimits
  let address = first
  let wasSecure = false
  for (let step = 0; step <= redirects; step++) {
    const url = checkAddress(address)
    if (!url.ok) return url
    if (wasSecure && url.value.protocol === 'http:') return refuse('address_scheme', 'address', { scheme: 'http' })
    wasSecure = url.value.protocol === 'https:'
    const answer = await ask(url.value, options)
    if (!answer.ok) return answer
    const { statusCode = 0, headers } = answer.value
    if (statusCode === 200) return answer
    answer.value.destroy()
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined)
      return refuse('address_answered', 'address', { status: statusCode })
    if (!URL.canParse(headers.location, url.value)) return refuse('address_not_understood', 'address')
    address = new URL(headers.location, url.value).href
  }
  return refuse('address_too_many_redirects', 'address', { limit: redirects })
}

/** Names of parameters that carry keys. The address is published with the release. */
const secretName = /(?:api|access|subscription|client|auth)[-_]?(?:key|token|id)$|^key$|token|secret|passw|signature|^sig$|^auth/i

function checkAddress(address: string): Outcome<URL> {
  if (!URL.canParse(address)) return refuse('address_not_understood', 'address')
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return refuse('address_scheme', 'address', { scheme: url.protocol.slice(0, -1) })
  if (url.username !== '' || url.password !== '' || [...url.searchParams.keys()].some((name) => secretName.test(name)))
    return refuse('address_with_credentials', 'address')
  return done(url)
}

/** Asks once, at an address that was checked. */
async function ask(url: URL, { allowedHosts, resolve = resolveAll, late }: Asking): Promise<Outcome<IncomingMessage>> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(name) > 0 ? [name] : await inTime(resolve(name), late).catch(() => [])
  late.throwIfAborted()
  const [first] = addresses
  if (first === undefined) return refuse('address_not_found', 'address', { host: name })
  if (!allowedHosts.includes(url.host) && !addresses.every(isPublicAddress)) return refuse('address_internal', 'address', { host: name })
  return done(await connect(url, first, late))
}

const resolveAll = async (name: string): Promise<string[]> => (await lookup(name, { all: true })).map((one) => one.address)

/** A resolver does not listen to the signal; whoever waits for it does. */
const inTime = <T>(work: Promise<T>, late: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    late.addEventListener('abort', () => reject(late.reason as Error), { once: true })
    work.then(resolve, reject)
  })

/** The name stays in the Host header and in the certificate; the connection goes to the address. */
function connect(url: URL, address: string, late: AbortSignal): Promise<IncomingMessage> {
  const { request, Agent } = url.protocol === 'https:' ? https : http
  const family = isIP(address)
  const toAddress: LookupFunction = (_name, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
  return new Promise((resolve, reject) => {
    // An agent of its own: no connection that is open already, no proxy that the environment names.
    const agent = new Agent({ keepAlive: false })
    const headers = { accept, 'accept-encoding': 'gzip', 'user-agent': 'bagdar' }
    const asked = request(url, { agent, headers, lookup: toAddress, signal: late }, resolve)
    asked.on('error', reject)
    asked.end()
  })
}

class TooLarge extends Error {}

async function save(answer: IncomingMessage, path: string, limit: number, late: AbortSignal): Promise<number> {
  let size = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      size += chunk.length
      pass(size > limit ? new TooLarge() : null, chunk)
    },
  })
  const file = createWriteStream(path, { mode: 0o600 })
  if (answer.headers['content-encoding'] === 'gzip') await pipeline(answer, createGunzip(), counted, file, { signal: late })
  else await pipeline(answer, counted, file, { signal: late })
  return size
}
