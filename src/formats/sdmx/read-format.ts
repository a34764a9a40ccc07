import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { csvStart } from './csv/read-csv-header.ts'

export interface SdmxFormat {
  encoding: 'ml' | 'json' | 'csv'
  holds: 'data' | 'structures'
  /** In words: `SDMX-ML 2.1, structure-specific data`. */
  name: string
}

const startBytes = 65_536

/**
 * What a file is, by its beginning; its name says nothing.
 *
 * @throws {FormatError} sdmx_unknown_format
 */
export function detectFormat(source: ByteSource): SdmxFormat {
  const bytes = source.read(0, startBytes)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const start = new TextDecoder(encoding).decode(bytes).trimStart()
  const found = start.startsWith('<') ? ofMl(start) : start.startsWith('{') ? ofJson(start) : ofCsv(start)
  if (found !== null) return found
  throw new FormatError('sdmx_unknown_format', `${source.name} is no SDMX message (SDMX-ML 2.1 or 3.0, SDMX-JSON or SDMX-CSV).`)
}

const roots: Readonly<Record<string, string>> = {
  StructureSpecificData: 'structure-specific data',
  StructureSpecificTimeSeriesData: 'structure-specific data',
  GenericData: 'generic data',
  GenericTimeSeriesData: 'generic data',
  Structure: 'structures',
}

function ofMl(start: string): SdmxFormat | null {
  const root = /<(?:[\w.-]+:)?([A-Za-z]\w*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)/.exec(withoutProlog(start))
  const what = Object.hasOwn(roots, root?.[1] ?? '') ? roots[root?.[1] ?? ''] : undefined
  // The namespaces of 1.0 and 2.0 are of another make.
  const [, major, minor] = /schemas\/v(\d)_(\d)\/message/i.exec(root?.[2] ?? '') ?? []
  if (what === undefined || major === undefined || minor === undefined || (major !== '3' && `${major}.${minor}` !== '2.1')) return null
  return { encoding: 'ml', holds: what === 'structures' ? 'structures' : 'data', name: `SDMX-ML ${major}.${minor}, ${what}` }
}

/** Declaration, comments and instructions before the root; a document type is refused by whoever reads on. */
const withoutProlog = (start: string): string =>
  start.replace(/^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>)*/i, '')

function ofJson(start: string): SdmxFormat | null {
  const version = /json\.sdmx\.org\/(\d\.\d)|schemas\/(\d\.\d)[\d.]*\/sdmx-json/.exec(start)
  const said = version === null ? '' : ` ${version[1] ?? version[2]}`
  if (/"dataSets"\s*:|"structures?"\s*:\s*[[{]|sdmx-json-data-schema/.test(start))
    return { encoding: 'json', holds: 'data', name: `SDMX-JSON${said}, data` }
  if (/sdmx-json-structure-schema|"(?:codelists|conceptSchemes|dataStructures|dataflows)"\s*:/.test(start))
    return { encoding: 'json', holds: 'structures', name: `SDMX-JSON${said}, structures` }
  return null
}

function ofCsv(start: string): SdmxFormat | null {
  const [, term] = csvStart.exec(start) ?? []
  if (term === undefined) return null
  return { encoding: 'csv', holds: 'data', name: `SDMX-CSV ${term === 'DATAFLOW' ? '1.0' : '2.x'}, data` }
}
