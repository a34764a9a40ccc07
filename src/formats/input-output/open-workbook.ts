import type { ByteSource } from '../byte-source.ts'
import { FormatError } from '../format-error.ts'
import { openZip, type ZipEntry } from '../zip/open-zip.ts'
import { gridLimits, type Grid, type GridLimits } from './grid.ts'
import { scanSheet, unescapeXml } from './scan-sheet.ts'

/** Unpacked bytes of all texts that cells share. */
const mostSharedBytes = 64 * 2 ** 20

/**
 * The largest sheet of a workbook (XLSX): an input-output table stands there, beside legends and notes.
 *
 * Cost  one pass over the sheet as it is unpacked; it is never in memory as a whole.
 *
 * @throws {FormatError} not a workbook, a damaged one, or one beyond the limits
 */
export async function readWorkbook(source: ByteSource, limits: GridLimits = gridLimits): Promise<Grid> {
  const { entries } = openZip(source)
  const [sheet] = entries
    .filter(({ path }) => /^xl\/worksheets\/[^/]+\.xml$/.test(path))
    .toSorted((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1))
  if (sheet === undefined)
    throw new FormatError('io_no_sheet', `${source.name} is a zip archive without worksheets; save the table as .xlsx.`, null, {
      file: source.name,
    })
  const shared = entries.find(({ path }) => path === 'xl/sharedStrings.xml')
  const strings = shared === undefined ? [] : await readSharedStrings(source.name, shared)
  return { file: source.name, kind: 'sheet', rows: await scanSheet(source.name, sheet.chunks(), strings, limits) }
}

/** Texts by their number (ECMA-376 part 1, 18.4.9); the readings of Japanese names (`rPh`) are left out. */
async function readSharedStrings(file: string, entry: ZipEntry): Promise<string[]> {
  if (entry.size > mostSharedBytes)
    throw new FormatError('io_too_many_texts', `${file}: its texts unpack to ${entry.size} bytes; ${mostSharedBytes} at most.`, null, {
      file,
      bytes: entry.size,
      limit: mostSharedBytes,
    })
  const decoder = new TextDecoder('utf-8')
  let xml = ''
  for await (const chunk of entry.chunks()) xml += decoder.decode(chunk, { stream: true })
  return [...xml.matchAll(/<si>([\s\S]*?)<\/si>|<si\/>/g)].map(([, inside = '']) =>
    [...inside.replaceAll(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
      .map(([, text = '']) => unescapeXml(text))
      .join(''),
  )
}
