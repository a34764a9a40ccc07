import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely'
import type { City, Series } from '../books/indicators/figure.ts'
import type { CubeContents, Measured } from '../books/indicators/sdmx/cube.ts'
import type { SeriesSelection } from '../books/indicators/sdmx/select-series.ts'
import type { KeptReads } from './kept-reads.ts'
import { seriesOf } from './rows.ts'
import type { Schema } from './schema.ts'

/** Where a page of series begins: after this one. */
export type SeriesPlace = Pick<Series, 'indicator' | 'refArea' | 'address'>

/** What SDMX asks of the record besides `CityRecord`: series chosen in the database, page by page, and the codes that there are. */
export function sdmx(db: Kysely<Schema>, kept: KeptReads) {
  return {
    /**
     * The next series that were ever brought and are as chosen, by indicator, area and address. Which of them have a figure on a day, their
     * figures say.
     */
    async listChosenSeries(city: City, selection: SeriesSelection, after: SeriesPlace | null, limit: number): Promise<Series[]> {
      const { rows } = await sql<Selectable<Schema['series']>>`
        select * from series
        where city_id = ${city.id} ${sql.join(conditionsOf(city, selection), sql` `)} ${
          after === null
            ? sql``
            : sql`and (indicator collate "C", ref_area collate "C", address collate "C") > (${after.indicator}, ${after.refArea}, ${after.address})`
        }
        order by indicator collate "C", ref_area collate "C", address collate "C"
        limit ${limit}`.execute(db)
      return rows.map(seriesOf)
    },

    /** The codes of all series that these releases brought: the same object for the same releases. */
    async readCubeContents(city: City, releases: readonly string[]): Promise<CubeContents> {
      const [contents] = await kept.get(`${kept.nameOf([city.id, ...releases])} cube`, async () => [await readContents(db, city, releases)])
      return contents!
    },
  }
}

async function readContents(db: Kysely<Schema>, city: City, releases: readonly string[]): Promise<CubeContents> {
  const inForce = sql`city_id = ${city.id} and ${isBroughtBy(city, releases)}`
  const measured = await sql<Measured>`
    select source, method, boundary, indicator, unit, coalesce(dimensions ->> 'SERIES', '') as "seriesCode",
      count(*) filter (where ref_area = ${city.refArea}) as "ofOwnArea"
    from series where ${inForce}
    group by 1, 2, 3, 4, 5, 6`.execute(db)
  const areas = await sql<{ code: string }>`
    select distinct ref_area as code from series where ${inForce}`.execute(db)
  const codes = await sql<{ id: string; code: string }>`
    select d.key as id, d.value as code from series, jsonb_each_text(dimensions) d
    where ${inForce} group by 1, 2`.execute(db)
  const dimensions = new Map<string, string[]>()
  for (const { id, code } of codes.rows) {
    if (id === 'SERIES') continue
    const known = dimensions.get(id)
    if (known === undefined) dimensions.set(id, [code])
    else known.push(code)
  }
  for (const [, list] of dimensions) list.sort()
  const keyOf = (row: Measured): string => [row.source, row.indicator, row.unit, row.seriesCode, row.method, row.boundary].join('\u001f')
  return {
    measured: measured.rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
    areas: areas.rows.map(({ code }) => code).sort(),
    dimensions,
  }
}

const isBroughtBy = (city: City, releases: readonly string[]): RawBuilder<unknown> => sql`exists (
  select 1 from series_release b
  where b.city_id = ${city.id} and b.series_id = series.id and b.release_id = any(${releases}::uuid[]))`

const columns = {
  indicators: 'indicator',
  refAreas: 'ref_area',
  sources: 'source',
  methods: 'method',
  boundaries: 'boundary',
  units: 'unit',
} as const

function conditionsOf(city: City, selection: SeriesSelection): RawBuilder<unknown>[] {
  const { measured, dimensions, broughtBy } = selection
  return [
    ...Object.entries(columns).flatMap(([part, column]) => {
      const codes = selection[part as keyof typeof columns]
      return codes === undefined ? [] : [sql`and ${sql.ref(column)} collate "C" = any(${codes}::text[])`]
    }),
    ...(broughtBy === undefined ? [] : [sql`and ${isBroughtBy(city, broughtBy)}`]),
    ...(measured === undefined
      ? []
      : [
          sql`and (${hasCode('SERIES', measured.seriesCodes)}
            or (not dimensions ? 'SERIES' and indicator collate "C" = any(${measured.indicators}::text[])))`,
        ]),
    ...dimensions.map(({ id, codes, orAbsent }) =>
      orAbsent ? sql`and (not dimensions ? ${id} or ${hasCode(id, codes)})` : sql`and ${hasCode(id, codes)}`,
    ),
  ]
}

/** As the index of dimensions can answer it. */
const hasCode = (id: string, codes: readonly string[]): RawBuilder<unknown> =>
  sql`dimensions @> any(${codes.map((code) => JSON.stringify({ [id]: code }))}::jsonb[])`
