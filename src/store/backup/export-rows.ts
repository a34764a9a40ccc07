import pg from 'pg'
import { BackupError } from './backup-error.ts'
import { backupFormat, endOf, tableLine, TableSummer, type BackupEnd, type BackupHead, type TableSum } from './backup-format.ts'
import { leftOut, listTables, type Table } from './tables.ts'

/** Text fetched at once: enough to be quick, little enough to keep memory flat. */
const bytesPerFetch = 1_000_000
const mostRowsPerFetch = 2000

const name = pg.escapeIdentifier

/** How PostgreSQL is to write values, whatever the server's settings say. To be set in the transaction that reads. */
const exactTexts = [
  ...["set local timezone = 'UTC'", "set local datestyle = 'ISO'", "set local intervalstyle = 'postgres'"],
  ...['set local extra_float_digits = 1', 'set local statement_timeout = 0'],
].join('; ')

/** The lines of a backup, in pieces; call it in a transaction that sees one moment. `done` is told what they add up to. */
export async function* exportLines(
  client: pg.ClientBase,
  { at, codeVersion }: { at: Date; codeVersion: string },
  done: (end: BackupEnd) => void,
): AsyncGenerator<string> {
  await client.query(exactTexts)
  const tables = await listTables(client)
  if (!tables.some((table) => table.name === 'migration'))
    throw new BackupError('The database is empty: there is nothing to back up. Start the server once, or restore a backup.')
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migration order by name collate "C"',
  )
  yield `${JSON.stringify({ format: backupFormat, codeVersion, at: at.toISOString(), migrations } satisfies BackupHead)}\n`
  const sums: TableSum[] = []
  for (const table of tables.filter((one) => !(one.name in leftOut))) sums.push(yield* exportTable(client, table))
  const end = endOf(sums)
  done(end)
  yield `${JSON.stringify(end)}\n`
}

/** What the tables of these names hold now. */
export async function sumTables(client: pg.ClientBase, names: ReadonlySet<string>): Promise<TableSum[]> {
  await client.query(exactTexts)
  const sums: TableSum[] = []
  for (const table of (await listTables(client)).filter((one) => names.has(one.name))) {
    const lines = exportTable(client, table)
    let next = await lines.next()
    while (!next.done) next = await lines.next()
    sums.push(next.value)
  }
  return sums
}

async function* exportTable(client: pg.ClientBase, table: Table): AsyncGenerator<string, TableSum> {
  if (table.key.length === 0)
    throw new BackupError(`Table ${table.name} has no primary key, so its rows have no order. Tell the developers.`)
  const columns = table.columns.map((column) => column.name)
  const summer = new TableSummer(table.name, columns)
  yield tableLine(table.name, columns)
  await client.query(
    `declare backup_rows no scroll cursor for select ${table.columns.map(textOf).join(', ')} from ${name(table.name)} order by ${orderOf(table)}`,
  )
  let count = 10
  for (;;) {
    const { rows } = await client.query<Array<string | null>>({ text: `fetch ${count} from backup_rows`, rowMode: 'array' })
    if (rows.length === 0) break
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    summer.add(text, rows.length)
    yield text
    count = Math.max(1, Math.min(mostRowsPerFetch, Math.floor((rows.length * bytesPerFetch) / text.length)))
  }
  await client.query('close backup_rows')
  return summer.sum()
}

function textOf({ name: column, type }: Table['columns'][number]): string {
  if (type === 'bytea') return `translate(encode(${name(column)}, 'base64'), E'\\n', '')`
  if (type.startsWith('timestamp')) return `to_json(${name(column)}) #>> '{}'`
  return `${name(column)}::text`
}

/** By code unit, which is the same everywhere. */
const orderOf = ({ columns, key }: Table): string =>
  key.map((column) => name(column) + (columns.find((one) => one.name === column)?.type === 'text' ? ' collate "C"' : '')).join(', ')
