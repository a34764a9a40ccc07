import { HeadingLevel, Paragraph } from 'docx'
import { assignmentColumns, type AssignmentTable } from './assignment-table.ts'
import { docxHeading, docxRun, docxTable, writeDocx } from './docx-parts.ts'

const percents = [4, 26, 14, 18, 11, 12, 15]

/** A list of assignments as a Word document on its side, in exactly the customary columns. */
export async function writeAssignmentsDocx({ language, title, subtitle, columns, rows }: AssignmentTable): Promise<Uint8Array> {
  const cells = rows.map(({ action, form, responsible, deadline, costKzt, funding }, at) => [
    ...[String(at + 1), action, form, responsible, deadline.words],
    costKzt === null ? '' : costKzt.toLocaleString(language === 'en' ? 'en-GB' : 'ru-RU').replaceAll(/\s/g, '\u00a0'),
    funding,
  ])
  return await writeDocx({ title, language, landscape: true }, [
    docxHeading(title, HeadingLevel.TITLE, language),
    new Paragraph({ spacing: { after: 200 }, children: [docxRun(subtitle, language)] }),
    docxTable(
      assignmentColumns.map((column) => columns[column]),
      cells,
      percents,
      language,
    ),
  ])
}
