import { notice, type Notice } from '../../books/notice.ts'
import { tableFolder } from './city-folder.ts'
import { readTable, writeTable } from './table.ts'

/** Where the notices of a release lie. */
export const noticeFile = (releaseId: string): string => `${tableFolder(releaseId)}notices.csv`

const columns = ['code', 'severity', 'file', 'line', 'column', 'value', 'details'] as const
const severities = ['error', 'warning', 'info'] as const

/** Notices that were kept with a release, as a table; what a notice needs besides stands as JSON in `details`. */
export const writeNotices = (notices: readonly Notice[]): string =>
  writeTable(
    columns,
    notices.map((one) => [
      one.code,
      one.severity,
      one.file ?? '',
      one.line === null ? '' : String(one.line),
      one.column ?? '',
      one.value ?? '',
      Object.keys(one.details).length === 0 ? '' : JSON.stringify(one.details),
    ]),
  )

export function readNotices(path: string, text: string, problems: Notice[]): Notice[] {
  const table = readTable(text, path, problems)
  return table.rows.flatMap(({ line, raw, cells }) => {
    const cell = (column: (typeof columns)[number]) => cells[table.columns.indexOf(column)] ?? ''
    const severity = severities.find((one) => one === cell('severity'))
    const details = parseDetails(cell('details'))
    if (severity === undefined || details === null) {
      problems.push(notice('notice_unreadable', 'warning', { file: path, line, value: raw }))
      return []
    }
    return [
      notice(cell('code'), severity, {
        file: cell('file') || null,
        line: cell('line') === '' ? null : Number(cell('line')),
        column: cell('column') || null,
        value: cell('value') || null,
        details,
      }),
    ]
  })
}

function parseDetails(text: string): Notice['details'] | null {
  if (text === '') return {}
  try {
    const details: unknown = JSON.parse(text)
    const isPlain =
      typeof details === 'object' &&
      details !== null &&
      Object.values(details).every((one) => typeof one === 'string' || typeof one === 'number')
    return isPlain ? (details as Notice['details']) : null
  } catch {
    return null
  }
}
