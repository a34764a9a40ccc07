import fc from 'fast-check'
import type { Hono } from 'hono'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCsvRows } from '../src/formats/csv.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let app: Hono
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  app = site.app()
})
afterAll(() => site.close())

type Row = Readonly<Record<string, string>>
const ask = async (path: string, headers: Record<string, string> = {}) => await app.request(`/sdmx/${path}`, { headers })

/** Rows of an answer in CSV by column; none where there is no content. */
async function rowsOf(path: string): Promise<Row[]> {
  const response = await ask(`${path}${path.includes('?') ? '&' : '?'}format=csv`)
  if (response.status === 204) return []
  expect(response.status).toBe(200)
  const [header = [], ...rows] = [...readCsvRows(await response.text())].map(({ cells }) => cells)
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])))
}

const sdg =
  'FREQ.REPORTING_TYPE.SERIES.REF_AREA.SEX.AGE.URBANISATION.INCOME_WEALTH_QUANTILE.EDUCATION_LEV.OCCUPATION.CUST_BREAKDOWN.COMPOSITE_BREAKDOWN.DISABILITY_STATUS.ACTIVITY.PRODUCT'.split(
    '.',
  )
const figures = [...sdg, 'INDICATOR', 'SOURCE', 'METHOD', 'BOUNDARY', 'UNIT_MEASURE']
const keyOf = (row: Row, dimensions: readonly string[]): string => dimensions.map((one) => row[one]).join('.')
const almaty = '2/data/dataflow/BAGDAR.ALMATY'
const ulgiqala = '2/data/dataflow/BAGDAR.ULGIQALA/FIGURES'
/** All figures of Almaty: read once, for all who look at them. */
let almatyRows: Promise<Row[]> | null = null
const allOfAlmaty = async (): Promise<Row[]> => await (almatyRows ??= rowsOf(`${almaty}/FIGURES`))
const air = 'A.*._L_KZ_110602_1B.KZALA'

describe('the whole record goes out', () => {
  test.each([
    { city: 'almaty', flow: 'BAGDAR.ALMATY' },
    { city: 'ulgiqala', flow: 'BAGDAR.ULGIQALA' },
  ])('every figure of $city, as the open data have it, none twice', async ({ city, flow }) => {
    const rows = city === 'almaty' ? await allOfAlmaty() : await rowsOf(`2/data/dataflow/${flow}/FIGURES`)
    const plain = [...readCsvRows(await (await app.request(`/api/v1/observations?city=${city}&format=csv`)).text())].map(
      ({ cells }) => cells,
    )
    const [series, period, value, disputed] = ['series', 'time_period', 'value', 'disputed'].map((name) => plain[0]?.indexOf(name) ?? -1)
    const known = new Map(
      plain.slice(1).map((cells) => [`${cells[series!]} ${cells[period!]}`, cells[disputed!] === 'true' ? '' : cells[value!]]),
    )
    const said = rows.map((row) => [`${row['FIGURE_URL']?.split('series=')[1]} ${row['TIME_PERIOD']}`, row['OBS_VALUE']])
    expect(said.length).toBe(known.size)
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(known))
    expect(new Set(rows.map((row) => `${keyOf(row, figures)} ${row['TIME_PERIOD']}`)).size).toBe(rows.length)
  })

  test('no two official figures share a key of the SDG structure', async () => {
    const rows = await rowsOf(`${almaty}/SDG`)
    expect(rows.length).toBeGreaterThan(1000)
    expect(new Set(rows.map((row) => `${keyOf(row, sdg)} ${row['TIME_PERIOD']}`)).size).toBe(rows.length)
  })

  test('of a disputed figure no value is chosen, and every claim is told with its place', async () => {
    const [row] = await rowsOf('2/data/dataflow/BAGDAR.ULGIQALA/FIGURES?c[OBS_STATUS]=O&c[INDICATOR]=6_3_1')
    expect(row).toMatchObject({ OBS_VALUE: '', OBS_STATUS: 'O', TIME_PERIOD: '2024' })
    expect(row?.['COMMENT_OBS']).toMatch(/76\.1 \(.*6\.3\.1\.csv:2\); 77\.9 \(.*:3\)/)
  })
})

