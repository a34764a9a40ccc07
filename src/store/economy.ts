import { sql, type Kysely } from 'kysely'
import type { CityEconomy } from '../books/economy/note/city-economy.ts'
import type { TwinNote } from '../books/economy/note/note.ts'
import type { KeptNote, LoadedTable } from '../books/economy/note/kept-note.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Bytes of one piece of a packed table. */
const pieceBytes = 1_000_000

/** Tables that were loaded, what is known of cities, and the notes that were made of them. Nothing is changed, only added. */
export function economy(db: Kysely<Schema>) {
  return {
    /** Call it in a transaction. Answers the number of the table. */
    async addEconomyTable(city: CityId, table: Omit<LoadedTable, 'number'>, packed: Uint8Array): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into economy_table (city_id, number, outline, source, notice_counts, loaded_at)
        select ${city.id}, coalesce(max(number), 0) + 1, ${JSON.stringify(table.outline)}::jsonb, ${JSON.stringify(table.source)}::jsonb,
          ${JSON.stringify(table.noticeCounts)}::jsonb, ${table.loadedAt}::timestamptz
        from economy_table where city_id = ${city.id}
        returning number`.execute(db)
      const { number } = rows[0]!
      for (let piece = 0; piece * pieceBytes < packed.length; piece++) {
        const content = packed.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)
        await db.insertInto('economy_table_piece').values({ city_id: city.id, table_number: number, piece, content }).execute()
      }
      return number
    },

    /** Newest last. */
    async listEconomyTables(city: CityId): Promise<LoadedTable[]> {
      const rows = await db.selectFrom('economy_table').selectAll().where('city_id', '=', city.id).orderBy('number').execute()
      return rows.map(({ number, outline, source, notice_counts: noticeCounts, loaded_at: at }) => ({
        ...{ number, outline, source, noticeCounts },
        loadedAt: at.toISOString(),
      }))
    },

    /** The packed content of a table; null: there is none of this number. */
    async readEconomyTable(city: CityId, number: number): Promise<Uint8Array | null> {
      const rows = await db
        .selectFrom('economy_table_piece')
        .select('content')
        .where('city_id', '=', city.id)
        .where('table_number', '=', number)
        .orderBy('piece')
        .execute()
      return rows.length === 0 ? null : Buffer.concat(rows.map(({ content }) => content))
    },

    /** What is known of a city from now on. Call it in a transaction. */
    async addCityEconomy(city: CityId, content: CityEconomy, at: Date): Promise<void> {
      await lockCity(db, city)
      await sql`
        insert into city_economy (city_id, code, number, content, entered_at)
        select ${city.id}, ${content.code}, coalesce(max(number), 0) + 1, ${JSON.stringify(content)}::jsonb, ${at}::timestamptz
        from city_economy where city_id = ${city.id} and code = ${content.code}`.execute(db)
    },

    /** What is known of each city now, by code. */
    async listCityEconomies(city: CityId): Promise<CityEconomy[]> {
      const { rows } = await sql<{ content: CityEconomy }>`
        select distinct on (code collate "C") content from city_economy where city_id = ${city.id} order by code collate "C", number desc`.execute(
        db,
      )
      return rows.map(({ content }) => content)
    },

    /** Call it in a transaction. */
    async addTwinNote(city: CityId, note: TwinNote, { at, codeVersion }: { at: Date; codeVersion: string }): Promise<void> {
      await lockCity(db, city)
      const [a, b] = [note.a.code, note.b.code]
      await sql`
        insert into twin_note (city_id, a, b, number, content, computed_at, code_version)
        select ${city.id}, ${a}, ${b}, coalesce(max(number), 0) + 1, ${JSON.stringify(note)}::jsonb, ${at}::timestamptz, ${codeVersion}
        from twin_note where city_id = ${city.id} and a = ${a} and b = ${b}`.execute(db)
    },

    /** The note about two cities as it stood at a moment; null: there was none. */
    async findTwinNote(city: CityId, a: string, b: string, asOf: Date): Promise<KeptNote | null> {
      const row = await db
        .selectFrom('twin_note')
        .select(['content', 'computed_at', 'code_version'])
        .where('city_id', '=', city.id)
        .where('a', '=', a)
        .where('b', '=', b)
        .where('computed_at', '<=', asOf)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : { note: row.content, computedAt: row.computed_at.toISOString(), codeVersion: row.code_version }
    },

    /** Each pair of cities with a note at a moment, and which statements asked for it. */
    async listTwinNotes(city: CityId, asOf: Date): Promise<{ a: CityEconomy; b: CityEconomy }[]> {
      const { rows } = await sql<{ a: CityEconomy; b: CityEconomy }>`
        select distinct on (a collate "C", b collate "C") content -> 'a' as a, content -> 'b' as b from twin_note
        where city_id = ${city.id} and computed_at <= ${asOf}::timestamptz
        order by a collate "C", b collate "C", number desc`.execute(db)
      return rows
    },
  }
}
