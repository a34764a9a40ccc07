/** Proof that what is kept can be had back, or that it cannot. */
export interface BackupCheck {
  /** `backup`: a file was written, read again and found whole. `drill`: a backup was restored aside and held the same. */
  kind: 'backup' | 'drill'
  /** ISO moment. */
  at: string
  /** What went wrong; null when nothing did. */
  problem: string | null
  /** One SHA-256 for all that the backup holds: equal content has equal hashes. */
  contentHash: string
  tables: number
  rows: number
  bytes: number
  seconds: number
  /** Name of the file, without its folder: where backups lie is nobody's business. */
  file: string
}
