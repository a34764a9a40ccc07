import { sql, type Kysely } from 'kysely'
import type { BackupCheck } from '../books/trust/backup-check.ts'
import type { Schema } from './schema.ts'

/** What became of backups and restore drills. */
export function backupChecks(db: Kysely<Schema>) {
  return {
    async addBackupCheck({ kind, at, problem, contentHash, tables, rows, bytes, seconds, file }: BackupCheck): Promise<void> {
      await db
        .insertInto('backup_check')
        .values({
          ...{ kind, at: new Date(at), ok: problem === null, problem },
          ...{ content_hash: contentHash, tables, rows, bytes, seconds, file },
        })
        .execute()
    },

    /** The last of each kind that went well, and the last of each kind that did not. */
    async listLastBackupChecks(): Promise<BackupCheck[]> {
      const { rows } = await sql<Omit<BackupCheck, 'at'> & { at: Date }>`
        select distinct on (kind, ok) kind, at, problem, content_hash as "contentHash", tables, rows, bytes, seconds, file
        from backup_check order by kind, ok, at desc`.execute(db)
      return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
    },
  }
}
