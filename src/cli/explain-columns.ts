import type { TableExplanation } from '../formats/table/explain-table.ts'

/** How the columns of a table would be read, for the terminal. */
export function explainColumns({ rows, columns, missingColumns, proposal }: TableExplanation): string {
  const lines = columns.flatMap(({ name, role, dimension, firstValues, distinctValues, emptyCells, problems }) => [
    `${name || '(no name)'}: ${role}${dimension === null ? '' : ` ${dimension}`}`,
    `    different: ${distinctValues}, empty: ${emptyCells}, first: ${firstValues.join(' | ')}`,
    ...problems.map((problem) => `    line ${problem.line}: ${problem.code.replaceAll('_', ' ')}: ${problem.value}`),
  ])
  return [
    `${rows} rows`,
    ...lines,
    ...missingColumns.map((name) => `The mapping names a column that the table does not have: ${name}`),
    ...(proposal === null ? [] : ['', 'A mapping to begin with; save it, correct it, and give it with --mapping:', '', proposal]),
  ].join('\n')
}
