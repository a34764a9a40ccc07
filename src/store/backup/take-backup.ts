import type { Database } from '../database.ts'
import { atOneMoment } from './at-one-moment.ts'
import type { BackupEnd } from './backup-format.ts'
import { exportLines } from './export-rows.ts'
import { writeBackupFile } from './write-backup-file.ts'

export interface TakenBackup {
  end: BackupEnd
  bytes: number
}

/**
 * Writes everything that the database holds at one moment into a file.
 *
 * @throws {BackupError} the file exists, the database is empty, or another backup is being written
 */
export async function takeBackup(
  database: Pick<Database<unknown>, 'pool' | 'kind'>,
  directory: string | null,
  file: string,
  made: { at: Date; codeVersion: string },
): Promise<TakenBackup> {
  return await atOneMoment(database, directory, async (client) => {
    let end: BackupEnd = { tables: [], content: '' }
    const lines = exportLines(client, made, (said) => (end = said))
    const bytes = await writeBackupFile(file, lines)
    return { end, bytes }
  })
}
