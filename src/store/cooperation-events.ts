import { sql, type Kysely } from 'kysely'
import type { Evidence, Subject } from '../books/cooperation/evidence.ts'
import type { KeptDeadline, KeptStatusEvent, Pursued } from '../books/cooperation/kept.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

type CityId = { id: string }

/** Where records stand in their sources, what happened to them, and their deadlines. It is only added, but for a wrong place of a draft. */
export function cooperationEvents(db: Kysely<Schema>) {
  /** null: all of that kind. */
  const of = (kind: string, numbers: readonly number[] | null) => sql`
    and subject_kind = ${kind}
    ${numbers === null ? sql`` : sql`and subject_number in (select value::integer from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`}`
  return {
    /** Of records of one kind; null: of all of them. */
    async listEvidence(city: CityId, kind: string, numbers: readonly number[] | null): Promise<Evidence[]> {
      const { rows } = await sql<EvidenceRow>`
        select * from evidence where city_id = ${city.id} ${of(kind, numbers)} order by number`.execute(db)
      return rows.map(evidenceOf)
    },

    /** Everything that points into one source, in the order of the text. */
    async listEvidenceIn(city: CityId, source: number): Promise<Evidence[]> {
      const { rows } = await sql<EvidenceRow>`
        select * from evidence where city_id = ${city.id} and source = ${source} order by start_unit, end_unit, number`.execute(db)
      return rows.map(evidenceOf)
    },

    /** Call it in a transaction. Returns its number. */
    async addEvidence(city: CityId, { subject, source, start, end, exact, marker }: Omit<Evidence, 'number'>): Promise<number> {
      await lockCity(db, city)
      const { rows } = await sql<{ number: number }>`
        insert into evidence (city_id, number, subject_kind, subject_number, source, start_unit, end_unit, exact, marker_start, marker_end)
        select ${city.id}, coalesce(max(number), 0) + 1, ${subject.kind}, ${subject.number}, ${source}, ${start}, ${end}, ${exact},
          ${marker?.start ?? null}, ${marker?.end ?? null}
        from evidence where city_id = ${city.id}
        returning number`.execute(db)
      return rows[0]!.number
    },

    async removeEvidence(city: CityId, number: number): Promise<void> {
      await sql`delete from evidence where city_id = ${city.id} and number = ${number}`.execute(db)
    },

    /** Of commitments or assignments; null: of all of them. */
    async listStatusEvents(city: CityId, kind: Pursued['kind'], numbers: readonly number[] | null): Promise<KeptStatusEvent[]> {
      const { rows } = await sql<StatusEventRow>`
        select s.subject_kind, s.subject_number, s.number, s.kind, s.happened_on, s.evidence, s.note, s.retracts, s.entered_at, s.entered_by,
          e.source
        from status_event s left join evidence e on e.city_id = s.city_id and e.number = s.evidence
        where s.city_id = ${city.id} and s.subject_kind = ${kind}
          ${numbers === null ? sql`` : sql`and s.subject_number in (select value::integer from jsonb_array_elements_text(${JSON.stringify(numbers)}::jsonb))`}
        order by s.subject_number, s.number`.execute(db)
      return rows.map(statusEventOf)
    },

    /** Call it in a transaction. Returns its number among the events of its subject. */
    async addStatusEvent(city: CityId, event: Omit<KeptStatusEvent, 'number' | 'evidence'> & { evidence: number | null }): Promise<number> {
      await lockCity(db, city)
      const { subject, kind, on, evidence, note, retracts, enteredAt, enteredBy } = event
      const { rows } = await sql<{ number: number }>`
        insert into status_event (city_id, subject_kind, subject_number, number, kind, happened_on, evidence, note, retracts, entered_at, entered_by)
        select ${city.id}, ${subject.kind}, ${subject.number}, coalesce(max(number), 0) + 1, ${kind}, ${on}, ${evidence},
          ${JSON.stringify(note)}::jsonb, ${retracts}, ${enteredAt}::timestamptz, ${enteredBy}
        from status_event where city_id = ${city.id} and subject_kind = ${subject.kind} and subject_number = ${subject.number}
        returning number`.execute(db)
      return rows[0]!.number
    },

    /** Oldest first: the last one of a subject is in force. */
    async listDeadlines(city: CityId, kind: Pursued['kind'], numbers: readonly number[] | null): Promise<KeptDeadline[]> {
      const { rows } = await sql<DeadlineRow>`
        select subject_kind, subject_number, due, reason, set_at, set_by from deadline
        where city_id = ${city.id} ${of(kind, numbers)} order by subject_number, number`.execute(db)
      return rows.map((row) => ({
        subject: { kind: row.subject_kind, number: row.subject_number },
        due: row.due,
        reason: row.reason,
        setAt: row.set_at.toISOString(),
        setBy: row.set_by,
      }))
    },

    /** Call it in a transaction. */
    async addDeadline(city: CityId, { subject, due, reason, setAt, setBy }: KeptDeadline): Promise<void> {
      await lockCity(db, city)
      await sql`
        insert into deadline (city_id, subject_kind, subject_number, number, due, reason, set_at, set_by)
        select ${city.id}, ${subject.kind}, ${subject.number}, coalesce(max(number), 0) + 1, ${due}, ${reason}, ${setAt}::timestamptz, ${setBy}
        from deadline where city_id = ${city.id} and subject_kind = ${subject.kind} and subject_number = ${subject.number}`.execute(db)
    },
  }
}

interface EvidenceRow {
  number: number
  subject_kind: Subject['kind']
  subject_number: number
  source: number
  start_unit: number
  end_unit: number
  exact: string
  marker_start: number | null
  marker_end: number | null
}

const evidenceOf = (row: EvidenceRow): Evidence => ({
  number: row.number,
  subject: { kind: row.subject_kind, number: row.subject_number },
  source: row.source,
  start: row.start_unit,
  end: row.end_unit,
  exact: row.exact,
  marker: row.marker_start === null || row.marker_end === null ? null : { start: row.marker_start, end: row.marker_end },
})

interface StatusEventRow {
  subject_kind: Pursued['kind']
  subject_number: number
  number: number
  kind: KeptStatusEvent['kind']
  happened_on: string
  evidence: number | null
  source: number | null
  note: KeptStatusEvent['note']
  retracts: number | null
  entered_at: Date
  entered_by: string | null
}

const statusEventOf = (row: StatusEventRow): KeptStatusEvent => ({
  subject: { kind: row.subject_kind, number: row.subject_number },
  number: row.number,
  kind: row.kind,
  on: row.happened_on,
  evidence: row.evidence === null || row.source === null ? null : { number: row.evidence, source: row.source },
  retracts: row.retracts,
  note: row.note,
  enteredAt: row.entered_at.toISOString(),
  enteredBy: row.entered_by,
})

interface DeadlineRow {
  subject_kind: Pursued['kind']
  subject_number: number
  due: string
  reason: string
  set_at: Date
  set_by: string | null
}
