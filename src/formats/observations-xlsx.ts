import { originTexts, type Origin } from './page-file/origin.ts'
import { writeWorkbook } from './page-file/write-workbook.ts'
import { dimensionsOf, observationColumns, observationRows } from './observation-columns.ts'
import type { PublishedFigure } from './observations-csv.ts'

/**
 * Figures as a workbook, with the columns that CSV has: what they are on the first sheet, the rows on the second. Values keep their decimals.
 *
 * @param title   what is in it
 * @param origin  where it is from
 */
export async function writeObservationsXlsx(figures: readonly PublishedFigure[], title: string, origin: Origin): Promise<Uint8Array> {
  const columns = observationColumns(dimensionsOf(figures.map(({ series }) => series)))
  const rows = observationRows(figures).map((row) =>
    columns.map(({ kind, of }) => ({
      text: String(of(row) ?? ''),
      isNumber: (kind === 'decimal' || kind === 'integer') && of(row) !== null,
    })),
  )
  const about = { name: 'about', rows: [['title', title] as const, ...originTexts(origin).map(({ name, text }) => [name, text] as const)] }
  return await writeWorkbook(about, [{ name: 'observations', title, origin, columns: columns.map(({ name }) => name), rows }])
}
