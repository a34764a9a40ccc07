import { openDatabase } from '../../src/store/database.ts'
import { migrate, readMigrations } from '../../src/store/migrate.ts'
import type { Schema } from '../../src/store/schema.ts'
import { code, page, table } from './page.ts'

interface Column {
  table_name: string
  column_name: string
  data_type: string
  is_nullable: 'YES' | 'NO'
}

interface Constraint {
  table_name: string
  definition: string
}

/** Tables, columns and constraints as the migrations leave them; what a table is for stands in the comment above it. */
export async function describeDatabase(): Promise<string> {
  const migrations = readMigrations()
  const database = await openDatabase<Schema>({ directory: null })
  try {
    await migrate(database.pool, migrations)
    const { rows: columns } = await database.pool.query<Column>(
      `select table_name, column_name, data_type, is_nullable from information_schema.columns
       where table_schema = 'public' order by table_name, ordinal_position`,
    )
    const { rows: constraints } = await database.pool.query<Constraint>(
      `select conrelid::regclass::text as table_name, pg_get_constraintdef(oid) as definition from pg_constraint
       where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') order by 1, contype desc, conname`,
    )
    const comments = commentsOf(migrations.map(({ sql }) => sql).join('\n'))
    const tables = [...new Set(columns.map((column) => column.table_name))].sort()
    return page(
      'Database',
      `Tables after ${migrations.length === 1 ? 'the first migration' : `${migrations.length} migrations`} (${code('src/store/migrations/')}), the same on both databases.`,
      ...tables.flatMap((name) => [
        `## ${name}`,
        comments.get(name) ?? '',
        table(
          ['column', 'type', 'may be null'],
          columns
            .filter((column) => column.table_name === name)
            .map((column) => [code(column.column_name), column.data_type, column.is_nullable === 'YES' ? 'yes' : '']),
        ),
        constraints
          .filter((one) => one.table_name === name)
          .map((one) => `- ${code(one.definition)}`)
          .join('\n'),
      ]),
    )
  } finally {
    await database.close()
  }
}

/** Comment lines right above `create table`. */
const commentsOf = (sql: string): Map<string, string> =>
  new Map(
    [...sql.matchAll(/((?:^--.*\n)+)create table (?:if not exists )?(\w+)/gm)].map(([, comment = '', name = '']) => [
      name,
      comment.replace(/^-- ?/gm, '').trim().replaceAll('\n', ' '),
    ]),
  )
