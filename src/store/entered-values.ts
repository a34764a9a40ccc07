import { sql, type Kysely, type Selectable } from 'kysely'
import type { City, Release, SeriesKey, Source } from '../books/indicators/figure.ts'
import type { EnteredValue } from '../books/indicators/entry/entered-value.ts'
import { releaseOf } from './rows.ts'
import { lockCity } from './lock-city.ts'
import type { Schema } from './schema.ts'

/** Values that wait at the desk, and drafts of releases. */
export function enteredValues(db: Kysely<Schema>) {
  return {
    /**
     * Whoever enters or publishes figures of a city takes turns until the transaction ends: what was checked still holds when it is
     * written.
     */
    async takeTurn(city: Pick<City, 'id'>): Promise<void> {
      await lockCity(db, city)
    },

    /** All that wait in the city, oldest first. */
    async listEnteredValues(city: Pick<City, 'id'>): Promise<EnteredValue[]> {
      const rows = await db
        .selectFrom('entered_value')
        .selectAll()
        .where('city_id', '=', city.id)
        .orderBy('entered_at')
        .orderBy('id')
        .execute()
      return rows.map(enteredOf)
    },

    /** Writes a value; what the same person entered for the same figure before gives way. */
    async keepEnteredValue(city: Pick<City, 'id'>, value: EnteredValue): Promise<void> {
      await sql`
        delete from entered_value
        where city_id = ${city.id} and person_id = ${value.personId} and series_id = ${value.seriesId} and time_period = ${value.timePeriod}`.execute(
        db,
      )
      await sql`
        insert into entered_value (city_id, id, person_id, series_id, series, source, time_period, value, typed, obs_status, note, place, reason,
          base_release, entered_at)
        values (${city.id}, ${value.id}, ${value.personId}, ${value.seriesId}, ${json(value.series)}::jsonb, ${json(value.source)}::jsonb,
          ${value.timePeriod}, ${value.value}, ${value.typed}, ${value.obsStatus}, ${json(value.note)}::jsonb, ${value.place}, ${value.reason},
          ${value.baseRelease}, ${value.enteredAt}::timestamptz)`.execute(db)
    },

    async removeEnteredValues(city: Pick<City, 'id'>, ids: readonly string[]): Promise<void> {
      await sql`delete from entered_value where city_id = ${city.id} and id = any(${ids}::uuid[])`.execute(db)
    },

    /** Drafts, newest first: no part of the record yet. */
    async listDraftReleases(city: Pick<City, 'id'>): Promise<Release[]> {
      const rows = await db
        .selectFrom('release')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('status', '=', 'draft')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(releaseOf)
    },

    /** Indicators that a release speaks of. */
    async listIndicatorsOf(city: Pick<City, 'id'>, releaseId: string): Promise<string[]> {
      const { rows } = await sql<{ indicator: string }>`
        select distinct s.indicator from series_release r join series s on s.city_id = r.city_id and s.id = r.series_id
        where r.city_id = ${city.id} and r.release_id = ${releaseId}
        union select key from entry where city_id = ${city.id} and release_id = ${releaseId} and kind = 'indicator'
        order by 1`.execute(db)
      return rows.map((row) => row.indicator)
    },

    /** Numbers of the releases that were published after a draft was made and that say something about the same figures. */
    async listOvertaking(city: Pick<City, 'id'>, releaseId: string): Promise<number[]> {
      const { rows } = await sql<{ number: number }>`
        select distinct other.number from release draft
        join observation mine on mine.city_id = draft.city_id and mine.release_id = draft.id
        join observation theirs
          on theirs.city_id = mine.city_id and theirs.series_id = mine.series_id and theirs.time_period = mine.time_period
        join release other on other.city_id = theirs.city_id and other.id = theirs.release_id
        where draft.city_id = ${city.id} and draft.id = ${releaseId} and other.id <> draft.id
          and other.status <> 'draft' and other.published_at >= draft.recorded_at
        order by other.number`.execute(db)
      return rows.map((row) => row.number)
    },

    /** Takes a draft away with everything in it; a release that was ever published stays. False where there is no such draft. */
    async discardDraft(city: Pick<City, 'id'>, releaseId: string): Promise<boolean> {
      const { rows } = await sql<{ id: string }>`
        select id from release where city_id = ${city.id} and id = ${releaseId} and status = 'draft' for update`.execute(db)
      if (rows.length === 0) return false
      for (const table of [
        'observation',
        'series_release',
        'notice',
        'entry',
        'programme_version',
        'computed_file_part',
        'computed_file',
      ] as const)
        await sql`delete from ${sql.table(table)} where city_id = ${city.id} and release_id = ${releaseId}`.execute(db)
      await sql`delete from release where city_id = ${city.id} and id = ${releaseId} and status = 'draft'`.execute(db)
      return true
    },
  }
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

const enteredOf = (row: Selectable<Schema['entered_value']>): EnteredValue => ({
  id: row.id,
  personId: row.person_id,
  seriesId: row.series_id,
  series: row.series as SeriesKey,
  source: row.source as Source | null,
  timePeriod: row.time_period,
  value: row.value,
  typed: row.typed,
  obsStatus: row.obs_status,
  note: row.note,
  place: row.place,
  reason: row.reason,
  baseRelease: row.base_release,
  enteredAt: row.entered_at.toISOString(),
})
