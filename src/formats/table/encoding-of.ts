import type { FileMapping } from './open-table.ts'

/** How the text of a table is encoded, by its bytes: XLSX needs nothing; what is no UTF-8 is read as Windows-1251, as spreadsheet programs save CSV. */
export function encodingOf(bytes: Uint8Array): FileMapping {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return {}
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le' }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { encoding: 'utf-8' }
  } catch {
    return { encoding: 'windows-1251' }
  }
}
