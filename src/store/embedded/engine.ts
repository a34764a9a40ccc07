import { Worker } from 'node:worker_threads'

export type ToWorker = Uint8Array | 'close'

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'failed'; message: string }
  | { kind: 'reply'; bytes: Uint8Array }
  | { kind: 'done'; bytes: Uint8Array; inTransaction: boolean }
  | { kind: 'closed' }

/** The one PostgreSQL session of this process. One call at a time: `SharedSession` sees to that. */
export interface Engine {
  /** Sends whole wire messages; `onReply` gets the answer in pieces. Tells whether a transaction is open afterwards. */
  execute(group: Uint8Array, onReply: (bytes: Uint8Array) => void): Promise<{ inTransaction: boolean }>
  close(): Promise<void>
}

/**
 * Starts PostgreSQL in a thread, in `directory` or, with null, in memory.
 *
 * If the thread ends by itself (failed fsync, PANIC), what has been acknowledged is on disk and nothing can be added:
 * the process ends with the thread's exit code, and recovery runs at the next start.
 */
export async function startEngine(directory: string | null): Promise<Engine> {
  const worker = startWorker({ directory })
  let receive: (message: FromWorker) => void = () => {}
  worker.on('message', (message: FromWorker) => receive(message))
  const answer = <T>(judge: (message: FromWorker, resolve: (value: T) => void, reject: (error: Error) => void) => void): Promise<T> =>
    new Promise((resolve, reject) => (receive = (message) => judge(message, resolve, reject)))

  const ready = answer<void>((message, resolve, reject) => {
    if (message.kind === 'failed') reject(new Error(message.message))
    else resolve()
  })
  const stopped = (code: number): void => process.exit(code || 1)
  worker.on('error', (error) => console.error('The embedded database stopped:', error))
  worker.on('exit', stopped)
  try {
    await ready
  } catch (error) {
    worker.off('exit', stopped)
    await worker.terminate()
    throw error
  }

  return {
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
      worker.off('exit', stopped)
      const closed = answer<void>((_message, resolve) => resolve())
      worker.postMessage('close' satisfies ToWorker)
      await closed
      await worker.terminate()
    },
  }
}

/** Built code has the worker beside it; from source it is loaded through tsx, whose hooks a worker does not inherit. */
function startWorker(workerData: { directory: string | null }): Worker {
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./embedded-worker.js', import.meta.url), { workerData })
  const source = JSON.stringify(new URL('./worker.ts', import.meta.url).href)
  return new Worker(`import('tsx/esm/api').then(({ tsImport }) => tsImport(${source}, ${source}))`, { eval: true, workerData })
}
