import type { ImportOptions, ImportResult } from '../actions/import-readings.ts'

/** What an import did, in three lines for the terminal. */
export function saidOfImport(city: string, result: ImportResult, write: ImportOptions['write']): string {
  const notices = Object.values(result.notices).reduce((sum, count) => sum + count, 0)
  const outcome =
    result.release !== null
      ? `${write === 'draft' ? 'Draft' : 'Release'} ${result.release} of ${city}: /en/${city}/releases/${result.release}`
      : write === 'none'
        ? 'Nothing is stored: this was a dry run.'
        : 'Nothing is new: no release was made.'
  return [
    `${result.rows} rows read, ${result.observations} values in ${result.series} series, ${notices} notices.`,
    `${result.added} new, ${result.changed} changed, ${result.removed} gone.`,
    outcome,
  ].join('\n')
}

export const rounded = (stages: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(stages).map(([stage, time]) => [stage, Math.round(time)]))
