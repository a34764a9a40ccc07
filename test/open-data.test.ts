import { createHash } from 'node:crypto'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { readCsvRows } from '../src/formats/csv.ts'
import { openTestSite, type TestSite } from './support/server.ts'

let site: TestSite
let app: Hono
beforeAll(async () => {
  site = await openTestSite('almaty', 'ulgiqala')
  app = site.app()
})
afterAll(() => site.close())

const get = async (path: string) => await app.request(`http://localhost${path}`)
const bytesOf = async (path: string): Promise<ArrayBuffer> => await (await get(path)).arrayBuffer()

// All figures of Almaty are 34,000 rows: in a workbook they take the reader of the tests a minute.
describe.each([
  { query: 'city=ulgiqala', isWorkbookRead: true },
  { query: 'city=almaty', isWorkbookRead: false },
  { query: 'city=almaty&indicator=11.6.2&asOf=2026-11-22', isWorkbookRead: true },
])('the observations of $query', ({ query, isWorkbookRead }) => {
  let header: string[]
  let rows: string[][]
  beforeAll(async () => {
    const text = await (await get(`/api/v1/observations?${query}&format=csv`)).text()
    ;[header = [], ...rows] = [...readCsvRows(text)].map(({ cells }) => [...cells])
  })

  test('every row names its source, its release and the terms of use', () => {
    for (const name of ['source', 'release', 'series']) expect(rows.every((row) => row[header.indexOf(name)] !== '')).toBe(true)
    expect(rows.some((row) => row[header.indexOf('licence')] !== '')).toBe(true)
  })

  test('Parquet holds the same, and says in its metadata where it is from', async () => {
    const response = await get(`/api/v1/observations?${query}&format=parquet`)
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet')
    const file = await response.arrayBuffer()
    const metadata = await parquetMetadataAsync(file)
    const about = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']))
    expect(Object.keys(about)).toEqual(['title', 'source', 'licence', 'release', 'address', 'as_of'])
    expect(about['address']).toBe(`http://localhost/api/v1/observations?${query}&format=parquet`)
    expect(about['licence']).not.toBe('')
    const read = await parquetReadObjects({ file })
    const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value ?? ''))
    expect(read.map((row) => header.map((name) => text(row[name])))).toEqual(rows)
    for (const row of read) expect(row['obs_value'] ?? null).toBe(row['value'] == null ? null : Number(row['value']))
  })

  test.runIf(isWorkbookRead)('a workbook holds the same, numbers as numbers', async () => {
    const sheets = await readXlsxFile(Buffer.from(await bytesOf(`/api/v1/observations?${query}&format=xlsx`)))
    const [columns, ...cells] = sheets[1]!.data
    expect(columns).toEqual(header)
    expect(cells).toHaveLength(rows.length)
    const value = header.indexOf('value')
    cells.forEach((row, at) => {
      const published = rows[at]![value]!
      if (published === '') expect(row[value]).toBeNull()
      else expect(Number(row[value])).toBe(Number(published))
      expect(String(row[header.indexOf('series')])).toBe(rows[at]![header.indexOf('series')])
    })
  })
})