describe('any question gets what a walk through all rows finds', () => {
  let all: Row[]
  beforeAll(async () => void (all = await rowsOf(`${ulgiqala}`)))

  test('keys, conditions, periods, first and last', async () => {
    const valueOf = (dimension: string) => fc.nat().map((at) => (at % 11 === 0 ? 'NONE' : (all[at % all.length]?.[dimension] ?? '')))
    const parts = fc.uniqueArray(fc.constantFrom(...figures), { maxLength: 3 }).chain((chosen) =>
      fc.tuple(
        ...chosen.map((dimension) =>
          fc.record({
            dimension: fc.constant(dimension),
            codes: fc.uniqueArray(valueOf(dimension), { minLength: 1, maxLength: 2 }),
            as: fc.constantFrom('key', 'list', 'not'),
          }),
        ),
      ),
    )
    const numbers = fc.record({
      from: fc.option(fc.integer({ min: 2008, max: 2026 })),
      first: fc.option(fc.integer({ min: 1, max: 3 })),
      last: fc.option(fc.integer({ min: 1, max: 3 })),
    })
    await fc.assert(
      fc.asyncProperty(parts, numbers, async (chosen, { from, first, last }) => {
        const inKey = (dimension: string) => chosen.find((one) => one.as === 'key' && one.dimension === dimension)
        const key = figures.map((dimension) => inKey(dimension)?.codes[0] ?? '*').join('.')
        const query = chosen.flatMap(({ dimension, codes, as }) =>
          as === 'key' ? [] : [`c%5B${dimension}%5D=${as === 'list' ? codes.join(',') : codes.map((code) => `ne:${code}`).join('+')}`],
        )
        if (from !== null) query.push(`c[TIME_PERIOD]=ge:${from}`)
        if (first !== null) query.push(`firstNObservations=${first}`)
        if (last !== null) query.push(`lastNObservations=${last}`)
        const fast = await rowsOf(`${ulgiqala}/1.0.0/${key}?${query.join('&')}`)

        const wanted = all.filter(
          (row) =>
            chosen.every(({ dimension, codes, as }) =>
              as === 'key'
                ? row[dimension] === codes[0]
                : as === 'list'
                  ? codes.includes(row[dimension] ?? '')
                  : !codes.includes(row[dimension] ?? ''),
            ) &&
            (from === null || Number(row['TIME_PERIOD']?.slice(0, 4)) >= from),
        )
        const bySeries = new Map<string, Row[]>()
        for (const row of wanted) bySeries.set(keyOf(row, figures), [...(bySeries.get(keyOf(row, figures)) ?? []), row])
        const slow = [...bySeries.values()].flatMap((rows) =>
          rows.filter((_, at) => (first === null && last === null) || at < (first ?? 0) || at >= rows.length - (last ?? 0)),
        )
        expect(fast).toEqual(slow)
      }),
      { numRuns: 40 },
    )
  })

  test('both versions of the interface give the same', async () => {
    const key = ['A', '', '_L_KZ_110602_1A+_L_KZ_110602_1B', 'KZALA', ...Array.from({ length: 11 }, () => '')].join('.')
    const [one, two] = [
      await rowsOf(`1/data/BAGDAR.ALMATY,SDG/${key}?startPeriod=2020`),
      await rowsOf(`${almaty}/SDG/~/A.*._L_KZ_110602_1A.KZALA,A.*._L_KZ_110602_1B.KZALA?c[TIME_PERIOD]=ge:2020`),
    ]
    expect(one.length).toBe(8)
    expect(one.map((row) => [row['SERIES'], row['TIME_PERIOD'], row['OBS_VALUE']])).toEqual(
      two.map((row) => [row['SERIES'], row['TIME_PERIOD'], row['OBS_VALUE']]),
    )
  })

  test('availability counts what the data hold', async () => {
    const rows = await rowsOf(`${almaty}/FIGURES?c[INDICATOR]=11_6_2`)
    const { data } = (await (
      await ask('2/availability/dataflow/BAGDAR.ALMATY/FIGURES/*/*/REF_AREA,SOURCE?c[INDICATOR]=11_6_2')
    ).json()) as {
      data: {
        dataConstraints: Array<{
          annotations: Array<{ title: string }>
          cubeRegions: Array<{ keyValues: Array<{ id: string; values: Array<{ value: string }> }> }>
        }>
      }
    }
    const [constraint] = data.dataConstraints
    expect(constraint?.annotations.map(({ title }) => Number(title))).toEqual([
      rows.length,
      new Set(rows.map((row) => keyOf(row, figures))).size,
    ])
    const told = constraint?.cubeRegions[0]?.keyValues.map(({ id, values }) => [id, values.map(({ value }) => value)])
    expect(told).toEqual(['REF_AREA', 'SOURCE'].map((id) => [id, [...new Set(rows.map((row) => row[id]))].sort()]))
  })
})

