import type { BackupCheck } from '../books/trust/backup-check.ts'
import { nameOf, sizesOf, type BackupContent, type WriteBackupNeeds } from './write-backup.ts'

export interface DrillNeeds extends Pick<WriteBackupNeeds, 'takeBackup' | 'addBackupCheck' | 'now' | 'clock'> {
  /** Gives the name of a file in a new folder, which is gone afterwards. */
  inScratchFolder<T>(use: (file: string) => Promise<T>): Promise<T>
  /** Restores the file into a new database beside it, closes that, opens it again, and tells what it holds. */
  restoreAside(file: string): Promise<BackupContent>
}

/**
 * A restore drill: a backup is taken and restored into a database of its own, and both must hold the same in every table. Whether it went
 * well or not is written down.
 */
export async function runDrill(needs: DrillNeeds): Promise<BackupCheck & { noted: boolean }> {
  const at = needs.now().toISOString()
  const began = needs.clock()
  const check = await needs.inScratchFolder(async (file): Promise<BackupCheck> => {
    const taken = await needs.takeBackup(file)
    const problem = await problemOf(taken.end, () => needs.restoreAside(file))
    return { kind: 'drill', at, problem, ...sizesOf(taken), seconds: (needs.clock() - began) / 1000, file: nameOf(file) }
  })
  return { ...check, noted: await needs.addBackupCheck(check) }
}

async function problemOf(taken: BackupContent, restore: () => Promise<BackupContent>): Promise<string | null> {
  let restored: BackupContent
  try {
    restored = await restore()
  } catch (error) {
    return `The backup could not be restored: ${(error as Error).message}`
  }
  const there = new Map(restored.tables.map(({ name, rows, sha256 }) => [name, `${rows} ${sha256}`]))
  const differing = taken.tables.filter(({ name, rows, sha256 }) => there.get(name) !== `${rows} ${sha256}`)
  return differing.length === 0 ? null : `What was restored differs in: ${differing.map(({ name }) => name).join(', ')}.`
}
