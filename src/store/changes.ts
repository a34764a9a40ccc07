import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Change, KeptChange } from '../books/accounts/change.ts'
import type { City } from '../books/indicators/figure.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

/** The numbers of a city's history begin at 1; the hash before the first line. */
const noHash = '0'.repeat(64)

/**
 * The history of the desk. Lines of one city are chained: each holds the hash of the line before, so that a line that is changed or taken
 * out is found by `findBrokenChange`.
 */
export function changes(db: Kysely<Schema>) {
  const addLines = async (city: Pick<City, 'id'> | null, lines: readonly Change[]): Promise<void> => {
    // Two writers of one history take turns. A lock of the row is given back with the transaction; the history of the
    // installation, which has no city, is guarded by its unique numbers.
    if (city !== null) await lockCity(db, city)
    const last = await db
      .selectFrom('change')
      .select(['number', 'hash'])
      .where('city_id', city === null ? 'is' : '=', city === null ? null : city.id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst()
    let { number, hash } = last ?? { number: 0, hash: noHash }
    const kept = lines.map(({ at, by, action, subject, before = null, after = null }) => {
      const line = { number: ++number, at: new Date(at).toISOString(), by, action, subject, before, after }
      hash = hashOf(line, hash)
      return { ...line, hash }
    })
    await sql`
      insert into change (id, city_id, number, at, person_id, action, subject, before, after, hash)
      select gen_random_uuid(), ${city?.id ?? null}::uuid, number, at, by, action, subject, before, after, hash
      from json_to_recordset(${JSON.stringify(kept)}::json)
        as given (number bigint, at timestamptz, by uuid, action text, subject text, before jsonb, after jsonb, hash text)`.execute(db)
  }
  return {
    /** Adds a line. Call it in the transaction that does what it tells: both are there, or neither. */
    addChange: async (city: Pick<City, 'id'> | null, change: Change): Promise<void> => await addLines(city, [change]),

    /** Adds lines in their order, as `addChange` does each. */
    addChanges: async (city: Pick<City, 'id'>, lines: readonly Change[]): Promise<void> => await addLines(city, lines),

    /** Lines of a city, newest first; of one subject and what lies below it, where one is given. */
    async listChanges(
      city: Pick<City, 'id'> | null,
      { subject, offset, limit }: { subject?: string; offset: number; limit: number },
    ): Promise<KeptChange[]> {
      const { rows } = await sql<Row>`
        select number, at, person_id, action, subject, before, after, hash from change
        where city_id is not distinct from ${city?.id ?? null}::uuid
          ${subject === undefined ? sql`` : sql`and (subject = ${subject} or starts_with(subject, ${`${subject}/`}))`}
        order by number desc offset ${offset} limit ${limit}`.execute(db)
      return rows.map(keptOf)
    },

    /** How many lines `listChanges` would give in all. */
    async countChanges(city: Pick<City, 'id'> | null, { subject }: { subject?: string }): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from change
        where city_id is not distinct from ${city?.id ?? null}::uuid
          ${subject === undefined ? sql`` : sql`and (subject = ${subject} or starts_with(subject, ${`${subject}/`}))`}`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** Number of the first line whose hash does not follow from it and the line before; null: the history is whole. */
    async findBrokenChange(city: Pick<City, 'id'> | null): Promise<number | null> {
      const { rows } = await sql<Row>`
        select number, at, person_id, action, subject, before, after, hash from change
        where city_id is not distinct from ${city?.id ?? null}::uuid order by number`.execute(db)
      let previous = noHash
      for (const [index, row] of rows.entries()) {
        const { hash, ...line } = keptOf(row)
        if (line.number !== index + 1 || hash !== hashOf(line, previous)) return index + 1
        previous = hash
      }
      return null
    },
  }
}

type Row = Omit<Schema['change'], 'id' | 'city_id'>

const keptOf = ({ person_id, at, ...row }: Row): KeptChange => ({ ...row, at: at.toISOString(), by: person_id })

const hashOf = (line: Omit<KeptChange, 'hash'>, previous: string): string =>
  createHash('sha256')
    .update(canonical([previous, line.number, line.at, line.by, line.action, line.subject, line.before, line.after]))
    .digest('hex')

/** JSON with keys in order: the database keeps objects in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}
