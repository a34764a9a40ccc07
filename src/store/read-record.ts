import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import { figureInForce } from '../books/indicators/figure-in-force.ts'
import type {
  Area,
  City,
  Code,
  Figure,
  Indicator,
  Observation,
  Reading,
  Release,
  Series,
  SeriesKey,
  Source,
} from '../books/indicators/figure.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import type { Standing } from '../books/indicators/what-changed.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { cityOf, observationOf, releaseOf, seriesOf } from './rows.ts'
import type { Schema } from './schema.ts'

/**
 * The releases that count on a day, as a common table expression: published by then and not withdrawn by then.
 * A later publication wins over an earlier one, and among releases of the same moment the higher number.
 */
const visibleReleases = (cityId: string, asOf: Date): RawBuilder<unknown> => sql`
  visible as (
    select id, published_at, number from release
    where city_id = ${cityId} and published_at <= ${asOf} and (withdrawn_at is null or withdrawn_at > ${asOf})
  )`

/** The reading side of the record (`CityRecord` of the actions), on either database. */
export function readRecord(db: Kysely<Schema>) {
  /** Entries (names and definitions) in force on a day, by key. */
  async function listEntries<Content>(cityId: string, kind: Schema['entry']['kind'], asOf: Date): Promise<Content[]> {
    const { rows } = await sql<{ content: Content }>`
      with ${visibleReleases(cityId, asOf)}
      select distinct on (e.key collate "C") e.content
      from entry e join visible v on v.id = e.release_id
      where e.city_id = ${cityId} and e.kind = ${kind}
      order by e.key collate "C", v.published_at desc, v.number desc`.execute(db)
    return rows.map((row) => row.content)
  }

  return {
    async listCities(): Promise<City[]> {
      const rows = await db.selectFrom('city').selectAll().orderBy('position').orderBy('slug').execute()
      return rows.map(cityOf)
    },

    async findCity(slug: string): Promise<City | null> {
      const row = await db.selectFrom('city').selectAll().where('slug', '=', slug).executeTakeFirst()
      return row === undefined ? null : cityOf(row)
    },

    listIndicators: (city: City, asOf: Date) => listEntries<Indicator>(city.id, 'indicator', asOf),
    listAreas: (city: City, asOf: Date) => listEntries<Area>(city.id, 'area', asOf),
    listCodes: (city: City, asOf: Date) => listEntries<Code>(city.id, 'code', asOf),
    listSources: (city: City, asOf: Date) => listEntries<Source>(city.id, 'source', asOf),

    listRivalReasons: (city: City, asOf: Date) => listEntries<RivalReason>(city.id, 'rival_reason', asOf),

    async listSeries(
      city: City,
      asOf: Date,
      filter: { indicator?: string; refArea?: string; addresses?: readonly string[] },
    ): Promise<Series[]> {
      const { rows } = await sql<Selectable<Schema['series']>>`
        with ${visibleReleases(city.id, asOf)}
        select s.* from series s
        where s.city_id = ${city.id}
          ${filter.indicator === undefined ? sql`` : sql`and s.indicator = ${filter.indicator}`}
          ${filter.refArea === undefined ? sql`` : sql`and s.ref_area = ${filter.refArea}`}
          ${filter.addresses === undefined ? sql`` : sql`and s.address = any(${filter.addresses}::text[])`}
          and exists (
            select 1 from observation o
            where o.city_id = s.city_id and o.series_id = s.id and o.release_id in (select id from visible)
          )
        order by s.indicator collate "C", s.ref_area collate "C", s.address collate "C"`.execute(db)
      return rows.map(seriesOf)
    },

    async listFigures(city: City, asOf: Date, seriesIds: readonly string[]): Promise<Map<string, Figure[]>> {
      const figures = new Map<string, Figure[]>()
      if (seriesIds.length === 0) return figures
      const { rows } = await sql<Selectable<Schema['observation']>>`
        with ${visibleReleases(city.id, asOf)},
        ranked as (
          select o.*, rank() over (
            partition by o.series_id, o.time_period order by v.published_at desc, v.number desc
          ) as age
          from observation o join visible v on v.id = o.release_id
          where o.city_id = ${city.id} and o.series_id = any(${seriesIds}::uuid[])
        )
        select * from ranked where age = 1 order by series_id, time_period collate "C", position`.execute(db)
      for (const claims of runs(rows.map(observationOf))) {
        const figure = figureInForce(claims)
        const id = claims[0]?.seriesId ?? ''
        const list = figures.get(id)
        if (list) list.push(figure)
        else figures.set(id, [figure])
      }
      return figures
    },

    async listHistory(city: City, seriesId: string, timePeriod: string): Promise<Array<{ observation: Observation; release: Release }>> {
      const observations = await db
        .selectFrom('observation')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('series_id', '=', seriesId)
        .where('time_period', '=', timePeriod)
        .orderBy('position')
        .execute()
      const releases = await db
        .selectFrom('release')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('id', 'in', [...new Set(observations.map((row) => row.release_id)), noRelease])
        .where('status', '!=', 'draft')
        .orderBy('published_at')
        .orderBy('number')
        .execute()
      return releases.flatMap((release) =>
        observations
          .filter((row) => row.release_id === release.id)
          .map((row) => ({ observation: observationOf(row), release: releaseOf(release) })),
      )
    },

    async listReleases(city: City, asOf: Date): Promise<Release[]> {
      const rows = await db
        .selectFrom('release')
        .selectAll()
        .where('city_id', '=', city.id)
        .where('published_at', '<=', asOf)
        .orderBy('published_at', 'desc')
        .orderBy('number', 'desc')
        .execute()
      return rows.map(releaseOf)
    },

    async findRelease(city: City, number: number): Promise<Release | null> {
      const row = await db.selectFrom('release').selectAll().where('city_id', '=', city.id).where('number', '=', number).executeTakeFirst()
      return row === undefined ? null : releaseOf(row)
    },

    async listNotices(city: City, releaseId: string, filter: { code?: string; offset: number; limit: number }): Promise<Notice[]> {
      let query = db.selectFrom('notice').selectAll().where('city_id', '=', city.id).where('release_id', '=', releaseId)
      if (filter.code !== undefined) query = query.where('code', '=', filter.code)
      const rows = await query.orderBy('position').offset(filter.offset).limit(filter.limit).execute()
      return rows.map(({ code, severity, file, line, column, value, details }) => ({ code, severity, file, line, column, value, details }))
    },

    /** What stands for all series of these indicators from these sources: for finding out what an import changes. */
    async listStanding(city: City, asOf: Date, indicators: readonly string[], sources: readonly string[]): Promise<Standing[]> {
      const { rows: series } = await sql<Selectable<Schema['series']>>`
        select * from series
        where city_id = ${city.id} and indicator = any(${indicators}::text[]) and source = any(${sources}::text[])`.execute(db)
      const byId = new Map(series.map((row) => [row.id, seriesOf(row)]))
      const { rows } = await sql<{ series_id: string; time_period: string; claims: Standing['claims'] }>`
        with ${visibleReleases(city.id, asOf)},
        ranked as (
          select o.*, rank() over (
            partition by o.series_id, o.time_period order by v.published_at desc, v.number desc
          ) as age
          from observation o join visible v on v.id = o.release_id
          where o.city_id = ${city.id} and o.series_id = any(${[...byId.keys()]}::uuid[])
        )
        select series_id, time_period,
          json_agg(json_build_object('value', value, 'obsStatus', obs_status, 'note', note) order by position) as claims
        from ranked where age = 1 group by series_id, time_period`.execute(db)
      return rows.flatMap((row) => {
        const of = byId.get(row.series_id)
        return of === undefined ? [] : [{ series: of, timePeriod: row.time_period, claims: row.claims }]
      })
    },

    /** Everything one release brought, as readings in the order of their files: for writing a city out again. */
    async listReadings(city: City, releaseId: string): Promise<Reading[]> {
      const { rows } = await sql<Selectable<Schema['series']> & Selectable<Schema['observation']>>`
        select s.*, o.* from observation o join series s on s.city_id = o.city_id and s.id = o.series_id
        where o.city_id = ${city.id} and o.release_id = ${releaseId}
        order by s.indicator collate "C", s.address collate "C", o.time_period collate "C", o.position`.execute(db)
      const keys = new Map<string, SeriesKey>()
      return rows.map((row) => {
        const { id: _id, address: _address, ...key } = seriesOf({ ...row, id: row.series_id })
        const series = keys.get(row.series_id) ?? key
        keys.set(row.series_id, series)
        const { timePeriod, value, obsStatus, note, origin } = observationOf(row)
        return { series, timePeriod, value, obsStatus, note, origin }
      })
    },

    /** Names and definitions that one release brought. */
    async listEntriesOf<Content>(city: City, releaseId: string, kind: Schema['entry']['kind']): Promise<Content[]> {
      const rows = await db
        .selectFrom('entry')
        .select('content')
        .where('city_id', '=', city.id)
        .where('release_id', '=', releaseId)
        .where('kind', '=', kind)
        .orderBy(sql`key collate "C"`)
        .execute()
      return rows.map((row) => row.content as Content)
    },

    async listProgrammeVersions(city: City, asOf: Date): Promise<ProgrammeVersion[]> {
      const { rows } = await sql<{ content: ProgrammeVersion }>`
        with ${visibleReleases(city.id, asOf)}
        select content from (
          select distinct on (p.programme collate "C", p.number) p.programme, p.number, p.content
          from programme_version p join visible v on v.id = p.release_id
          where p.city_id = ${city.id}
          order by p.programme collate "C", p.number, v.published_at desc, v.number desc
        ) as versions order by programme collate "C", number`.execute(db)
      return rows.map((row) => row.content)
    },
  }
}

/** `in ()` is not SQL: an id that no release has keeps the list from being empty. */
const noRelease = '00000000-0000-0000-0000-000000000000'

/** Neighbouring rows of the same series and period. */
function* runs(observations: readonly Observation[]): Generator<Observation[]> {
  let run: Observation[] = []
  for (const one of observations) {
    const [first] = run
    if (first !== undefined && (first.seriesId !== one.seriesId || first.timePeriod !== one.timePeriod)) {
      yield run
      run = []
    }
    run.push(one)
  }
  if (run.length > 0) yield run
}
