import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { installBaseDirectory, readBaseTar } from './base-directory.ts'
import { DurableNodeFS } from './durable-node-fs.ts'
import type { FromWorker, ToWorker } from './engine.ts'

// PostgreSQL in its own thread: a long query never blocks the web server.

const REPLY_BYTES = 256 * 1024

const port = parentPort!
const { directory } = workerData as { directory: string | null }
const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

// The first line overrides PGlite's own `-F`. The default method, fdatasync, does nothing in PGlite.
const durable = ['fsync=on', 'wal_sync_method=fsync']
const settings = ['shared_buffers=32MB', ...(directory === null ? [] : durable)]
const startParams = [...PGlite.defaultStartParams, ...settings.flatMap((each) => ['-c', each])]

/** Only wire messages go in and out, so PGlite's own list of array types would be read for nothing: 0.1 s of each start. */
class WirePGlite extends PGlite {
  override async _initArrayTypes(): Promise<void> {}
}

/** Compiled beside the installation of the files, in V8's own threads. */
async function compile(): Promise<WebAssembly.Module> {
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), 'pglite.wasm')
  return WebAssembly.compile(await fs.promises.readFile(file))
}

async function open(): Promise<PGlite> {
  let complaints: string[] = []
  const lastWords = (): string => complaints.join('\n')
  const compiling = compile()
  const options: PGliteOptions = {
    startParams,
    onStderr(line) {
      complaints = [...complaints.slice(-9), line]
      return true
    },
  }
  if (directory === null) {
    options.loadDataDir = new Blob([new Uint8Array(readBaseTar())])
  } else {
    if (!fs.existsSync(path.join(directory, 'PG_VERSION'))) installBaseDirectory(directory)
    // Our own lock guards the directory. A crash can leave this file empty, and PostgreSQL would refuse to start for ever.
    fs.rmSync(path.join(directory, 'postmaster.pid'), { force: true })
    options.fs = new DurableNodeFS(directory, lastWords)
  }
  options.pgliteWasmModule = await compiling
  const database = new WirePGlite(options)
  await database.waitReady.catch((cause: unknown) => {
    throw new Error(`${String(cause)}\n${lastWords()}`, { cause })
  })
  return database
}

async function execute(database: PGlite, group: Uint8Array): Promise<void> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(size)
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.length
    }
    parts = []
    size = 0
    return bytes
  }
  const onRawData = (data: Uint8Array): void => {
    parts.push(data.slice()) // a view into PostgreSQL's own memory
    size += data.length
    if (size < REPLY_BYTES) return
    const bytes = take()
    post({ kind: 'reply', bytes }, [bytes.buffer])
  }
  await database.execProtocolRawStream(group, { onRawData })
  const bytes = take()
  post({ kind: 'done', bytes, inTransaction: database.isInTransaction() }, [bytes.buffer])
}

try {
  const database = await open()
  let queue = Promise.resolve()
  port.on('message', (message: ToWorker) => {
    queue = queue.then(async () => {
      if (message !== 'close') return execute(database, message)
      await database.close()
      post({ kind: 'closed' })
      port.close()
    })
  })
  post({ kind: 'ready' })
} catch (error) {
  post({ kind: 'failed', message: (error as Error).message })
}
