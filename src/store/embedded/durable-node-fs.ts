import fs from 'node:fs'
import path from 'node:path'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** Exit code of the database thread, and then of the whole process, after a failed fsync. */
export const FSYNC_FAILED = 70

/** Exit code after PostgreSQL gave up (PANIC), for example because the disk is full in the middle of a commit. */
export const DATABASE_PANIC = 71

interface OpenFile {
  nfd: number
  node: unknown
}

interface EmscriptenModule {
  NODEFS: {
    realPath(node: unknown): string
    stream_ops: { fsync?: (file: OpenFile) => number }
  }
}

/**
 * PGlite's file layer, made durable.
 *
 * The stock layer has no fsync at all: PostgreSQL asks for one at every commit and nothing happens. Here it happens,
 * and the first fsync of a file also syncs the directory that holds its name, for file systems where that is a second
 * step. After a failed fsync nobody knows what reached the disk, so the process ends at once and recovers when it is
 * started again: PostgreSQL's own answer since 2018.
 */
export class DurableNodeFS extends NodeFS {
  readonly #lastWords: () => string

  /** @param lastWords what PostgreSQL wrote to its log last, for the message when it gives up */
  constructor(directory: string, lastWords: () => string) {
    super(directory)
    this.#lastWords = lastWords
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    const options = result.emscriptenOpts as {
      preRun: Array<(module: EmscriptenModule) => void>
      onAbort?: () => void
    }
    options.preRun.push(({ NODEFS }) => {
      const named = new Set<string>()
      NODEFS.stream_ops.fsync = (file) => {
        try {
          fs.fsyncSync(file.nfd)
          const name = NODEFS.realPath(file.node)
          const key = `${fs.fstatSync(file.nfd).ino} ${name}`
          if (!named.has(key)) {
            syncDirectory(path.dirname(name))
            named.add(key)
          }
          return 0
        } catch (error) {
          return stop(FSYNC_FAILED, `fsync failed: ${(error as Error).message}`)
        }
      }
    })
    options.onAbort = () => stop(DATABASE_PANIC, this.#lastWords())
    return result
  }
}

/** Makes the names in a directory durable. */
export function syncDirectory(directory: string): void {
  const descriptor = fs.openSync(directory, 'r')
  try {
    fs.fsyncSync(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

function stop(code: number, message: string): never {
  fs.writeSync(2, `The embedded database cannot go on: ${message}\nNothing acknowledged is lost. Check the disk and start again.\n`)
  process.exit(code)
}
