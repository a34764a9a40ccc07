import type { BackupCheck } from '../books/trust/backup-check.ts'
import type { LastCheck, TrustView } from '../books/trust/trust-view.ts'

export interface TrustNeeds {
  /** The last of each kind that went well, and the last of each kind that did not. */
  listLastBackupChecks(): Promise<BackupCheck[]>
}

/** Somebody asks whether what is kept here could be had back. */
export async function showTrust(needs: TrustNeeds): Promise<TrustView> {
  const checks = await needs.listLastBackupChecks()
  const lastOf = (kind: BackupCheck['kind']): LastCheck => {
    const own = checks.filter((check) => check.kind === kind)
    const passed = own.find((check) => check.problem === null) ?? null
    const failed = own.find((check) => check.problem !== null) ?? null
    return { passed, failed: failed !== null && (passed === null || failed.at > passed.at) ? failed : null }
  }
  return { backup: lastOf('backup'), drill: lastOf('drill') }
}
