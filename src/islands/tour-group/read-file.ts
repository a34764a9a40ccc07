import { decodeText, readCsvRows } from '../../formats/csv.ts'
import { unpackedBytes } from '../../formats/table/unpacked-bytes.ts'

export type Excel = typeof import('../tour-group-excel.ts')

/** Why a file was not taken. */
export class FileProblem extends Error {
  readonly code: 'problem_file' | 'problem_large'
  constructor(code: FileProblem['code']) {
    super(code)
    this.code = code
  }
}

/** A list of two hundred has 30 KB. */
const mostBytes = 1_000_000
/** The unpacker hands larger parts to a worker made from text, which the page's policy does not let run. */
const mostUnpacked = 300_000

/** The rows of a CSV or XLSX file as text. Which of the two it is, its first bytes say. */
export async function readFile(file: File, excel: () => Promise<Excel>): Promise<string[][]> {
  if (file.size > mostBytes) throw new FileProblem('problem_large')
  const buffer = await file.arrayBuffer()
  const bytes = new Uint8Array(buffer)
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return readCsv(bytes)
  const unpacked = unpackedBytes(bytes)
  if (unpacked === null) throw new FileProblem('problem_file')
  if (unpacked > mostUnpacked) throw new FileProblem('problem_large')
  const { readExcel } = await excel()
  return await readExcel(buffer)
}

/** Spreadsheet programs here write UTF-8, or the Cyrillic code page of Windows. */
function readCsv(bytes: Uint8Array): string[][] {
  const { text, utf8 } = decodeText(bytes)
  if (text.includes('\0')) throw new FileProblem('problem_file')
  const rows = (utf8 ? text : new TextDecoder('windows-1251').decode(bytes)).replace(/^\uFEFF/, '')
  return [...readCsvRows(rows, separatorOf(rows))].map(({ cells }) => cells)
}

/** The one that stands in the first line most often. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1)
  const count = (separator: string) => first.split(separator).length
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
