import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { duplexPair, type Duplex } from 'node:stream'
import { lockDirectory } from './directory-lock.ts'
import { startEngine } from './engine.ts'
import { finishReplacing } from './replace-database.ts'
import { SharedSession } from './shared-session.ts'
import { clearSocketPath, socketPath } from './socket-path.ts'

/** A command that holds a transaction open in silence for so long, while others wait, is sent away. */
const LONGEST_SILENCE_MS = 30_000

/** `read_only`: the disk failed, and what is read comes from a copy in memory until the process is started again. */
export type DatabaseState = 'ok' | 'read_only'

/** What the driver needs of the embedded database: a new connection whenever it asks for one. */
export interface Embedded {
  connect(): Duplex
  state(): DatabaseState
  close(): Promise<void>
}

/**
 * Opens the embedded database in `directory` (null: in memory).
 *
 * The process that finds the directory free opens it; with `serve` it also listens on the socket. A process that finds
 * it taken connects there, so that commands work beside a running server.
 *
 * @param program of the database's thread, when it is not the product's own
 */
export async function openEmbedded(directory: string | null, serve: boolean, program?: URL): Promise<Embedded> {
  if (directory === null) return own(null, null, () => {}, program)
  const taken = lockDirectory(directory)
  if ('heldBy' in taken) return join(directory, taken.heldBy)
  try {
    finishReplacing(directory)
    return await own(path.join(directory, 'database'), serve ? socketPath(directory) : null, taken.lock.release, program)
  } catch (error) {
    taken.lock.release()
    throw error
  }
}

async function own(directory: string | null, socket: string | null, release: () => void, program?: URL): Promise<Embedded> {
  const engine = await startEngine({ directory, use: 'keep' }, program)
  const session = new SharedSession(engine)
  let state: DatabaseState = 'ok'
  void engine.ended.then((code) => {
    if (directory === null) process.exit(code)
    state = 'read_only'
    return goOnReading(session, directory, code)
  })
  const server = socket === null ? null : await listen(socket, (client) => session.attach(client, LONGEST_SILENCE_MS))
  return {
    connect: () => {
      const [ours, theirs] = duplexPair({ allowHalfOpen: false }) // as a socket: the end of one side closes both
      session.attach(theirs, Infinity)
      process.nextTick(() => ours.emit('connect'))
      return likeSocket(ours)
    },
    state: () => state,
    close: async () => {
      server?.close()
      await session.close()
      release()
    },
  }
}

/**
 * After the disk failed: what was acknowledged is on it, and nothing may be added, because nobody knows what a later
 * write would meet. So writes end here, and reading goes on in a copy in memory. The directory stays as it is for the
 * next start. Without such a copy the process ends, with the thread's code.
 */
async function goOnReading(session: SharedSession, directory: string, code: number): Promise<void> {
  const copy = startEngine({ directory, use: 'read a copy' })
  try {
    await Promise.all([copy, session.replaceEngine(copy)])
  } catch (error) {
    console.error(
      `The embedded database cannot go on: ${(error as Error).message}\nNothing acknowledged is lost. Check the disk and start again.`,
    )
    process.exit(code)
  }
  console.error(
    'Nothing can be written any more; what there is can still be read. Nothing acknowledged is lost. Check the disk and start again.',
  )
  void (await copy).ended.then((later) => process.exit(later))
}

async function listen(file: string, attach: (client: net.Socket) => void): Promise<net.Server> {
  clearSocketPath(file)
  const server = net.createServer({ allowHalfOpen: true }, attach)
  const before = process.umask(0o177) // the socket is born with mode 0600
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(file, resolve))
  } finally {
    process.umask(before)
  }
  fs.chmodSync(file, 0o600)
  return server
}

async function join(directory: string, pid: number): Promise<Embedded> {
  const file = socketPath(directory)
  try {
    await new Promise<void>((resolve, reject) => {
      const probe = net.connect(file, () => resolve(void probe.destroy()))
      probe.once('error', reject)
    })
  } catch (cause) {
    throw new Error(
      pid === process.pid
        ? `${directory} is already open in this process.`
        : `${directory} is in use by process ${pid}, which does not answer on ${file}. Wait until it has finished or stop it, then try again.`,
      { cause },
    )
  }
  return { connect: () => likeSocket(net.connect(file)), state: () => 'ok', close: async () => {} }
}

/** node-postgres connects and tunes its stream itself; ours is connected already. */
function likeSocket(stream: Duplex): Duplex {
  const nothing = (): Duplex => stream
  return Object.assign(stream, { connect: nothing, setNoDelay: nothing, setKeepAlive: nothing, ref: nothing, unref: nothing })
}
