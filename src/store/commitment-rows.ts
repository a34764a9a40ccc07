import { sql, type Kysely } from 'kysely'
import type { KeptCommitmentRow } from '../books/cooperation/commitment-row.ts'
import type { StatusEvent } from '../books/cooperation/status.ts'
import type { Schema } from './schema.ts'

/** All commitments of a city, short enough that ten thousand of them are read for one page. */
export function commitmentRows(db: Kysely<Schema>) {
  return {
    /** Those that are published, as it was known at a moment; in the order of their numbers. */
    async listCommitmentRows(city: { id: string }, at: Date): Promise<KeptCommitmentRow[]> {
      const [rows, events, deadlines] = await Promise.all([
        sql<Row>`
          select number, content->>'strength' as strength, content->'by' as by, content->'to' as to,
            content->>'isForAbsentParty' = 'true' as absent, content->'jurisdiction' <> '{}'::jsonb as unclear, content->>'owner' as owner
          from cooperation_record
          where city_id = ${city.id} and kind = 'commitment' and published_at <= ${at}
          order by number`.execute(db),
        // Independent: in another source than those in which the promise stands.
        sql<EventRow>`
          select s.subject_number, s.number, s.kind, s.happened_on, s.retracts, e.source,
            s.kind = 'done' and e.source is not null and not exists (
              select from evidence p where p.city_id = s.city_id and p.subject_kind = 'commitment' and p.subject_number = s.subject_number
                and p.source = e.source and not exists (
                  select from status_event o where o.city_id = p.city_id and o.subject_kind = 'commitment'
                    and o.subject_number = p.subject_number and o.evidence = p.number)) as independent
          from status_event s left join evidence e on e.city_id = s.city_id and e.number = s.evidence
          where s.city_id = ${city.id} and s.subject_kind = 'commitment' and s.entered_at <= ${at}`.execute(db),
        sql<{ subject_number: number; due: string }>`
          select distinct on (subject_number) subject_number, due from deadline
          where city_id = ${city.id} and subject_kind = 'commitment' and set_at <= ${at}
          order by subject_number, number desc`.execute(db),
      ])
      const eventsOf = new Map<number, StatusEvent[]>()
      for (const row of events.rows) {
        const of = eventsOf.get(row.subject_number)
        if (of === undefined) eventsOf.set(row.subject_number, [eventOf(row)])
        else of.push(eventOf(row))
      }
      const dueOf = new Map(deadlines.rows.map((row) => [row.subject_number, row.due]))
      return rows.rows.map((row) => ({
        ...{ number: row.number, strength: row.strength, by: row.by, to: row.to, owner: row.owner },
        isForAbsentParty: row.absent,
        isJurisdictionUnclear: row.unclear,
        due: dueOf.get(row.number) ?? '',
        events: eventsOf.get(row.number) ?? [],
      }))
    },
  }
}

interface Row extends Pick<KeptCommitmentRow, 'number' | 'strength' | 'by' | 'to' | 'owner'> {
  absent: boolean
  unclear: boolean
}

interface EventRow {
  subject_number: number
  number: number
  kind: StatusEvent['kind']
  happened_on: string
  retracts: number | null
  source: number | null
  independent: boolean
}

const eventOf = ({ number, kind, happened_on, retracts, source, independent }: EventRow): StatusEvent => ({
  ...{ number, kind, on: happened_on, retracts },
  evidence: source === null ? null : { source, isIndependent: independent },
})
