import { createHash } from 'node:crypto'

/**
 * A backup is a gzip file of lines of JSON:
 *
 *     {"format":"bagdar-backup/1","codeVersion":"0.1.0","at":"2026-…Z","migrations":[{"name":…,"checksum":…}]}
 *     {"table":"city","columns":["comparison","id",…]}
 *     ["false","1111…",…]                                  one line for each row, in the order of its key
 *     …
 *     {"tables":[{"name":"city","rows":2,"sha256":"…"},…],"content":"…"}
 *
 * Every value is the text that PostgreSQL writes for it, or null: numbers keep all their digits, jsonb has its keys in PostgreSQL's own
 * order, moments are ISO in UTC, bytes are base64. So the lines are the same whichever database they come from, and any later version can
 * read them. A seal follows (`seal.ts`).
 */
export const backupFormat = 'bagdar-backup/1'

export interface BackupHead {
  format: string
  codeVersion: string
  /** ISO moment of the content. */
  at: string
  migrations: Array<{ name: string; checksum: string }>
}

/** What a table holds: SHA-256 of its line and the lines of its rows. */
export interface TableSum {
  name: string
  rows: number
  sha256: string
}

export interface BackupEnd {
  tables: TableSum[]
  /** One hash for everything: equal content has equal hashes, on any database. */
  content: string
}

/** Adds up the lines of one table. */
export class TableSummer {
  readonly #name: string
  readonly #hash = createHash('sha256')
  #rows = 0

  constructor(name: string, columns: readonly string[]) {
    this.#name = name
    this.#hash.update(tableLine(name, columns))
  }

  /** @param text  whole lines, each with its end */
  add(text: string, rows: number): void {
    this.#hash.update(text)
    this.#rows += rows
  }

  sum(): TableSum {
    return { name: this.#name, rows: this.#rows, sha256: this.#hash.digest('hex') }
  }
}

export const tableLine = (name: string, columns: readonly string[]): string => `${JSON.stringify({ table: name, columns })}\n`

export function endOf(tables: readonly TableSum[]): BackupEnd {
  const sorted = tables.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const text = sorted.map(({ name, rows, sha256 }) => `${name} ${rows} ${sha256}\n`).join('')
  return { tables: sorted, content: createHash('sha256').update(text).digest('hex') }
}

/** Names of the tables that do not hold the same. */
export function differingTables(one: readonly TableSum[], other: readonly TableSum[]): string[] {
  const textsOf = (sums: readonly TableSum[]) => new Map(sums.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))
  const [left, right] = [textsOf(one), textsOf(other)]
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name)).sort()
}

export const rowsIn = (tables: readonly TableSum[]): number => tables.reduce((sum, { rows }) => sum + rows, 0)
