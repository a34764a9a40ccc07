import { sql, type Kysely } from 'kysely'
import type { KeptCommitmentRow } from '../books/cooperation/commitment-row.ts'
import type { StatusEvent } from '../books/cooperation/status.ts'
import type { Strength } from '../books/cooperation/strength.ts'
import type { Schema } from './schema.ts'

/**
 * All commitments of a city, short enough that ten thousand of them are read for one page. To hand a row over takes longer than to find
 * it: so each query brings one text, a JSON array of rows, and what belongs together is joined here.
 */
export function commitmentRows(db: Kysely<Schema>) {
  return {
    /** Those that are published, as it was known at a moment; in the order of their numbers. */
    async listCommitmentRows(city: { id: string }, at: Date): Promise<KeptCommitmentRow[]> {
      const [rows, events, deadlines, places] = await Promise.all([
        sql<Packed>`
          select string_agg('[' || concat_ws(',', number, content->'strength', content->'by', content->'to', content->'isForAbsentParty',
            (content->'jurisdiction' <> '{}'::jsonb)::text, content->'owner') || ']', ',' order by number) as rows
          from cooperation_record
          where city_id = ${city.id} and kind = 'commitment' and published_at <= ${at}`.execute(db),
        sql<Packed>`
          select string_agg('[' || concat_ws(',', subject_number, number, '"' || kind || '"', '"' || happened_on || '"',
            coalesce(retracts::text, 'null'), coalesce(evidence::text, 'null')) || ']', ',') as rows
          from status_event
          where city_id = ${city.id} and subject_kind = 'commitment' and entered_at <= ${at}`.execute(db),
        sql<Packed>`
          select string_agg('[' || concat_ws(',', subject_number, '"' || due || '"') || ']', ',' order by number) as rows
          from deadline
          where city_id = ${city.id} and subject_kind = 'commitment' and set_at <= ${at}`.execute(db),
        // Only of those that are said to be done does it matter in which source that stands.
        sql<Packed>`
          select string_agg('[' || concat_ws(',', subject_number, number, source) || ']', ',') as rows from evidence
          where city_id = ${city.id} and subject_kind = 'commitment' and subject_number in (
            select subject_number from status_event where city_id = ${city.id} and subject_kind = 'commitment' and kind = 'done')`.execute(
          db,
        ),
      ])
      const eventsOf = groupBySubject(unpack<EventRow>(events.rows))
      const placesOf = groupBySubject(unpack<PlaceRow>(places.rows))
      const dueOf = new Map(unpack<readonly [subject: number, due: string]>(deadlines.rows))
      return unpack<Row>(rows.rows).map(([number, strength, by, to, isForAbsentParty, isJurisdictionUnclear, owner]) => ({
        number,
        strength,
        by,
        to,
        isForAbsentParty,
        isJurisdictionUnclear,
        owner,
        due: dueOf.get(number) ?? '',
        events: eventsFrom(eventsOf.get(number) ?? [], placesOf.get(number) ?? []),
      }))
    },
  }
}

/** null: there are none. */
interface Packed {
  rows: string | null
}
const unpack = <Item>([packed]: readonly Packed[]): Item[] => JSON.parse(`[${packed?.rows ?? ''}]`) as Item[]

type Row = readonly [
  number: number,
  strength: Strength,
  by: number[],
  to: number[],
  isForAbsentParty: boolean,
  isJurisdictionUnclear: boolean,
  owner: string,
]
type EventRow = readonly [
  subject: number,
  number: number,
  kind: StatusEvent['kind'],
  on: string,
  retracts: number | null,
  evidence: number | null,
]
type PlaceRow = readonly [subject: number, number: number, source: number]

/** Events of one commitment; a source is independent where the promise does not stand in it. */
function eventsFrom(events: readonly EventRow[], places: readonly PlaceRow[]): StatusEvent[] {
  if (places.length === 0) return events.map(([, number, kind, on, retracts]) => ({ number, kind, on, retracts, evidence: null }))
  const sources = new Map(places.map(([, number, source]) => [number, source]))
  const ofEvents = new Set(events.map(([, , , , , evidence]) => evidence))
  const promiseSources = new Set(places.filter(([, number]) => !ofEvents.has(number)).map(([, , source]) => source))
  return events.map(([, number, kind, on, retracts, evidence]) => {
    const source = sources.get(evidence ?? 0)
    const borneOut = source === undefined ? null : { source, isIndependent: !promiseSources.has(source) }
    return { number, kind, on, retracts, evidence: borneOut }
  })
}

function groupBySubject<Item extends readonly [subject: number, ...unknown[]]>(rows: readonly Item[]): Map<number, Item[]> {
  const groups = new Map<number, Item[]>()
  for (const row of rows) {
    const group = groups.get(row[0])
    if (group === undefined) groups.set(row[0], [row])
    else group.push(row)
  }
  return groups
}
