/** Reads and writes spreadsheets in the browser: loaded when the first one is needed. */
import { readSheet } from 'read-excel-file/universal'
import writeXlsxFile from 'write-excel-file/universal'

/** The first sheet as text; days as ISO days. */
export async function readExcel(bytes: ArrayBuffer): Promise<string[][]> {
  // Numbers stay the text that stands in the file: a document number keeps all its digits.
  const rows = await readSheet<string>(bytes, 1, { trim: false, parseNumber: (digits) => digits })
  return rows.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''))))
}

/** Every cell as text: no program takes a name for a formula or a number for a date. */
export const writeExcel = async (rows: ReadonlyArray<readonly string[]>): Promise<Blob> =>
  await writeXlsxFile(
    rows.map((row, at) => row.map((value) => ({ value, type: String, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) }))),
    { stickyRowsCount: 1 },
  ).toBlob()
