import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { installBaseDirectory, readBaseTar } from './base-directory.ts'
import { CopiedFS } from './copied-fs.ts'
import type { Disk } from './disk.ts'
import { DurableNodeFS } from './durable-node-fs.ts'
import type { EngineSource, FromWorker, ToWorker } from './engine.ts'

const REPLY_BYTES = 256 * 1024

// The first line overrides PGlite's own `-F`. The default method, fdatasync, does nothing in PGlite.
const DURABLE = ['fsync=on', 'wal_sync_method=fsync']

/** Only wire messages go in and out, so PGlite's own list of array types would be read for nothing: 0.1 s of each start. */
class WirePGlite extends PGlite {
  override async _initArrayTypes(): Promise<void> {}
}

/** The program of the database's thread: opens what it was started for and answers wire messages until it is closed. */
export async function serveEngine(disk: Disk): Promise<void> {
  const port = parentPort!
  const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)
  try {
    const database = await open(workerData as EngineSource, disk)
    let queue = Promise.resolve()
    port.on('message', (message: ToWorker) => {
      queue = queue.then(async () => {
        if (message !== 'close') return execute(database, message, post)
        await database.close()
        post({ kind: 'closed' })
        port.close()
      })
    })
    post({ kind: 'ready' })
  } catch (error) {
    post({ kind: 'failed', message: (error as Error).message })
  }
}

async function open({ directory, use }: EngineSource, disk: Disk): Promise<PGlite> {
  let complaints: string[] = []
  const lastWords = (): string => complaints.join('\n')
  const compiling = compile()
  const options: PGliteOptions = {
    startParams: startParams(
      directory !== null && use === 'keep' ? DURABLE : use === 'read a copy' ? ['default_transaction_read_only=on'] : [],
    ),
    onStderr(line) {
      complaints = [...complaints.slice(-9), line]
      return true
    },
  }
  if (directory === null) {
    options.loadDataDir = new Blob([new Uint8Array(readBaseTar())])
  } else if (use === 'read a copy') {
    options.fs = new CopiedFS(directory)
  } else {
    if (!fs.existsSync(path.join(directory, 'PG_VERSION'))) installBaseDirectory(directory, disk)
    // Our own lock guards the directory. A crash can leave this file empty, and PostgreSQL would refuse to start for ever.
    const pidFile = path.join(directory, 'postmaster.pid')
    if (fs.existsSync(pidFile)) disk.unlink(pidFile)
    options.fs = new DurableNodeFS(directory, disk, stop, lastWords)
  }
  options.pgliteWasmModule = await compiling
  const database = new WirePGlite(options)
  await database.waitReady.catch((cause: unknown) => {
    throw new Error(`${String(cause)}\n${lastWords()}`, { cause })
  })
  return database
}

const startParams = (settings: readonly string[]): string[] => [
  ...PGlite.defaultStartParams,
  ...['shared_buffers=32MB', ...settings].flatMap((each) => ['-c', each]),
]

/** Compiled beside the installation of the files, in V8's own threads. */
async function compile(): Promise<WebAssembly.Module> {
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), 'pglite.wasm')
  return WebAssembly.compile(await fs.promises.readFile(file))
}

/** Ends the thread, and with it every write; the main thread sees the code. */
function stop(code: number, reason: string): never {
  fs.writeSync(2, `The embedded database stopped: ${reason}\n`)
  process.exit(code)
}

async function execute(database: PGlite, group: Uint8Array, post: (message: FromWorker, transfer: ArrayBuffer[]) => void): Promise<void> {
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