describe('the catalogue, DCAT-AP 3', () => {
  type Thing = Record<string, unknown>
  const list = (value: unknown): Thing[] => (value === undefined ? [] : Array.isArray(value) ? (value as Thing[]) : [value as Thing])
  let catalogue: Thing
  let datasets: Thing[]
  beforeAll(async () => {
    const response = await get('/catalog.jsonld')
    expect(response.headers.get('content-type')).toBe('application/ld+json; charset=utf-8')
    catalogue = (await response.json()) as Thing
    datasets = list(catalogue['dcat:dataset'])
  })
  const languagesOf = (value: unknown) => list(value).map((one) => one['@language'])

  // Source: SEMIC, DCAT-AP 3.0, what is mandatory of each class.
  const mandatory: Readonly<Record<string, readonly string[]>> = {
    'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher'],
    'dcat:Dataset': ['dct:title', 'dct:description'],
    'dcat:Distribution': ['dcat:accessURL'],
    'dcat:DataService': ['dct:title', 'dcat:endpointURL'],
    'foaf:Agent': ['foaf:name'],
    'spdx:Checksum': ['spdx:algorithm', 'spdx:checksumValue'],
  }

  test('everything has what is mandatory for its class', () => {
    const lacking: string[] = []
    const seen = new Set<string>()
    const look = (thing: unknown): void => {
      if (Array.isArray(thing)) return thing.forEach(look)
      if (typeof thing !== 'object' || thing === null) return
      const { '@type': type, ...rest } = thing as Thing
      if (typeof type === 'string' && !('@value' in rest)) {
        seen.add(type)
        for (const property of mandatory[type] ?? [])
          if (list(rest[property]).length === 0) lacking.push(`${type} ${String(rest['@id'])}: ${property}`)
      }
      Object.values(rest).forEach(look)
    }
    look(catalogue)
    expect(lacking).toEqual([])
    expect([...seen]).toEqual(expect.arrayContaining(Object.keys(mandatory)))
  })

  test('names are in three languages, and each data set says who, where, how often and on which terms', () => {
    expect(languagesOf(catalogue['dct:title'])).toEqual(['kk', 'ru', 'en'])
    for (const dataset of datasets) {
      expect(languagesOf(dataset['dct:title'])).toEqual(['kk', 'ru', 'en'])
      for (const property of ['dct:publisher', 'dct:spatial', 'dct:accrualPeriodicity', 'dcat:landingPage', 'dct:accessRights'])
        expect(list(dataset[property]), property).toHaveLength(1)
      for (const distribution of list(dataset['dcat:distribution']))
        expect(list(distribution['dct:license'])[0]?.['rdfs:label']).not.toBe('')
    }
    expect(new Set(datasets.map((dataset) => dataset['@id'])).size).toBe(datasets.length)
  })

  test('the figures of the city are there in six forms, with the years that they are of', () => {
    const figures = datasets.find((dataset) => String(dataset['@id']).endsWith('#almaty-observations'))!
    expect(list(figures['dcat:distribution'])).toHaveLength(6)
    expect(list(figures['dct:temporal'])[0]).toMatchObject({ 'dcat:startDate': { '@type': 'xsd:gYear', '@value': '2010' } })
  })

  test('a frozen file is as its checksum says, and every address answers', { timeout: 120_000 }, async () => {
    const dead: string[] = []
    let frozen = 0
    for (const distribution of datasets.flatMap((dataset) => list(dataset['dcat:distribution']))) {
      const address = String((distribution['dcat:accessURL'] as Thing)['@id']).replace('http://localhost', '')
      const response = await get(address)
      const bytes = await response.arrayBuffer()
      if (response.status !== 200) dead.push(`${response.status} ${address}`)
      const checksum = (distribution['spdx:checksum'] as Thing | undefined)?.['spdx:checksumValue'] as Thing | undefined
      if (checksum === undefined) continue
      frozen++
      expect(createHash('sha256').update(new Uint8Array(bytes)).digest('hex')).toBe(checksum['@value'])
    }
    expect(dead).toEqual([])
    expect(frozen).toBeGreaterThan(5)
  })

  test('Turtle says the same, and the name of the catalogue leads to it', async () => {
    const turtle = await (await get('/catalog.ttl')).text()
    for (const dataset of datasets) expect(turtle).toContain(`<${String(dataset['@id'])}> a dcat:Dataset`)
    const count = (text: string, part: string): number => text.split(part).length - 1
    const json = JSON.stringify(catalogue)
    for (const name of ['dcat:accessURL', 'spdx:checksumValue', 'dct:title', 'dcat:servesDataset'])
      expect(count(turtle, `${name} `), name).toBeGreaterThanOrEqual(count(json, `"${name}"`))
    const asked = await app.request('http://localhost/catalog', { headers: { accept: 'text/turtle' } })
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/catalog.ttl'])
  })
})
