/**
 * What is used of sql.js. Its own types (@types/sql.js) bring global names of Emscripten that contradict those of PGlite.
 */
declare module 'sql.js/dist/sql-wasm-inline.js' {
  export type SqlValue = number | string | Uint8Array | null

  export interface Statement {
    getColumnNames(): string[]
    step(): boolean
    get(): SqlValue[]
    free(): boolean
  }

  export interface Database {
    prepare(sql: string): Statement
    exec(sql: string): Array<{ columns: string[]; values: SqlValue[][] }>
    close(): void
    /** Tests make their files with these two. */
    run(sql: string, values?: readonly SqlValue[]): unknown
    export(): Uint8Array
  }

  export interface SqlJs {
    Database: new (bytes: Uint8Array) => Database
  }

  export default function initialise(): Promise<SqlJs>
}
