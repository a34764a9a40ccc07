import { sql, type Kysely, type Selectable } from 'kysely'
import { figureInForce } from '../books/indicators/figure-in-force.ts'
import type {
  Area,
  City,
  Code,
  ComputedFile,
  Figure,
  Indicator,
  Observation,
  Reading,
  Release,
  Series,
  SeriesKey,
  Source,
  StoredFile,
} from '../books/indicators/figure.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import type { Standing } from '../books/indicators/what-changed.ts'
import type { Notice } from '../books/notice.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { cityOf, observationOf, releaseOf, seriesOf } from './rows.ts'
import type { Schema } from './schema.ts'
import { bytesPerPart } from './write-record.ts'

/** Releases that count on a day, the one that wins last. */
type Visible = ReadonlyMap<string, number>

/** The reading side of the record (`CityRecord` of the actions), on either database. */
export function readRecord(db: Kysely<Schema>) {
  /**
   * The releases that count on a day: published by then and not withdrawn by then. A later publication wins over an
   * earlier one, and among releases of the same moment the higher number. The rest is done here and not in the database:
   * a window function over a city's figures takes the embedded database five times as long as handing them over.
   */
  async function visibleReleases(cityId: string, asOf: Date): Promise<Visible> {
    const rows = await db
      .selectFrom('release')
      .select('id')
      .where('city_id', '=', cityId)
      .where('published_at', '<=', asOf)
      .where((where) => where.or([where('withdrawn_at', 'is', null), where('withdrawn_at', '>', asOf)]))
      .orderBy('published_at')
      .orderBy('number')
      .execute()
    return new Map(rows.map((row, rank) => [row.id, rank]))
  }

  /** Entries (names and definitions) in force on a day, in the order of their keys. */
  async function listEntries<Content>(cityId: string, kind: Schema['entry']['kind'], asOf: Date): Promise<Content[]> {
    const visible = await visibleReleases(cityId, asOf)
    const { rows } = await sql<{ key: string; release_id: string; content: Content }>`
      select key, release_id, content from entry
      where city_id = ${cityId} and kind = ${kind} and release_id = any(${[...visible.keys()]}::uuid[])`.execute(db)
    return inForce(rows, visible, (row) => row.key)
      .sort((a, b) => byCodeUnit(a.key, b.key))
      .map((row) => row.content)
  }

  /** Observations in force of some series, those of one series and period together, periods in order. */
  async function observationsInForce(cityId: string, asOf: Date, seriesIds: readonly string[]): Promise<Observation[]> {
    const visible = await visibleReleases(cityId, asOf)
    const { rows } = await sql<Selectable<Schema['observation']>>`
      select * from observation
      where city_id = ${cityId} and series_id = any(${seriesIds}::uuid[]) and release_id = any(${[...visible.keys()]}::uuid[])`.execute(db)
    return inForce(rows, visible, (row) => `${row.series_id} ${row.time_period}`)
      .sort((a, b) => byCodeUnit(a.series_id, b.series_id) || byCodeUnit(a.time_period, b.time_period) || a.position - b.position)
      .map(observationOf)
  }

  return {
    async listCities(): Promise<City[]> {
      const rows = await db.selectFrom('city').selectAll().orderBy('position').orderBy('slug').execute()
      return rows.map(cityOf)
    },

    /** A text that changes whenever a release is added, published or withdrawn in any city. */
    async stamp(): Promise<string> {
      const { rows } = await sql<{ stamp: string }>`
        select concat_ws(' ', count(*), count(published_at), count(withdrawn_at), max(recorded_at), (select count(*) from city)) as stamp
        from release`.execute(db)
      return rows[0]?.stamp ?? ''
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
      const visible = await visibleReleases(city.id, asOf)
      const { rows } = await sql<Selectable<Schema['series']>>`
        select s.* from series s
        where s.city_id = ${city.id}
          ${filter.indicator === undefined ? sql`` : sql`and s.indicator = ${filter.indicator}`}
          ${filter.refArea === undefined ? sql`` : sql`and s.ref_area = ${filter.refArea}`}
          ${filter.addresses === undefined ? sql`` : sql`and s.address = any(${filter.addresses}::text[])`}
          and s.id in (
            select series_id from series_release
            where city_id = ${city.id} and release_id = any(${[...visible.keys()]}::uuid[])
          )`.execute(db)
      return rows
        .map(seriesOf)
        .sort((a, b) => byCodeUnit(a.indicator, b.indicator) || byCodeUnit(a.refArea, b.refArea) || byCodeUnit(a.address, b.address))
    },

    async listFigures(city: City, asOf: Date, seriesIds: readonly string[]): Promise<Map<string, Figure[]>> {
      const figures = new Map<string, Figure[]>()
      if (seriesIds.length === 0) return figures
      for (const claims of runs(await observationsInForce(city.id, asOf, seriesIds))) {
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

    /** Files of computations in force, by name: those of the latest release that has one of that name. */
    async listComputedFiles(city: City, asOf: Date): Promise<StoredFile[]> {
      const visible = await visibleReleases(city.id, asOf)
      const { rows } = await sql<{ name: string; sha256: string; bytes: number; release_id: string; number: number }>`
        select f.name, f.sha256, f.bytes, f.release_id, r.number
        from computed_file f join release r on r.city_id = f.city_id and r.id = f.release_id
        where f.city_id = ${city.id} and f.release_id = any(${[...visible.keys()]}::uuid[])`.execute(db)
      return inForce(rows, visible, (row) => row.name)
        .sort((a, b) => byCodeUnit(a.name, b.name))
        .map(({ name, sha256, bytes, release_id, number }) => ({ name, sha256, bytes, releaseId: release_id, releaseNumber: number }))
    },

    async listComputedFilesOf(city: City, releaseId: string): Promise<ComputedFile[]> {
      const query = db.selectFrom('computed_file').select(['name', 'sha256', 'bytes'])
      return await query.where('city_id', '=', city.id).where('release_id', '=', releaseId).orderBy('name').execute()
    },

    /** Bytes `from` to `to` (not included) of a computed file; only the parts that hold them are read. */
    async readComputedFile(city: City, releaseId: string, name: string, from: number, to: number): Promise<Uint8Array> {
      const first = Math.floor(from / bytesPerPart)
      const rows = await db
        .selectFrom('computed_file_part')
        .select('content')
        .where('city_id', '=', city.id)
        .where('release_id', '=', releaseId)
        .where('name', '=', name)
        .where('position', '>=', first)
        .where('position', '<', Math.ceil(to / bytesPerPart))
        .orderBy('position')
        .execute()
      return Buffer.concat(rows.map((row) => row.content)).subarray(from - first * bytesPerPart, to - first * bytesPerPart)
    },

    /** What stands for all series of these indicators from these sources: for finding out what an import changes. */
    async listStanding(city: City, asOf: Date, indicators: readonly string[], sources: readonly string[]): Promise<Standing[]> {
      const { rows: series } = await sql<Selectable<Schema['series']>>`
        select * from series
        where city_id = ${city.id} and indicator = any(${indicators}::text[]) and source = any(${sources}::text[])`.execute(db)
      const byId = new Map(series.map((row) => [row.id, seriesOf(row)]))
      const observations = await observationsInForce(city.id, asOf, [...byId.keys()])
      return [...runs(observations)].flatMap((claims) => {
        const [first] = claims
        const of = first === undefined ? undefined : byId.get(first.seriesId)
        return first === undefined || of === undefined ? [] : [{ series: of, timePeriod: first.timePeriod, claims }]
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
      const visible = await visibleReleases(city.id, asOf)
      const { rows } = await sql<{ programme: string; number: number; release_id: string; content: ProgrammeVersion }>`
        select * from programme_version
        where city_id = ${city.id} and release_id = any(${[...visible.keys()]}::uuid[])`.execute(db)
      return inForce(rows, visible, (row) => `${row.programme} ${row.number}`)
        .sort((a, b) => byCodeUnit(a.programme, b.programme) || a.number - b.number)
        .map((row) => row.content)
    },
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of the rows with the same key, those of the release that wins. */
function inForce<Row extends { release_id: string }>(rows: readonly Row[], visible: Visible, keyOf: (row: Row) => string): Row[] {
  const winners = new Map<string, number>()
  const rankOf = (row: Row): number => visible.get(row.release_id) ?? -1
  for (const row of rows) winners.set(keyOf(row), Math.max(winners.get(keyOf(row)) ?? -1, rankOf(row)))
  return rows.filter((row) => rankOf(row) === winners.get(keyOf(row)))
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
