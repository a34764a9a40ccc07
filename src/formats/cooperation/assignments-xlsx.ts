import writeXlsxFile, { type SheetData } from 'write-excel-file/node'
import { xmlText } from '../xml-text.ts'
import { assignmentColumns, type AssignmentTable } from './assignment-table.ts'

const widths = [5, 50, 28, 32, 16, 20, 28]

/**
 * A list of assignments as a table for spreadsheets, in exactly the customary columns. The first row is the heading, so that the table can
 * be sorted and filtered at once. A deadline that is known to the day is a date, a cost is a number; text is text, also where it begins like
 * a formula.
 */
export async function writeAssignmentsXlsx({ columns, rows, title }: AssignmentTable): Promise<Uint8Array> {
  const text = (value: string) => ({ type: String, value: xmlText(value), wrap: true, alignVertical: 'top' as const })
  const heading = assignmentColumns.map((column) => ({ ...text(columns[column]), fontWeight: 'bold' as const }))
  const data: SheetData = [
    heading,
    ...rows.map(({ action, form, responsible, deadline, costKzt, funding }, at) => [
      { type: Number, value: at + 1, alignVertical: 'top' as const },
      text(action),
      text(form),
      text(responsible),
      deadline.day === null
        ? text(deadline.words)
        : { type: Date, value: new Date(`${deadline.day}T00:00:00Z`), format: 'dd.mm.yyyy', alignVertical: 'top' as const },
      costKzt === null ? null : { type: Number, value: costKzt, format: '#,##0', alignVertical: 'top' as const },
      text(funding),
    ]),
  ]
  const sheet = {
    sheet: sheetName(title),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape' as const,
  }
  return new Uint8Array(await writeXlsxFile(data, sheet).toBuffer())
}

/** What Excel takes as the name of a sheet: 31 characters, without these. */
const sheetName = (title: string): string =>
  xmlText(title)
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim() || '1'
