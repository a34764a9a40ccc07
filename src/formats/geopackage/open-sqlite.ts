import type { Database, SqlJs } from 'sql.js/dist/sql-wasm-inline.js'

let loaded: Promise<SqlJs> | null = null

/**
 * A database in memory. The build with WebAssembly inside the script is used: it needs no file beside it, so it survives bundling, and it
 * is loaded when the first database is opened.
 */
export async function openSqlite(bytes: Uint8Array): Promise<Database> {
  loaded ??= loadSqlite()
  const { Database: Sqlite } = await loaded
  return new Sqlite(bytes)
}

async function loadSqlite(): Promise<SqlJs> {
  const { default: initialise } = await import('sql.js/dist/sql-wasm-inline.js')
  return initialise()
}
