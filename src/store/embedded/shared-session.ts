import type { Duplex } from 'node:stream'
import type { Engine } from './engine.ts'
import { WireGroups, type WireGroup } from './wire-groups.ts'

/** Sync, then the simple query "rollback": ends whatever a client left behind. */
const ROLLBACK = Buffer.concat([Buffer.from([0x53, 0, 0, 0, 4]), Buffer.from([0x51, 0, 0, 0, 13]), Buffer.from('rollback\0')])

/** FATAL 57P02 (crash_shutdown) as PostgreSQL would say it: the client then knows that nothing more comes. */
const STOPPED = errorResponse({
  S: 'FATAL',
  V: 'FATAL',
  C: '57P02',
  M: 'The database stopped before it could confirm this. Nothing was acknowledged; look whether it is there before you send it again.',
})

interface Client {
  stream: Duplex
  longestSilenceMs: number
  groups: Array<Extract<WireGroup, { kind: 'messages' }>>
  gone: boolean
}

/**
 * Lets several wire-protocol clients share the one PostgreSQL session: the server's own pool and commands that come
 * through the socket.
 *
 * A client owns the session from its first message until no transaction of its own is open and no round is half sent;
 * then the next one in line has its turn. A client that leaves in the middle of a transaction is rolled back. Session
 * state (SET, LISTEN, named statements, temporary tables) is shared by all, so nobody may rely on it.
 */
export class SharedSession {
  #engine: Engine
  readonly #clients = new Set<Client>()
  #line: Client[] = []
  #owner: Client | null = null
  #open = false // the owner has a transaction or half a round open
  #busy = false
  #silence: NodeJS.Timeout | null = null

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** A client that holds a transaction open in silence, while others wait, is sent away after `longestSilenceMs`. */
  attach(stream: Duplex, longestSilenceMs: number): void {
    const client: Client = { stream, longestSilenceMs, groups: [], gone: false }
    const wire = new WireGroups()
    this.#clients.add(client)
    stream.on('data', (chunk: Buffer) => {
      try {
        for (const group of wire.push(chunk)) this.#receive(client, group)
      } catch {
        stream.destroy()
      }
    })
    stream.on('end', () => stream.end())
    stream.on('error', () => {}) // 'close' follows
    stream.on('close', () => this.#leave(client))
  }

  /**
   * Goes on over another engine, after the first ended by itself: whoever waits for an answer is told that it will not
   * come, every client is sent away and may connect again, and new ones wait until the other engine is ready.
   */
  async replaceEngine(starting: Promise<Engine>): Promise<void> {
    if (this.#busy && this.#owner && !this.#owner.gone) this.#owner.stream.write(STOPPED)
    this.#busy = true
    for (const client of this.#clients) client.stream.end()
    this.#engine = await starting
    this.#busy = false
    this.#open = false
    this.#owner = null
    this.#next()
  }

  /** Sends every client away; what they had not committed is rolled back. */
  async close(): Promise<void> {
    for (const client of this.#clients) client.stream.destroy()
    while (this.#clients.size > 0 || this.#busy || this.#open) await new Promise((resolve) => setTimeout(resolve, 2))
    await this.#engine.close()
  }

  #receive(client: Client, group: WireGroup): void {
    if (group.kind === 'encryption') client.stream.write('N')
    else if (group.kind === 'goodbye') client.stream.end()
    else {
      client.groups.push(group)
      if (client !== this.#owner && !this.#line.includes(client)) this.#line.push(client)
      this.#next()
    }
  }

  #leave(client: Client): void {
    client.gone = true
    client.groups = []
    this.#clients.delete(client)
    this.#line = this.#line.filter((each) => each !== client)
    this.#next()
  }

  /** Runs what is next in line, if nothing is running. */
  #next(): void {
    if (this.#busy) return
    if (this.#open && this.#owner?.gone) return void this.#run(this.#owner, { kind: 'messages', bytes: ROLLBACK, complete: true })
    if (!this.#open) this.#owner = this.#line.shift() ?? null
    const group = this.#owner?.groups.shift()
    if (this.#owner && group) return void this.#run(this.#owner, group)
    this.#watch()
  }

  async #run(client: Client, { bytes, complete }: Client['groups'][number]): Promise<void> {
    this.#busy = true
    if (this.#silence) clearTimeout(this.#silence)
    this.#silence = null
    const { inTransaction } = await this.#engine.execute(bytes, (reply) => {
      if (!client.gone) client.stream.write(reply)
    })
    this.#busy = false
    this.#open = inTransaction || !complete
    if (!this.#open) {
      this.#owner = null
      if (client.groups.length > 0) this.#line.push(client)
    }
    this.#next()
  }

  /** The owner holds the session and says nothing: the others wait only so long. */
  #watch(): void {
    const owner = this.#owner
    if (!this.#open || !owner || this.#line.length === 0 || this.#silence || owner.longestSilenceMs === Infinity) return
    this.#silence = setTimeout(() => owner.stream.destroy(), owner.longestSilenceMs)
    this.#silence.unref()
  }
}

function errorResponse(fields: Readonly<Record<string, string>>): Buffer {
  const body = Buffer.from(
    `${Object.entries(fields)
      .map(([field, text]) => `${field}${text}\0`)
      .join('')}\0`,
  )
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(4 + body.length, 1)
  return Buffer.concat([head, body])
}
