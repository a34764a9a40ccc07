import type { BackupCheck } from '../books/trust/backup-check.ts'

/** What a backup holds, table by table and as a whole. */
export interface BackupContent {
  tables: ReadonlyArray<{ name: string; rows: number; sha256: string }>
  /** One hash for everything. */
  content: string
}

export interface WriteBackupNeeds {
  /** Writes all that the database holds at one moment into a new file. */
  takeBackup(file: string): Promise<{ end: BackupContent; bytes: number }>
  /** Reads a file from beginning to end; throws where it is not whole. */
  verifyBackup(file: string): Promise<{ end: BackupContent; bytes: number }>
  /** Writes down what became of it; false where the database has no table for it yet. */
  addBackupCheck(check: BackupCheck): Promise<boolean>
  now(): Date
  /** Milliseconds. */
  clock(): number
}

/** Everything is written into a file, the file is read again from the disk, and that it holds the same is written down. */
export async function writeBackup(file: string, needs: WriteBackupNeeds): Promise<BackupCheck & { noted: boolean }> {
  const at = needs.now().toISOString()
  const began = needs.clock()
  const taken = await needs.takeBackup(file)
  const read = await needs.verifyBackup(file)
  const check: BackupCheck = {
    kind: 'backup',
    at,
    problem: read.end.content === taken.end.content ? null : 'The file does not hold what the database held.',
    ...sizesOf(read),
    seconds: (needs.clock() - began) / 1000,
    file: nameOf(file),
  }
  return { ...check, noted: await needs.addBackupCheck(check) }
}

export const sizesOf = ({ end, bytes }: { end: BackupContent; bytes: number }) => ({
  contentHash: end.content,
  tables: end.tables.length,
  rows: end.tables.reduce((sum, { rows }) => sum + rows, 0),
  bytes,
})

export const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file
