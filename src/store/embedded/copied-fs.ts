import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { MemoryFS, PGlite } from '@electric-sql/pglite'

/** A larger database is not copied: the pages would come back too late, or the machine would run out of memory. */
const LARGEST_COPY_BYTES = 2 ** 30

/** What of emscripten's file system is used to fill it. */
interface EmscriptenModule {
  FS: { mkdirTree(directory: string, mode: number): void; writeFile(file: string, content: Uint8Array, options: { mode: number }): void }
}

/**
 * A copy in memory of a database directory. Whatever PostgreSQL does with it, recovery included, the directory stays
 * as it is.
 *
 * @throws {Error} the directory is too large for a copy
 */
export class CopiedFS extends MemoryFS {
  readonly #directory: string
  readonly #files: string[]

  constructor(directory: string) {
    super()
    this.#directory = directory
    this.#files = fs
      .readdirSync(directory, { recursive: true, encoding: 'utf8' })
      .filter((name) => name !== 'postmaster.pid' && fs.statSync(path.join(directory, name)).isFile())
    const bytes = this.#files.reduce((sum, name) => sum + fs.statSync(path.join(directory, name)).size, 0)
    const most = Math.min(LARGEST_COPY_BYTES, os.freemem() / 2)
    if (bytes > most) throw new Error(`the database has ${mega(bytes)} MB, and no more than ${mega(most)} MB are copied into memory`)
  }

  override async init(...args: Parameters<MemoryFS['init']>): ReturnType<MemoryFS['init']> {
    const result = await super.init(...args)
    const options = result.emscriptenOpts as { preRun?: Array<(module: EmscriptenModule) => void> }
    options.preRun = [...(options.preRun ?? []), ({ FS }) => this.#fill(FS)]
    return result
  }

  #fill(files: EmscriptenModule['FS']): void {
    files.mkdirTree(PGlite.paths.PGDATA, 0o700)
    for (const name of fs.readdirSync(this.#directory, { recursive: true, encoding: 'utf8' }))
      if (fs.statSync(path.join(this.#directory, name)).isDirectory()) files.mkdirTree(`${PGlite.paths.PGDATA}/${name}`, 0o700)
    for (const name of this.#files)
      files.writeFile(`${PGlite.paths.PGDATA}/${name}`, fs.readFileSync(path.join(this.#directory, name)), { mode: 0o600 })
  }
}

const mega = (bytes: number): number => Math.round(bytes / 2 ** 20)
