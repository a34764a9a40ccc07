import { sql, type Kysely } from 'kysely'
import type { EnteredCase, LastNumbers } from '../books/cooperation/entered-case.ts'
import type { RecordKind } from '../books/cooperation/records.ts'
import { changes } from './changes.ts'
import { cooperation } from './cooperation.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** A whole case at once, table by table. Call both in one transaction. */
export function enteredCase(db: Kysely<Schema>) {
  return {
    /** Nobody else gives numbers until the transaction ends. */
    async lockNumbers(city: CityId): Promise<LastNumbers> {
      await lockCity(db, city)
      const { rows } = await sql<{ kind: RecordKind | null; last: number }>`
        select kind, max(number) as last from cooperation_record where city_id = ${city.id} group by kind
        union all select null, coalesce(max(number), 0) from evidence where city_id = ${city.id}`.execute(db)
      return {
        records: Object.fromEntries(rows.flatMap(({ kind, last }) => (kind === null ? [] : [[kind, last]]))),
        evidence: rows.find(({ kind }) => kind === null)?.last ?? 0,
      }
    },

    async addEnteredCase(city: CityId, { records, evidence, events, deadlines, changes: lines }: EnteredCase): Promise<void> {
      await sql`
        insert into cooperation_record (city_id, kind, number, content, published_at, revision)
        select ${city.id}::uuid, kind, number, content, "publishedAt", revision from json_to_recordset(${JSON.stringify(records)}::json)
          as given (kind text, number integer, content jsonb, "publishedAt" timestamptz, revision integer)`.execute(db)
      const places = evidence.map(({ subject, marker, ...one }) => ({
        ...one,
        ...subject,
        id: one.number,
        markerStart: marker?.start,
        markerEnd: marker?.end,
      }))
      await sql`
        insert into evidence (city_id, number, subject_kind, subject_number, source, start_unit, end_unit, exact, marker_start, marker_end)
        select ${city.id}::uuid, id, kind, number, source, start, "end", exact, "markerStart", "markerEnd"
        from json_to_recordset(${JSON.stringify(places)}::json) as given (id integer, kind text, number integer, source integer, start integer,
          "end" integer, exact text, "markerStart" integer, "markerEnd" integer)`.execute(db)
      const happened = events.map(({ subject, ...one }) => ({ ...one, subjectKind: subject.kind, subjectNumber: subject.number }))
      await sql`
        insert into status_event (city_id, subject_kind, subject_number, number, kind, happened_on, evidence, note, retracts, entered_at, entered_by)
        select ${city.id}::uuid, "subjectKind", "subjectNumber", number, kind, "on", evidence, note, retracts, "enteredAt", "enteredBy"
        from json_to_recordset(${JSON.stringify(happened)}::json) as given ("subjectKind" text, "subjectNumber" integer, number integer, kind text,
          "on" text, evidence integer, note jsonb, retracts integer, "enteredAt" timestamptz, "enteredBy" uuid)`.execute(db)
      const dues = deadlines.map(({ subject, ...one }, at) => ({
        ...{ ...one, ...subject },
        place: deadlines.slice(0, at + 1).filter((other) => other.subject.kind === subject.kind && other.subject.number === subject.number)
          .length,
      }))
      await sql`
        insert into deadline (city_id, subject_kind, subject_number, number, due, reason, set_at, set_by)
        select ${city.id}::uuid, kind, number, place, due, reason, "setAt", "setBy" from json_to_recordset(${JSON.stringify(dues)}::json)
          as given (kind text, number integer, place integer, due text, reason text, "setAt" timestamptz, "setBy" uuid)`.execute(db)
      await changes(db).addChanges(city, lines)
      await cooperation(db).touchCooperation(city)
    },
  }
}
