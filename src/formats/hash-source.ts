import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { ReleaseFile } from '../books/indicators/figure.ts'
import type { ByteSource } from './byte-source.ts'

const pieceBytes = 1024 * 1024

/** A file as a release names it: name, size and SHA-256, read piece by piece. Folders of the machine that computed stay out of it. */
export function hashSource(source: ByteSource): ReleaseFile {
  const hash = createHash('sha256')
  const piece = new Uint8Array(Math.min(pieceBytes, source.size))
  for (let at = 0; at < source.size; at += pieceBytes) hash.update(source.read(at, pieceBytes, piece))
  return { path: basename(source.name), sha256: hash.digest('hex'), bytes: source.size }
}
