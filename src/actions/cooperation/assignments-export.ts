import { listAssignments, type AssignmentFilter } from '../../books/cooperation/assignment-list.ts'
import type { City } from '../../books/indicators/figure.ts'
import type { Language } from '../../books/text.ts'
import { assignmentColumns, type AssignmentColumn, type AssignmentTable } from '../../formats/cooperation/assignment-table.ts'
import { writeAssignmentsDocx } from '../../formats/cooperation/assignments-docx.ts'
import { writeAssignmentsXlsx } from '../../formats/cooperation/assignments-xlsx.ts'
import { wordsOf } from '../../pages/words.ts'
import { showAssignments } from './assignments-show.ts'

type Needs = Parameters<typeof showAssignments>[1]

interface Asked {
  city: City
  today: string
  filter: AssignmentFilter
  language: Language
}

/** The list that was asked for, as a table for spreadsheets. */
export const exportAssignmentsXlsx = async (asked: Asked, needs: Needs): Promise<Uint8Array> =>
  await writeAssignmentsXlsx(await tableOf(asked, needs))

/** The same as a Word document. */
export const exportAssignmentsDocx = async (asked: Asked, needs: Needs): Promise<Uint8Array> =>
  await writeAssignmentsDocx(await tableOf(asked, needs))

async function tableOf({ city, today, filter, language }: Asked, needs: Needs): Promise<AssignmentTable> {
  const words = wordsOf(language, city.timeZone)
  const lines = listAssignments(await showAssignments({ city, today }, needs), filter)
  return {
    language,
    title: words.t('office.assignments_title'),
    subtitle: words.t('office.assignments_as_of', { state: words.t(`office.state_${filter.state}`), date: words.date(today) }),
    columns: Object.fromEntries(assignmentColumns.map((column) => [column, words.t(`office.column_${column}`)])) as Record<
      AssignmentColumn,
      string
    >,
    rows: lines.map(({ content, due }) => ({
      action: words.pick(content.title),
      form: words.pick(content.formOfCompletion),
      responsible: [content.owner, content.coOwners].filter((one) => one !== '').join('\n'),
      deadline: { day: due.length === 10 ? due : null, words: due === '' ? '' : words.period(due) },
      costKzt: content.expectedCostKzt,
      funding: words.pick(content.fundingSource),
    })),
  }
}
