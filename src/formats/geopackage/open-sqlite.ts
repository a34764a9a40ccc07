import type { Database, InitSqlJsStatic, SqlJsStatic } from 'sql.js'

let loaded: Promise<SqlJsStatic> | null = null

/**
 * A database in memory. The build with WebAssembly inside the script is used: it needs no file beside it, so it survives bundling, and it
 * is loaded when the first database is opened.
 */
export async function openSqlite(bytes: Uint8Array): Promise<Database> {
  loaded ??= loadSqlite()
  const { Database: Sqlite } = await loaded
  return new Sqlite(bytes)
}

async function loadSqlite(): Promise<SqlJsStatic> {
  // @ts-expect-error -- the types of sql.js name only its default build; all builds have the same interface
  const { default: initialise } = (await import('sql.js/dist/sql-wasm-inline.js')) as { default: InitSqlJsStatic }
  return initialise()
}
