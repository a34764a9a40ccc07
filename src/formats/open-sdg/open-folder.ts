import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One file of an Open SDG data folder, as its bytes. */
export interface OpenSdgFile {
  /** Path inside the folder, with forward slashes. */
  path: string
  bytes: Uint8Array
  sha256: string
}

export interface FolderLimits {
  files: number
  fileBytes: number
  totalBytes: number
}

/** The largest public folders (Great Britain's) have 2,000 files and 25 MB. */
export const folderLimits: FolderLimits = { files: 20_000, fileBytes: 50_000_000, totalBytes: 500_000_000 }

const parts = ['data', 'indicator-config', 'meta', 'translations']

/**
 * Every file of an Open SDG data folder that Bagdar reads, in the order of their paths.
 *
 * Links are not followed: a folder from elsewhere must not lead out of itself.
 *
 * @throws {RangeError} the folder is larger than the limits, or is no Open SDG folder
 */
export function openFolder(folder: string, limits: FolderLimits = folderLimits): OpenSdgFile[] {
  const top = readdirSync(folder, { withFileTypes: true })
  if (!top.some((entry) => entry.isDirectory() && entry.name === 'data')) {
    throw new RangeError(`"${folder}" has no folder "data": an Open SDG folder has data/*.csv.`)
  }
  const paths = top
    .filter((entry) => entry.isFile() && (entry.name === 'config_data.yml' || entry.name.endsWith('.geojson')))
    .map((entry) => entry.name)
  for (const part of parts.filter((name) => top.some((entry) => entry.isDirectory() && entry.name === name)))
    listFiles(folder, part, 0, paths)
  if (paths.length > limits.files) throw new RangeError(`"${folder}" has ${paths.length} files; ${limits.files} are allowed.`)

  let total = 0
  return paths.sort().map((path) => {
    const size = statSync(join(folder, path)).size
    total += size
    if (size > limits.fileBytes) throw new RangeError(`"${path}" has ${size} bytes; ${limits.fileBytes} are allowed.`)
    if (total > limits.totalBytes) throw new RangeError(`"${folder}" has more than ${limits.totalBytes} bytes.`)
    const bytes = readFileSync(join(folder, path))
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  })
}

function listFiles(folder: string, part: string, depth: number, paths: string[]): void {
  for (const entry of readdirSync(join(folder, part), { withFileTypes: true })) {
    if (entry.isFile()) paths.push(`${part}/${entry.name}`)
    else if (entry.isDirectory() && depth < 1) listFiles(folder, `${part}/${entry.name}`, depth + 1, paths)
  }
}
