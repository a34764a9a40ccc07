import { observationColumns, type ObservationColumn, type ObservationRow } from '../observation-columns.ts'
import { writeParquet, type ParquetColumn } from './write-parquet.ts'

const types: Readonly<Record<ObservationColumn['kind'], ParquetColumn<ObservationRow>['type']>> = {
  text: 'STRING',
  decimal: 'STRING',
  integer: 'INT32',
  'yes or no': 'BOOLEAN',
  moment: 'TIMESTAMP',
}

/**
 * Observations as Parquet, with the columns that CSV has. `value` is the published decimal text and `obs_value` the number beside it.
 *
 * @param dimensions  ids of all dimensions that some series has
 * @param about       what the metadata of the file says
 */
export function writeObservationsParquet(
  dimensions: readonly string[],
  batches: AsyncIterable<readonly ObservationRow[]>,
  about: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array> {
  const columns = observationColumns(dimensions).flatMap(({ name, kind, of }): Array<ParquetColumn<ObservationRow>> => {
    const column = { name, type: types[kind], of: (row: ObservationRow) => asType(kind, of(row)) }
    return name === 'value' ? [column, { name: 'obs_value', type: 'DOUBLE', of: ({ claim }) => claim.obsValue }] : [column]
  })
  return writeParquet(columns, batches, about)
}

const asType = (kind: ObservationColumn['kind'], value: string | number | boolean | null) =>
  kind === 'moment' && typeof value === 'string' ? new Date(value) : value
