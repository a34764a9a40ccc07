import { sql, type Kysely, type Selectable } from 'kysely'
import { figureInForce } from '../books/indicators/figure-in-force.ts'
import type { Area, City, Code, Figure, Indicator, Observation, Release, Series, Source, StoredFile } from '../books/indicators/figure.ts'
import type { RivalReason } from '../books/indicators/rivals.ts'
import type { Standing } from '../books/indicators/what-changed.ts'
import type { ProgrammeVersion } from '../books/programme/programme.ts'
import { KeptReads } from './kept-reads.ts'
import { readReleases } from './read-releases.ts'
import { cityOf, observationOf, releaseOf, seriesOf } from './rows.ts'
import type { Schema } from './schema.ts'
import { together } from './together.ts'

/** Releases that count on a day, the one that wins last. */
interface Visible {
  /** Their ids, each with its rank. */
  ranks: ReadonlyMap<string, number>
  /** The same for the same releases: what keys of kept reads begin with. */
  name: string
}

/**
 * The reading side of the record (`CityRecord` of the actions), on either database.
 *
 * @param kept  what was read before; transactions are handed that of the whole record
 */
export function readRecord(db: Kysely<Schema>, kept = new KeptReads()) {
  const publications = together(async (cityIds: readonly string[]) => {
    const rows = await db
      .selectFrom('release')
      .select(['city_id', 'id', 'published_at', 'withdrawn_at'])
      .where('city_id', 'in', [...new Set(cityIds)])
      .where('published_at', 'is not', null)
      .orderBy('published_at')
      .orderBy('number')
      .execute()
    return cityIds.map((id) => rows.filter((row) => row.city_id === id))
  })

  const citiesBySlug = together(async (slugs: readonly string[]) => {
    const rows = await db
      .selectFrom('city')
      .selectAll()
      .where('slug', 'in', [...new Set(slugs)])
      .execute()
    const bySlug = new Map(rows.map((row) => [row.slug, cityOf(row)]))
    return slugs.map((slug) => bySlug.get(slug) ?? null)
  })

  /**
   * The releases that count on a day: published by then and not withdrawn by then. A later publication wins over an
   * earlier one, and among releases of the same moment the higher number. The rest is done here and not in the database:
   * a window function over a city's figures takes the embedded database five times as long as handing them over.
   */
  async function visibleReleases(cityId: string, asOf: Date): Promise<Visible> {
    const rows = (await publications(cityId)).filter(
      ({ published_at, withdrawn_at }) => published_at !== null && published_at <= asOf && (withdrawn_at === null || withdrawn_at > asOf),
    )
    const ranks = new Map(rows.map((row, rank) => [row.id, rank]))
    return { ranks, name: kept.nameOf([cityId, ...ranks.keys()]) }
  }

  /** Entries (names and definitions) in force on a day, in the order of their keys. */
  async function listEntries<Content>(cityId: string, kind: Schema['entry']['kind'], asOf: Date): Promise<Content[]> {
    const visible = await visibleReleases(cityId, asOf)
    const entries = await kept.get<Content>(`${visible.name} ${kind}`, async () => {
      const { rows } = await sql<{ key: string; release_id: string; content: Content }>`
        select key, release_id, content from entry
        where city_id = ${cityId} and kind = ${kind} and release_id = any(${[...visible.ranks.keys()]}::uuid[])`.execute(db)
      return inForce(rows, visible, (row) => row.key)
        .sort((a, b) => byCodeUnit(a.key, b.key))
        .map((row) => row.content)
    })
    return [...entries]
  }

  /** Observations in force of some series, those of one series and period together, periods in order. */
  async function observationsInForce(cityId: string, visible: Visible, seriesIds: readonly string[]): Promise<Observation[]> {
    const { rows } = await sql<Selectable<Schema['observation']>>`
      select * from observation
      where city_id = ${cityId} and series_id = any(${seriesIds}::uuid[]) and release_id = any(${[...visible.ranks.keys()]}::uuid[])`.execute(
      db,
    )
    return inForce(rows, visible, (row) => `${row.series_id} ${row.time_period}`)
      .sort((a, b) => byCodeUnit(a.series_id, b.series_id) || byCodeUnit(a.time_period, b.time_period) || a.position - b.position)
      .map(observationOf)
  }

  /** All series that these releases brought something for. */
  async function seriesOfReleases(cityId: string, visible: Visible): Promise<Series[]> {
    // Two questions, joined here: a database that has not counted its rows yet compares each series with each row of the other table.
    const brought = await sql<{ series_id: string }>`
      select series_id from series_release where city_id = ${cityId} and release_id = any(${[...visible.ranks.keys()]}::uuid[])`.execute(db)
    const ids = new Set(brought.rows.map((row) => row.series_id))
    const rows = await db.selectFrom('series').selectAll().where('city_id', '=', cityId).execute()
    return rows
      .filter((row) => ids.has(row.id))
      .map(seriesOf)
      .sort((a, b) => byCodeUnit(a.indicator, b.indicator) || byCodeUnit(a.refArea, b.refArea) || byCodeUnit(a.address, b.address))
  }

  /** Figures by series, each of these series among them. */
  async function figuresOf(cityId: string, visible: Visible, seriesIds: readonly string[]): Promise<Map<string, Figure[]>> {
    const figures = new Map<string, Figure[]>(seriesIds.map((id) => [id, []]))
    if (seriesIds.length === 0) return figures
    for (const claims of runs(await observationsInForce(cityId, visible, seriesIds)))
      figures.get(claims[0]?.seriesId ?? '')?.push(figureInForce(claims))
    return figures
  }

  return {
    ...readReleases(db),

    /** Kept too: of a release that was published only its withdrawal can change. */
    async listReleases(city: City, asOf: Date): Promise<Release[]> {
      const published = (await publications(city.id)).filter(({ published_at }) => published_at !== null && published_at <= asOf)
      const name = kept.nameOf([city.id, ...published.flatMap(({ id, withdrawn_at }) => [id, withdrawn_at?.toISOString() ?? ''])])
      const releases = await kept.get(`${name} releases`, async () => {
        const rows = await db
          .selectFrom('release')
          .selectAll()
          .where('city_id', '=', city.id)
          .where('published_at', '<=', asOf)
          .orderBy('published_at', 'desc')
          .orderBy('number', 'desc')
          .execute()
        return rows.map(releaseOf)
      })
      return [...releases]
    },

    async listCities(): Promise<City[]> {
      const rows = await db.selectFrom('city').selectAll().orderBy('position').orderBy('slug').execute()
      return rows.map(cityOf)
    },

    /** A text that changes whenever a release is added, published or withdrawn in any city, something in its discussions (votes excepted) or its cooperation, or a report or an economic note. */
    async stamp(): Promise<string> {
      const { rows } = await sql<{ stamp: string }>`
        select concat_ws(' ', count(*), count(published_at), count(withdrawn_at), max(recorded_at), (select count(*) from city),
          (select coalesce(sum(revision), 0) from consultation), (select coalesce(sum(revision), 0) from cooperation_revision),
          (select concat(count(*), '/', count(withdrawn_at)) from published_report), (select count(*) from twin_note)) as stamp
        from release`.execute(db)
      return rows[0]?.stamp ?? ''
    },

    findCity: async (slug: string): Promise<City | null> => await citiesBySlug(slug),

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
      const whole = async () => await kept.get(`${visible.name} series`, () => seriesOfReleases(city.id, visible))
      const ofIndicator = async (indicator: string) => {
        const key = `${visible.name} series of ${indicator}`
        const known = kept.find<Series>(key)
        if (known !== null) return known
        const found = (await whole()).filter((one) => one.indicator === indicator)
        // Names that no indicator has are without end: nothing is kept for them.
        return found.length === 0 ? found : kept.keep(key, found)
      }
      const found = filter.indicator === undefined ? await whole() : await ofIndicator(filter.indicator)
      return found.filter(
        (one) =>
          (filter.refArea === undefined || one.refArea === filter.refArea) &&
          (filter.addresses === undefined || filter.addresses.includes(one.address)),
      )
    },

    async listFigures(city: City, asOf: Date, seriesIds: readonly string[]): Promise<Map<string, Figure[]>> {
      if (seriesIds.length === 0) return new Map()
      const visible = await visibleReleases(city.id, asOf)
      const keyOf = (id: string): string => `${visible.name} ${id}`
      const known = new Map(seriesIds.map((id) => [id, kept.find<Figure>(keyOf(id))]))
      const missing = [...known].flatMap(([id, figures]) => (figures === null ? [id] : []))
      for (const [id, figures] of await figuresOf(city.id, visible, missing)) known.set(id, kept.keep(keyOf(id), figures))
      return new Map([...known].flatMap(([id, figures]) => (figures === null || figures.length === 0 ? [] : [[id, figures as Figure[]]])))
    },

    /** Files of computations in force, by name: those of the latest release that has one of that name. */
    async listComputedFiles(city: City, asOf: Date): Promise<StoredFile[]> {
      const visible = await visibleReleases(city.id, asOf)
      const { rows } = await sql<{ name: string; sha256: string; bytes: number; release_id: string; number: number }>`
        select f.name, f.sha256, f.bytes, f.release_id, r.number
        from computed_file f join release r on r.city_id = f.city_id and r.id = f.release_id
        where f.city_id = ${city.id} and f.release_id = any(${[...visible.ranks.keys()]}::uuid[])`.execute(db)
      return inForce(rows, visible, (row) => row.name)
        .sort((a, b) => byCodeUnit(a.name, b.name))
        .map(({ name, sha256, bytes, release_id, number }) => ({ name, sha256, bytes, releaseId: release_id, releaseNumber: number }))
    },

    /** What stands for all series of these indicators from these sources: for finding out what an import changes. */
    async listStanding(city: City, asOf: Date, indicators: readonly string[], sources: readonly string[]): Promise<Standing[]> {
      const { rows: series } = await sql<Selectable<Schema['series']>>`
        select * from series
        where city_id = ${city.id} and indicator = any(${indicators}::text[]) and source = any(${sources}::text[])`.execute(db)
      const byId = new Map(series.map((row) => [row.id, seriesOf(row)]))
      const observations = await observationsInForce(city.id, await visibleReleases(city.id, asOf), [...byId.keys()])
      return [...runs(observations)].flatMap((claims) => {
        const [first] = claims
        const of = first === undefined ? undefined : byId.get(first.seriesId)
        return first === undefined || of === undefined ? [] : [{ series: of, timePeriod: first.timePeriod, claims }]
      })
    },

    async listProgrammeVersions(city: City, asOf: Date): Promise<ProgrammeVersion[]> {
      const visible = await visibleReleases(city.id, asOf)
      const versions = await kept.get<ProgrammeVersion>(`${visible.name} programme`, async () => {
        const { rows } = await sql<{ programme: string; number: number; release_id: string; content: ProgrammeVersion }>`
          select programme, number, release_id, content from programme_version
          where city_id = ${city.id} and release_id = any(${[...visible.ranks.keys()]}::uuid[])`.execute(db)
        return inForce(rows, visible, (row) => `${row.programme} ${row.number}`)
          .sort((a, b) => byCodeUnit(a.programme, b.programme) || a.number - b.number)
          .map((row) => row.content)
      })
      return [...versions]
    },
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Of the rows with the same key, those of the release that wins. */
function inForce<Row extends { release_id: string }>(rows: readonly Row[], visible: Visible, keyOf: (row: Row) => string): Row[] {
  const winners = new Map<string, number>()
  const rankOf = (row: Row): number => visible.ranks.get(row.release_id) ?? -1
  for (const row of rows) winners.set(keyOf(row), Math.max(winners.get(keyOf(row)) ?? -1, rankOf(row)))
  return rows.filter((row) => rankOf(row) === winners.get(keyOf(row)))
}

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
