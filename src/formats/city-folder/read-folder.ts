import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** All files of a folder by their path inside it, with forward slashes, in order. Hidden files are passed over. */
export function readFolder(folder: string): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const walk = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`
      if (entry.isDirectory()) walk(path)
      else if (entry.isFile()) files.set(path, readFileSync(join(folder, path)))
    }
  }
  walk('')
  return files
}