describe('time', () => {
  const path = ulgiqala

  test('asOf gives what was published by then, as the site itself does', async () => {
    const [now, then] = [await rowsOf(path), await rowsOf(`${path}?asOf=2025-03-01`)]
    const plain = (await (await app.request('/api/v1/observations?city=ulgiqala&asOf=2025-03-01&limit=10000')).json()) as {
      items: unknown[]
    }
    expect(then.length).toBe(plain.items.length)
    expect(then.length).toBeLessThan(now.length)
  })

  test('before the first publication there is nothing', async () => {
    expect((await ask(`${path}?asOf=1999-01-01`)).status).toBe(204)
  })

  test('all changes from the first day on, one after another, make what stands today', async () => {
    const standing = new Map<string, string>()
    for (const row of await rowsOf(`${path}?includeHistory=true`)) {
      const key = `${keyOf(row, figures)} ${row['TIME_PERIOD']}`
      if (row['ACTION'] === 'D') standing.delete(key)
      else standing.set(key, `${row['OBS_VALUE']} ${row['OBS_STATUS']} ${row['COMMENT_OBS']}`)
    }
    const now = (await rowsOf(path)).map(
      (row) => [`${keyOf(row, figures)} ${row['TIME_PERIOD']}`, `${row['OBS_VALUE']} ${row['OBS_STATUS']} ${row['COMMENT_OBS']}`] as const,
    )
    expect(Object.fromEntries(standing)).toEqual(Object.fromEntries(now))
  })

  test('who asked once and asks for what came after has the same as who asks for all', async () => {
    const then = new Map(
      (await rowsOf(`${path}?asOf=2025-03-01`)).map((row) => [`${keyOf(row, figures)} ${row['TIME_PERIOD']}`, row['OBS_VALUE']]),
    )
    for (const row of await rowsOf(`${path}?updatedAfter=2025-03-01`)) {
      const key = `${keyOf(row, figures)} ${row['TIME_PERIOD']}`
      if (row['ACTION'] === 'D') then.delete(key)
      else then.set(key, row['OBS_VALUE'])
    }
    const now = new Map((await rowsOf(path)).map((row) => [`${keyOf(row, figures)} ${row['TIME_PERIOD']}`, row['OBS_VALUE']]))
    expect(Object.fromEntries(then)).toEqual(Object.fromEntries(now))
  })
})

