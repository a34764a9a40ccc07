import type pg from 'pg'
import { BackupError } from './backup-error.ts'

/**
 * What is not in a backup, and why. Everything else is: the list of tables comes from the database, so that a new table cannot be
 * forgotten. The queue of jobs lives in a schema of its own and is made again by who uses it.
 */
export const leftOut: Readonly<Record<string, string>> = {
  migration: 'stands in the head of the file',
  session: 'whoever was signed in signs in again',
  one_time_token: 'codes and links are good for minutes; whoever was invited is invited again',
  attempt: 'counts of the last minutes',
  form_key: 'forms of the last hours',
  mail: 'a message that was on its way is not to be sent twice',
}

export interface Table {
  name: string
  columns: Array<{ name: string; type: string }>
  /** Columns of the primary key, in their order. */
  key: string[]
}

/** All tables of Bagdar, each after those that it refers to; columns by name, so that their history does not matter. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table & { refers: string[] }>(`
    select c.relname as name, coalesce(columns.list, '[]') as columns, coalesce(key.list, '[]') as key, coalesce(refers.list, '[]') as refers
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attname collate "C") as list
      from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ) columns
    cross join lateral (
      select json_agg(a.attname order by k.position) as list
      from pg_index i
      cross join unnest(i.indkey::int2[]) with ordinality as k (number, position)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
      where i.indrelid = c.oid and i.indisprimary
    ) key
    cross join lateral (
      select json_agg(distinct f.relname) as list
      from pg_constraint o join pg_class f on f.oid = o.confrelid
      where o.conrelid = c.oid and o.contype = 'f' and o.confrelid <> c.oid
    ) refers
    where n.nspname = current_schema() and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname collate "C"`)
  return referredFirst(rows)
}

function referredFirst(tables: ReadonlyArray<Table & { refers: string[] }>): Table[] {
  const ordered: Table[] = []
  const placed = new Set<string>()
  while (ordered.length < tables.length) {
    const next = tables.find(({ name, refers }) => !placed.has(name) && refers.every((other) => placed.has(other)))
    if (next === undefined)
      throw new BackupError('Tables refer to each other in a circle, and no order restores them. Tell the developers.')
    placed.add(next.name)
    ordered.push({ name: next.name, columns: next.columns, key: next.key })
  }
  return ordered
}
