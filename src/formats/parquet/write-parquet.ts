import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer'

/** A column of a Parquet file and how a row fills it; null: nothing to say. */
export interface ParquetColumn<Row> {
  name: string
  type: Extract<BasicType, 'STRING' | 'DOUBLE' | 'INT32' | 'BOOLEAN' | 'TIMESTAMP'>
  of(row: Row): string | number | boolean | Date | null
}

/** Rows are gathered to groups of at least so many: what is packed at once, and all that is held in memory. */
const rowsOfGroup = 20_000

/**
 * Rows as a Parquet file, piece by piece: it is sent while it is written, and never held whole. The same rows give the same bytes.
 *
 * @param about  what is said in the metadata of the file: title, source, licence …
 */
export async function* writeParquet<Row>(
  columns: ReadonlyArray<ParquetColumn<Row>>,
  batches: AsyncIterable<readonly Row[]>,
  about: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter()
  const dataOf = (rows: readonly Row[]) => columns.map(({ name, type, of }) => ({ name, type, nullable: true, data: rows.map(of) }))
  const writer = new ParquetWriter({
    ...{ writer: bytes, schema: schemaFromColumnData({ columnData: dataOf([]) }), createdBy: 'Bagdar' },
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  })
  for await (const rows of groups(batches)) {
    await writer.write({ columnData: dataOf(rows), rowGroupSize: rows.length })
    yield taken(bytes)
  }
  await writer.finish()
  yield taken(bytes)
}

async function* groups<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  for await (const batch of batches) {
    for (const row of batch) rows.push(row)
    if (rows.length < rowsOfGroup) continue
    yield rows
    rows = []
  }
  if (rows.length > 0) yield rows
}

/** What was written since the last time. `offset` goes on counting, because the end of the file says where everything stands. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice()
  bytes.index = 0
  return piece
}
