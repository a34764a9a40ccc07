import { Worker } from 'node:worker_threads'

export type ToWorker = Uint8Array | 'close'

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'reply'; bytes: Uint8Array }
  | { kind: 'done'; bytes: Uint8Array; inTransaction: boolean }
  | { kind: 'closed' }

/** What an engine is started for: a directory to keep, a copy of one in memory to read from, or with null an empty one in memory. */
export interface EngineSource {
  directory: string | null
  use: 'keep' | 'read a copy'
}

/** The one PostgreSQL session of this process. One call at a time: `SharedSession` sees to that. */
export interface Engine {
  /**
   * Sends whole wire messages; `onReply` gets the answer in pieces. Tells whether a transaction is open afterwards.
   * Never answers when the engine ends meanwhile.
   */
  execute(group: Uint8Array, onReply: (bytes: Uint8Array) => void): Promise<{ inTransaction: boolean }>
  /**
   * Resolves, with the exit code of its thread, when the engine ended by itself (failed fsync, PANIC): what has been
   * acknowledged is on disk, and nothing can be added.
   */
  ended: Promise<number>
  close(): Promise<void>
}

/**
 * Starts PostgreSQL in a thread.
 *
 * @param program of the thread: the product's own, or that of a test that watches or breaks the disk
 */
export async function startEngine(source: EngineSource, program = ownProgram): Promise<Engine> {
  const worker = startWorker(source, program)
  let receive: (message: FromWorker) => void = () => {}
  worker.on('message', (message: FromWorker) => receive(message))
  const answer = <T>(judge: (message: FromWorker, resolve: (value: T) => void, reject: (error: Error) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => (receive = (message) => judge(message, resolve, reject)))

  const exited = new Promise<number>((resolve) => worker.once('exit', (code) => resolve(code || 1)))
  worker.on('error', (error) => console.error('The embedded database stopped:', error))
  const ready = answer<void>((message, resolve, reject) => {
    if (message.kind === 'failed') reject(new Error(message.message))
    else resolve()
  })
  const endedEarly = exited.then((code) => {
    throw new Error(`The embedded database cannot be opened: its thread ended with code ${code}.`)
  })
  try {
    await Promise.race([ready, endedEarly])
  } catch (error) {
    await worker.terminate()
    throw error
  }

  let isClosing = false
  return {
    ended: exited.then((code) => (isClosing ? new Promise<never>(() => {}) : code)),
    execute: (group, onReply) => {
      const bytes = new Uint8Array(group) // a copy of its own: Node's small buffers share one block of memory
      const result = answer<{ inTransaction: boolean }>((message, resolve) => {
        if (message.kind !== 'reply' && message.kind !== 'done') return
        if (message.bytes.length > 0) onReply(message.bytes)
        if (message.kind === 'done') resolve({ inTransaction: message.inTransaction })
      })
      worker.postMessage(bytes satisfies ToWorker, [bytes.buffer])
      return result
    },
    close: async () => {
      isClosing = true
      const closed = answer<void>((_message, resolve) => resolve())
      worker.postMessage('close' satisfies ToWorker)
      await Promise.race([closed, exited]) // a disk that fails now cannot take back what it has synced
      await worker.terminate()
    },
  }
}

/** Built code has the worker beside it. */
const ownProgram = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './embedded-worker.js', import.meta.url)

/** Source is loaded through tsx, whose hooks a worker does not inherit. */
function startWorker(workerData: EngineSource, program: URL): Worker {
  if (!program.href.endsWith('.ts')) return new Worker(program, { workerData })
  const source = JSON.stringify(program.href)
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true, workerData })
}