describe('how an answer goes', () => {
  test.each([
    ['2', {}, 'application/vnd.sdmx.data+json; version=2.1.0; charset=utf-8'],
    ['2', { accept: 'application/vnd.sdmx.data+json;version=2.0.0' }, 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8'],
    [
      '2',
      { accept: 'application/vnd.sdmx.data+csv;version=2.0+.0;labels=both' },
      'application/vnd.sdmx.data+csv; version=2.1.0; labels=both; charset=utf-8',
    ],
    ['2', { accept: 'text/csv, */*;q=0.1' }, 'application/vnd.sdmx.data+csv; version=2.1.0; labels=id; charset=utf-8'],
    ['2', { accept: 'application/vnd.sdmx.data+xml' }, 'application/vnd.sdmx.data+xml; version=3.0.0; charset=utf-8'],
    ['1', {}, 'application/vnd.sdmx.genericdata+xml; version=2.1; charset=utf-8'],
    [
      '1',
      { accept: 'application/vnd.sdmx.structurespecificdata+xml;version=2.1' },
      'application/vnd.sdmx.structurespecificdata+xml; version=2.1; charset=utf-8',
    ],
    ['1', { accept: 'application/vnd.sdmx.data+json;version=1.0.0' }, 'application/vnd.sdmx.data+json; version=1.0.0; charset=utf-8'],
    ['1', { accept: 'application/vnd.sdmx.data+csv' }, 'application/vnd.sdmx.data+csv; version=1.0.0; labels=id; charset=utf-8'],
  ])('version %s asked with %o answers as %s', async (api, headers, type) => {
    const path = api === '1' ? `1/data/BAGDAR.ALMATY,SDG/A.._L_KZ_110602_1B.KZALA...........` : `${almaty}/SDG/*/${air}`
    const response = await ask(path, headers as Record<string, string>)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type])
    expect(response.headers.get('vary')).toMatch(/Accept.*Accept-Language/)
    await response.body?.cancel()
  })

  test('whoever has an answer is told that it still stands', async () => {
    const path = `${almaty}/SDG/*/${air}`
    const first = await ask(path)
    const [etag, modified] = [first.headers.get('etag') ?? '', first.headers.get('last-modified') ?? '']
    expect((await ask(path, { 'if-none-match': etag })).status).toBe(304)
    expect((await ask(path, { 'if-modified-since': modified })).status).toBe(304)
    expect((await ask(path, { 'if-none-match': etag, 'accept-language': 'kk' })).status).toBe(200)
    expect((await ask(path, { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' })).status).toBe(200)
  })

  test('names come in the language that is wanted, and the answer can be packed', async () => {
    const path = `${almaty}/SDG/*/${air}`
    expect(await (await ask(path, { 'accept-language': 'kk' })).text()).toContain('"name":"Алматы қаласы"')
    const packed = await ask(path, { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(JSON.parse(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString())).toEqual(await (await ask(path)).json())
  })

  test('pages of other sites may read it', async () => {
    expect((await ask('2/structure/dataflow')).headers.get('access-control-allow-origin')).toBe('*')
  })

  test.each([
    [204, `${almaty}/SDG/*/A.*.NOTHING`],
    [400, `${almaty}/SDG/*/${'A.'.repeat(40)}`],
    [400, `${almaty}/SDG?first=1`],
    [400, `${almaty}/SDG?startPeriod=soon`],
    [400, `${almaty}/SDG?c[TIME_PERIOD]=ge:2015&c[TIME_PERIOD]=le:2020`],
    [400, `${almaty}/SDG?lastNObservations=0`],
    [400, `${almaty}/SDG?asOf=soon`],
    [400, '2/data/flow/BAGDAR.ALMATY/SDG'],
    [400, '2/structure/dataflow/*/*/*?detail=some'],
    [400, '2/data/%E0%A4%A'],
    [404, '2/data/dataflow/BAGDAR.NOWHERE/SDG'],
    [404, '2/structure/codelist/BAGDAR.ALMATY/CL_NONE'],
    [404, '1/data/BAGDAR.ALMATY,SDG/A..NOTHING............'],
    [406, `${almaty}/SDG?format=application/vnd.sdmx.data%2Bjson;version=9.0.0`],
    [414, `${almaty}/SDG?c[SERIES]=${'A,'.repeat(4500)}`],
    [404, '1/data/BAGDAR.ALMATY,FIGURES/all/nobody'],
    [422, `${almaty}/SDG?c[COLOUR]=RED`],
    [422, `${almaty}/SDG?updatedAfter=2026-01-01&asOf=2025-01-01`],
    [501, `${almaty}/SDG?dimensionAtObservation=REF_AREA`],
    [501, '2/metadata/structure/dataflow'],
    [501, '1/attachmentconstraint'],
    [501, '1/schema/dataflow/BAGDAR.ALMATY/SDG'],
  ])('%i for %s, with what to do', async (status, path) => {
    const response = await ask(path)
    expect(response.status).toBe(status)
    if (status === 204) return
    const { errors } = (await response.json()) as { errors: Array<{ code: number; detail: string }> }
    expect(errors[0]?.detail.length).toBeGreaterThan(20)
  })

  test('formats that hold time series have no room for observations that stand alone', async () => {
    const headers = { accept: 'application/vnd.sdmx.generictimeseriesdata+xml;version=2.1' }
    const path = `1/data/BAGDAR.ALMATY,SDG/A.._L_KZ_110602_1B.KZALA...........`
    expect(await (await ask(path, headers)).text()).toContain('<message:GenericTimeSeriesData ')
    expect((await ask(`${path}?dimensionAtObservation=AllDimensions`, headers)).status).toBe(422)
  })

  test('an error for who reads XML is XML', async () => {
    const response = await ask('1/dataflow/NOBODY', { accept: 'application/vnd.sdmx.structure+xml;version=2.1' })
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('<message:ErrorMessage code="100">')
  })
})

interface Structures {
  data: Record<
    string,
    Array<{ id: string; agencyID: string; isExternalReference?: boolean; codes?: Array<{ id: string }>; names: Record<string, string> }>
  >
}
const structures = async (path: string): Promise<Structures['data']> =>
  ((await (await ask(`2/structure/${path}`)).json()) as Structures).data

describe('structures', () => {
  test('there are at least two of each kind, named in three languages', async () => {
    const data = await structures('*/*/*/*?detail=allstubs')
    expect(Object.keys(data).sort()).toEqual(
      [
        'agencySchemes',
        'categorisations',
        'categorySchemes',
        'codelists',
        'conceptSchemes',
        'dataConstraints',
        'dataConsumerSchemes',
        'dataProviderSchemes',
        'dataStructures',
        'dataflows',
        'hierarchies',
        'metadataStructures',
        'metadataflows',
        'processes',
        'provisionAgreements',
        'reportingTaxonomies',
        'structureMaps',
      ].sort(),
    )
    for (const list of Object.values(data)) {
      expect(list.length).toBeGreaterThan(1)
      expect(list.every(({ isExternalReference }) => isExternalReference === true)).toBe(true)
    }
    expect(data['dataflows']?.every(({ names }) => ['en', 'kk', 'ru'].every((language) => names[language]))).toBe(true)
  })

  test('a flow with all that it rests on names every code that its data have', async () => {
    const data = await structures('dataflow/BAGDAR.ALMATY/FIGURES?references=descendants')
    const codes = new Map(data['codelists']?.map(({ id, codes: list }) => [id, new Set(list?.map((code) => code.id))]))
    const unknown = (await allOfAlmaty()).flatMap((row) =>
      [...figures, 'OBS_STATUS', 'UNIT_MULT']
        .filter((id) => id !== 'CUST_BREAKDOWN' && !codes.get(`CL_${id}`)?.has(row[id] ?? ''))
        .map((id) => `${id}=${row[id]}`),
    )
    expect([...new Set(unknown)]).toEqual([])
  })

  test.each([
    ['none', ['dataflows']],
    ['children', ['dataStructures', 'dataflows']],
    ['parents', ['categorisations', 'dataConstraints', 'dataflows']],
    ['codelist', ['codelists', 'dataflows']],
    ['categorisation', ['categorisations', 'dataflows']],
    ['descendants', ['codelists', 'conceptSchemes', 'dataStructures', 'dataflows']],
    ['all', ['categorisations', 'categorySchemes', 'codelists', 'conceptSchemes', 'dataConstraints', 'dataStructures', 'dataflows']],
  ])('references=%s of the flow of a goal', async (references, kinds) => {
    expect(Object.keys(await structures(`dataflow/BAGDAR.ALMATY/GOAL_11?references=${references}`)).sort()).toEqual(kinds)
  })

  test('one item of a list, and lists cut to what a flow has', async () => {
    const [list] = (await structures('codelist/BAGDAR/CL_FREQ/1.0.0/A,M'))['codelists'] ?? []
    expect(list?.codes?.map(({ id }) => id)).toEqual(['A', 'M'])
    const [whole, partial] = [
      await structures('dataflow/BAGDAR.ALMATY/GOAL_11?references=codelist'),
      await structures('dataflow/BAGDAR.ALMATY/GOAL_11?references=codelist&detail=referencepartial'),
    ]
    const count = (data: Structures['data']) => data['codelists']?.find(({ id }) => id === 'CL_INDICATOR')?.codes?.length ?? 0
    expect(count(partial)).toBe(8)
    expect(count(whole)).toBeGreaterThan(60)
  })

  test('to one goal belong only the flows that are categorised under it', async () => {
    const data = await structures('categoryscheme/BAGDAR.ALMATY/SDG_GOALS/1.0.0/11?references=parents')
    expect(data['categorisations']?.map(({ id }) => id)).toEqual(['CAT_GOAL_11'])
  })

  test('a complete stub has a description in three languages, a plain one has none', async () => {
    const described = async (detail: string) =>
      Object.values(await structures(`*/BAGDAR.ALMATY/*/*?detail=${detail}`))
        .flat()
        .map((one) => Object.keys((one as { descriptions?: object }).descriptions ?? {}).length)
    expect(new Set(await described('allcompletestubs'))).toEqual(new Set([3]))
    expect(new Set(await described('allstubs'))).toEqual(new Set([0]))
  })

  test('the mapping to the SDG structure names every component of it that figures have', async () => {
    const data = await structures('structuremap/BAGDAR.ALMATY/FIGURES_TO_SDG?references=children')
    const [map] = data['structureMaps'] ?? []
    const maps = (map as unknown as { componentMaps: Array<{ source: string[]; target: string[] }> }).componentMaps
    expect(maps.every(({ source, target }) => source[0] === target[0])).toBe(true)
    expect(maps.map(({ source }) => source[0])).toEqual(
      expect.arrayContaining([...sdg, 'TIME_PERIOD', 'OBS_VALUE', 'UNIT_MEASURE', 'OBS_STATUS']),
    )
    expect(data['dataStructures']?.map(({ id }) => id).sort()).toEqual(['FIGURES', 'SDG'])
  })

  test('a plus stands between versions in version 1, and says "or later" in version 2', async () => {
    expect((await ask('1/codelist/BAGDAR/CL_FREQ/0.9+1.0.0')).status).toBe(200)
    expect((await ask('2/structure/codelist/BAGDAR/CL_FREQ/1.0+.0')).status).toBe(200)
    expect((await ask('2/structure/codelist/BAGDAR/CL_FREQ/0.9,1.0.0')).status).toBe(200)
    expect((await ask('2/structure/codelist/BAGDAR/CL_FREQ/2.0.0')).status).toBe(404)
  })

  test('areas stand within each other', async () => {
    const [areas] = (await structures('hierarchy/BAGDAR.ALMATY/AREAS'))['hierarchies'] ?? []
    const top = (areas as unknown as { hierarchicalCodes: Array<{ id: string; hierarchicalCodes?: Array<{ id: string }> }> })
      .hierarchicalCodes
    expect(top.find(({ id }) => id === 'KZ')?.hierarchicalCodes?.map(({ id }) => id)).toContain('KZALA')
  })

  test('constraints are asked for by their role in version 1', async () => {
    for (const [kind, type] of [
      ['allowedconstraint', 'Allowed'],
      ['actualconstraint', 'Actual'],
    ] as const) {
      const text = await (await ask(`1/${kind}/BAGDAR.ALMATY`)).text()
      expect(new Set([...text.matchAll(/<structure:ContentConstraint [^>]*type="(\w+)"/g)].map(([, found]) => found))).toEqual(
        new Set([type]),
      )
    }
  })
})

test('what a provider gave goes out under the agreement with him', async () => {
  const path = `1/data/BAGDAR.ALMATY,FIGURES/A.._L_KZ_110602_1B.KZALA${'.'.repeat(16)}`
  const text = await (await ask(`${path}/BAGDAR.ALMATY,kazstat`)).text()
  expect(text).toContain('<common:ProvisionAgrement><Ref agencyID="BAGDAR.ALMATY" id="PA_kazstat" version="1.0.0"/>')
  const sources = [...text.matchAll(/<generic:Value id="SOURCE" value="([^"]+)"/g)].map(([, source]) => source)
  expect(new Set(sources)).toEqual(new Set(['kazstat']))
  expect((await ask(`${path}/BAGDAR.ULGIQALA,kazstat`)).status).toBe(404)
  // A flow that has no agreements stays what it is, with what he gave of it.
  const ofGoal = await (await ask(`1/data/BAGDAR.ALMATY,GOAL_11/A.._L_KZ_110602_1B.KZALA${'.'.repeat(16)}/kazstat`)).text()
  expect(ofGoal).toContain('<common:StructureUsage><Ref agencyID="BAGDAR.ALMATY" id="GOAL_11" version="1.0.0"/>')
})
