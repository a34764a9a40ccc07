import { createHash } from 'node:crypto'
import type { ReleaseFile } from '../books/indicators/figure.ts'

/** A file as a release names it: path, size and SHA-256 of its bytes. */
export const releaseFile = (path: string, bytes: Uint8Array): ReleaseFile => ({
  path,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
})
