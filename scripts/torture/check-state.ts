import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { amcheck } from '@electric-sql/pglite/contrib/amcheck'
import { installBaseDirectory } from '../../src/store/embedded/base-directory.ts'
import { nodeDisk } from '../../src/store/embedded/disk.ts'
import { DurableNodeFS } from '../../src/store/embedded/durable-node-fs.ts'
import { fingerprint, type Query } from './fingerprint.ts'
import type { CrashState } from './simulated-disk.ts'

const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'fsync=on', '-c', 'wal_sync_method=fsync']
const program = new URL('.', import.meta.resolve('@electric-sql/pglite'))
const pgliteWasmModule = await WebAssembly.compile(fs.readFileSync(new URL('pglite.wasm', program)))
const fsBundle = new Blob([fs.readFileSync(new URL('pglite.data', program))])

/** Puts a state on a real disk, as the data directory `directory`. */
export function writeState(state: CrashState, directory: string): void {
  fs.rmSync(directory, { recursive: true, force: true })
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 })
  for (const each of state.directories) fs.mkdirSync(path.join(directory, each), { recursive: true, mode: 0o700 })
  for (const { path: name, content } of state.files) fs.writeFileSync(path.join(directory, name), content, { mode: 0o600 })
}

/**
 * Opens what a power failure left, as the product does, and looks whether it is a sound database.
 *
 * @param thorough  all tables by amcheck, not only ours and seven of the system, and opened once more at the end
 * @throws {Error} it cannot be opened, is damaged, or cannot be written to
 */
export async function checkState(directory: string, thorough: boolean): Promise<string> {
  const data = path.join(directory, 'database')
  if (!fs.existsSync(path.join(data, 'PG_VERSION'))) installBaseDirectory(data, nodeDisk)
  const database = await open(data)
  const query: Query = async <Row>(text: string) => (await database.query(text)).rows as Row[]
  const found = await fingerprint(query)
  await database.exec('create extension amcheck')
  await query(
    "select bt_index_check(c.oid, true) from pg_class c join pg_am a on a.oid = c.relam where a.amname = 'btree' and c.relkind = 'i' and c.relpersistence = 'p'",
  )
  const some =
    "c.relnamespace = 'public'::regnamespace or c.relname in ('pg_class', 'pg_attribute', 'pg_type', 'pg_index', 'pg_depend', 'pg_constraint', 'pg_statistic')"
  const damaged = await query(
    `select c.relname, v.* from pg_class c, lateral verify_heapam(c.oid) v where c.relkind in ('r', 't') and (${thorough ? 'true' : some})`,
  )
  if (damaged.length > 0) throw new Error(`damaged: ${JSON.stringify(damaged.slice(0, 3))}`)
  await database.exec('create table probe (n int primary key); insert into probe select generate_series(1, 100); checkpoint')
  await database.close()
  if (thorough) {
    const again = await open(data)
    const { rows } = await again.query<{ rows: number }>('select count(*)::int as rows from probe')
    await again.close()
    if (rows[0]?.rows !== 100) throw new Error('what was written after recovery is gone')
  }
  return found
}

async function open(data: string): Promise<PGlite> {
  if (fs.existsSync(path.join(data, 'postmaster.pid'))) fs.unlinkSync(path.join(data, 'postmaster.pid'))
  let complaints: string[] = []
  const lastWords = (): string => complaints.join('\n')
  const stop = (code: number, reason: string): never => {
    fs.writeSync(2, `${reason}\n`)
    process.exit(code)
  }
  return PGlite.create({
    fs: new DurableNodeFS(data, nodeDisk, stop, lastWords),
    startParams,
    extensions: { amcheck },
    pgliteWasmModule,
    fsBundle,
    onStderr(line) {
      complaints = [...complaints.slice(-9), line]
      return true
    },
  })
}
