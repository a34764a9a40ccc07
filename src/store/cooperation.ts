import { sql, type Kysely } from 'kysely'
import type { RecordFilter } from '../books/cooperation/record-filter.ts'
import type { Contents, CooperationRecord, RecordKind } from '../books/cooperation/records.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Numbers come from addresses and forms too: what the column cannot hold is the number of no record. */
const isRecordNumber = (number: number): boolean => Number.isSafeInteger(number) && number >= 1 && number <= 2_000_000_000

/** Records of the international office. */
export function cooperation(db: Kysely<Schema>) {
  const where = (city: CityId, kind: RecordKind, { published, drafts, having, havingOne, numbers, after }: RecordFilter) => sql`
    where city_id = ${city.id} and kind = ${kind}
      ${published ? sql`and published_at is not null` : sql``}
      ${drafts ? sql`and published_at is null` : sql``}
      ${after === undefined ? sql`` : sql`and number > ${after}`}
      ${having === undefined ? sql`` : sql`and content @> ${JSON.stringify(having)}::jsonb`}
      ${
        havingOne === undefined
          ? sql``
          : havingOne.length === 0
            ? sql`and false`
            : sql`and (${sql.join(
                havingOne.map((one) => sql`content @> ${JSON.stringify(one)}::jsonb`),
                sql` or `,
              )})`
      }
      ${numbers === undefined ? sql`` : sql`and number in (select value::integer from jsonb_array_elements_text(${JSON.stringify(numbers.filter(isRecordNumber))}::jsonb))`}`

  /** Pages that are kept are made anew. */
  const touch = async (city: CityId): Promise<void> => {
    await sql`
      insert into cooperation_revision (city_id, revision) values (${city.id}, 1)
      on conflict (city_id) do update set revision = cooperation_revision.revision + 1`.execute(db)
  }
  return {
    /** In the order of their numbers. */
    async listCooperation<Kind extends RecordKind>(
      city: CityId,
      kind: Kind,
      filter: RecordFilter = {},
    ): Promise<Array<CooperationRecord<Kind>>> {
      const { rows } = await sql<Row<Kind>>`
        select number, content, published_at, revision from cooperation_record ${where(city, kind, filter)}
        order by number offset ${filter.offset ?? 0} limit ${filter.limit ?? null}`.execute(db)
      return rows.map((row) => recordOf(kind, row))
    },

    async countCooperation(city: CityId, kind: RecordKind, filter: RecordFilter = {}): Promise<number> {
      const { rows } = await sql<{ count: number }>`select count(*) as count from cooperation_record ${where(city, kind, filter)}`.execute(
        db,
      )
      return Number(rows[0]?.count ?? 0)
    },

    async findCooperation<Kind extends RecordKind>(city: CityId, kind: Kind, number: number): Promise<CooperationRecord<Kind> | null> {
      if (!isRecordNumber(number)) return null
      const { rows } = await sql<Row<Kind>>`
        select number, content, published_at, revision from cooperation_record
        where city_id = ${city.id} and kind = ${kind} and number = ${number}`.execute(db)
      return rows[0] === undefined ? null : recordOf(kind, rows[0])
    },

    /** Call it in a transaction. Returns its number. */
    async addCooperation<Kind extends RecordKind>(city: CityId, kind: Kind, content: Contents[Kind]): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into cooperation_record (city_id, kind, number, content)
        select ${city.id}, ${kind}, coalesce(max(number), 0) + 1, ${JSON.stringify(content)}::jsonb
        from cooperation_record where city_id = ${city.id} and kind = ${kind}
        returning number`.execute(db)
      await touch(city)
      return rows[0]!.number
    },

    /** false: somebody changed it since `revision`, and nothing was stored. */
    async keepCooperation<Kind extends RecordKind>(
      city: CityId,
      { kind, number, content, publishedAt, revision }: CooperationRecord<Kind>,
    ): Promise<boolean> {
      const { numAffectedRows } = await sql`
        update cooperation_record set content = ${JSON.stringify(content)}::jsonb, published_at = ${publishedAt}::timestamptz,
          revision = revision + 1
        where city_id = ${city.id} and kind = ${kind} and number = ${number} and revision = ${revision}`.execute(db)
      if (numAffectedRows !== 1n) return false
      await touch(city)
      return true
    },

    touchCooperation: touch,

    /** Until the transaction ends nobody else adds to the city's records or closes a protocol. */
    lockCooperation: async (city: CityId): Promise<void> => await lockCity(db, city),
  }
}

interface Row<Kind extends RecordKind> {
  number: number
  content: Contents[Kind]
  published_at: Date | null
  revision: number
}

const recordOf = <Kind extends RecordKind>(kind: Kind, row: Row<Kind>): CooperationRecord<Kind> => ({
  kind,
  number: row.number,
  content: row.content,
  publishedAt: row.published_at?.toISOString() ?? null,
  revision: row.revision,
})
