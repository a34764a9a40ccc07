import type { BackupCheck } from './backup-check.ts'

/** What stands behind the promise that nothing is lost. */
export interface TrustView {
  backup: LastCheck
  drill: LastCheck
}

export interface LastCheck {
  /** The last that went well; null when there was none. */
  passed: BackupCheck | null
  /** One that did not go well and is newer than that. */
  failed: BackupCheck | null
}
