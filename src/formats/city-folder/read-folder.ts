import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Far above any city, far below what would fill the memory. */
const limits = { files: 20_000, bytes: 500_000_000 }

/**
 * All files of a folder by their path inside it, with forward slashes, in order. Hidden files are passed over, and links
 * are not followed: a folder from elsewhere must not lead out of itself.
 *
 * @throws {RangeError} the folder is larger than the limits
 */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  let total = 0
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      if (!entry.isFile()) continue
      total += statSync(join(folder, path)).size
      if (files.size >= limits.files || total > limits.bytes)
        throw new RangeError(`"${folder}" is too large: ${limits.files} files and ${limits.bytes} bytes are allowed.`)
      files.set(path, readFileSync(join(folder, path)))
    }
  }
  walk('')
  return files
}
