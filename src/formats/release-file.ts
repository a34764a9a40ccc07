import { createHash } from 'node:crypto'
import type { ComputedFile, ReleaseFile } from '../books/indicators/figure.ts'

/** A file as a release names it: path, size and SHA-256 of its bytes. */
export const releaseFile = (path: string, bytes: Uint8Array): ReleaseFile => ({
  path,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
})

/** A file that a computation made, as the record names it. */
export function computedFile(name: string, bytes: Uint8Array): ComputedFile {
  const { sha256, bytes: size } = releaseFile(name, bytes)
  return { name, sha256, bytes: size }
}
