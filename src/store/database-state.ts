import type { Database } from './database.ts'
import type { Migration } from './migrate.ts'

/** Why a database cannot serve a process fully. */
export type DatabaseProblem = 'database_unreachable' | 'database_read_only' | 'migrations_missing'

/** Asks the database whether it answers, takes writes, and has the tables that this program needs. */
export async function findDatabaseProblems(
  { pool, state }: Pick<Database<never>, 'pool' | 'state'>,
  migrations: readonly Migration[],
): Promise<DatabaseProblem[]> {
  try {
    const { rows } = await pool.query<{ read_only: boolean; applied: string[] }>(
      `select current_setting('transaction_read_only') = 'on' as read_only, array(select name from migration) as applied`,
    )
    const { read_only: readOnly = true, applied = [] } = rows[0] ?? {}
    return [
      ...(readOnly || state() === 'read_only' ? (['database_read_only'] as const) : []),
      ...(migrations.every(({ name }) => applied.includes(name)) ? [] : (['migrations_missing'] as const)),
    ]
  } catch {
    return ['database_unreachable']
  }
}
