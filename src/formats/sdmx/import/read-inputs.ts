import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { refuse, type Outcome } from '../../../books/outcome.ts'
import { openBytes, type ByteSource } from '../../byte-source.ts'
import { readSdmx, type SdmxReading } from './read-import.ts'
import { sdmxLimits } from '../read-limits.ts'

/** A file or folder, and the name that the release gives it. */
export interface SdmxInput {
  path: string
  name: string
}

export interface SdmxRequest {
  inputs: readonly SdmxInput[]
  source: string | null
  indicator: string | null
}

/**
 * Opens files, and of folders what may be SDMX in them and in the folders within, and reads all of it. Links are not followed.
 *
 * Refusals  sdmx_folder_empty, sdmx_too_many_files, sdmx_same_name, and those of `readSdmx`
 */
export function readSdmxInputs({ inputs, source, indicator }: SdmxRequest): Outcome<SdmxReading> {
  const files = inputs.flatMap((input) => (statSync(input.path).isDirectory() ? filesIn(input.path, input.name, 0) : [input]))
  if (files.length === 0) return refuse('sdmx_folder_empty', 'folder')
  if (files.length > sdmxLimits.files) return refuse('sdmx_too_many_files', 'folder', { found: files.length, limit: sdmxLimits.files })
  const names = files.map((file) => file.name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return refuse('sdmx_same_name', 'file', { name: twice })

  const opened: ByteSource[] = []
  try {
    for (const { path, name } of files) opened.push(openBytes(path, name))
    return readSdmx(opened, { source, indicator })
  } finally {
    for (const file of opened) file.close()
  }
}

const order = new Intl.Collator('en', { numeric: true })

function filesIn(folder: string, name: string, depth: number): SdmxInput[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => order.compare(a.name, b.name))
  return entries.flatMap((entry) => {
    const inside = { path: join(folder, entry.name), name: `${name}/${basename(entry.name)}` }
    if (entry.isFile()) return /\.(?:xml|json|csv)$/i.test(entry.name) ? [inside] : []
    return entry.isDirectory() && depth < 2 ? filesIn(inside.path, inside.name, depth + 1) : []
  })
}
