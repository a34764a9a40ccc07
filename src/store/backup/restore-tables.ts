import pg from 'pg'
import { applyMigration, createMigrationTable, checksumOf, type Migration } from '../migrate.ts'
import { BackupError } from './backup-error.ts'
import { differingTables, type BackupEnd, type BackupHead } from './backup-format.ts'
import { sumTables } from './export-rows.ts'
import { readBackupFile } from './read-backup-file.ts'
import { listTables, type Table } from './tables.ts'

const name = pg.escapeIdentifier

/**
 * Makes the tables of a backup in the schema that comes first in the search path, fills them, and brings them up to date. What was read
 * back from them has the hashes that the file names. Call it in a transaction.
 *
 * @throws {BackupError} the file is damaged, or was made by a version that this one does not know
 */
export async function restoreTables(client: pg.ClientBase, file: string, migrations: readonly Migration[]): Promise<BackupEnd> {
  let tables: readonly Table[] = []
  let table: { name: string; columns: string[] } | null = null
  let known: readonly Migration[] = []
  for await (const part of readBackupFile(file)) {
    if (part.kind === 'head') {
      known = knownMigrations(part.head, migrations)
      await createMigrationTable(client)
      for (const migration of known) await applyMigration(client, migration)
      tables = await listTables(client)
      // What migrations put into tables is in the backup too, as it was then.
      for (const one of tables.toReversed()) if (one.name !== 'migration') await client.query(`delete from ${name(one.name)}`)
    } else if (part.kind === 'table') table = { name: part.table, columns: part.columns }
    else if (part.kind === 'rows') await insertRows(client, file, tables, table, part.lines)
    else {
      const differing = differingTables(await sumTables(client, new Set(part.end.tables.map((one) => one.name))), part.end.tables)
      if (differing.length > 0)
        throw new BackupError(
          `What was restored from ${file} is not what it holds: ${differing.join(', ')}. Nothing was changed. Tell the developers.`,
        )
      for (const migration of migrations) if (!known.includes(migration)) await applyMigration(client, migration)
      return part.end
    }
  }
  throw new BackupError(`${file} has no end. Nothing was changed. Take another backup.`)
}

/** Those of ours that the backup's tables were made by; in tables made otherwise its rows might not fit. */
function knownMigrations({ migrations: made, codeVersion }: BackupHead, migrations: readonly Migration[]): Migration[] {
  const unknown = made.filter((one) => !migrations.some((ours) => ours.name === one.name && checksumOf(ours) === one.checksum))
  if (unknown.length > 0)
    throw new BackupError(
      `The backup was made by Bagdar ${codeVersion}, whose tables this version does not know (${unknown.map((one) => one.name).join(', ')}). Nothing was changed. Restore it with that version or a newer one.`,
    )
  return migrations.filter((ours) => made.some((one) => one.name === ours.name))
}

async function insertRows(
  client: pg.ClientBase,
  file: string,
  tables: readonly Table[],
  into: { name: string; columns: string[] } | null,
  lines: readonly string[],
): Promise<void> {
  const table = tables.find((one) => one.name === into?.name)
  const types = into?.columns.map((column) => table?.columns.find((one) => one.name === column)?.type)
  if (into === null || types === undefined || types.includes(undefined))
    throw new BackupError(
      `${file} has rows for a table or column "${into?.name ?? ''}" that its own version did not have. Nothing was changed. Take another backup.`,
    )
  const values = types.map((type, at) => (type === 'bytea' ? `decode(given ->> ${at}, 'base64')` : `(given ->> ${at})::${type}`))
  await client.query(
    `insert into ${name(into.name)} (${into.columns.map(name).join(', ')}) select ${values.join(', ')} from json_array_elements($1::json) as given`,
    [`[${lines.join(',')}]`],
  )
}
