import type { OpinionBatch } from '../../../books/discussion/batch.ts'
import type { ListedStatement } from '../../../books/discussion/listed-statement.ts'
import { subjectKey } from '../../../books/discussion/subject-place.ts'
import { languages } from '../../../books/text.ts'
import { writeTableForPeople } from '../../../formats/table-for-people.ts'

/**
 * Statements with their counts, and those by opinion group as they were last published. One row per statement and opinion group; group 0 is
 * everybody. Rows of single votes leave the system nowhere.
 */
export function writeStatementsCsv(statements: readonly ListedStatement[], batch: OpinionBatch | null): string {
  const header = ['statement', 'subject', ...languages, 'opinion_group', 'agree', 'disagree', 'pass', 'as_of']
  const rows = statements.flatMap(({ statement, tally }) => {
    const { number, subject, text } = statement
    const own = [String(number), subjectKey(subject), ...languages.map((language) => text?.[language] ?? '')]
    const row = (group: number, counts: { agree: number; disagree: number; pass: number }, asOf: string) => [
      ...own,
      ...[group, counts.agree, counts.disagree, counts.pass].map(String),
      asOf,
    ]
    const groups = batch?.result.statements[number - 1]?.perGroup ?? []
    return [row(0, tally, ''), ...groups.map((counts, at) => row(at + 1, counts, batch?.madeAt ?? ''))]
  })
  return writeTableForPeople([header, ...rows])
}
