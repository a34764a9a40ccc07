import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { programFile } from '../src/open-rooms.ts'

/** Parts of general use, as another program imports them: built, alone, from `exports` of package.json. */
const { exports, dependencies } = JSON.parse(fs.readFileSync(programFile('package.json'), 'utf8')) as {
  exports: Record<string, { types: string; default: string } | string>
  dependencies: Record<string, string>
}
const parts = Object.entries(exports).flatMap(([name, file]) => (typeof file === 'string' ? [] : [{ name, file: file.default }]))
const openData = (name: string) => new URL(`demo/ulgiqala/open-data/${name}`, programFile('./')).pathname
const load = async <T>(name: string): Promise<T> =>
  (await import(programFile(parts.find((part) => part.name === name)?.file ?? '').href)) as T

interface Bytes {
  openBytes(path: string): unknown
}

describe.each(parts)('bagdar$name', ({ file }) => {
  test('stands alone: it imports Node, declared packages and nothing of the server', () => {
    const text = fs.readFileSync(programFile(file), 'utf8')
    const imported = [...text.matchAll(/(?:\bfrom|\bimport\()\s*"([^"]+)"/g)].map((match) => match[1] ?? '')
    const known = (name: string) =>
      name.startsWith('node:') || Object.keys(dependencies).some((one) => name === one || name.startsWith(`${one}/`))
    expect(imported.filter((name) => !known(name))).toEqual([])
    const { sources } = JSON.parse(fs.readFileSync(programFile(`${file}.map`), 'utf8')) as { sources: string[] }
    const rooms = new Set(sources.map((source) => path.normalize(source).split(`src${path.sep}`)[1]?.split(path.sep)[0]))
    expect([...rooms].filter((room) => !['kernel', 'books', 'formats'].includes(room ?? ''))).toEqual([])
  })
})

test('bagdar/osm-pbf counts the elements of a file', async () => {
  const { openBytes, readOsmPbf } = await load<Bytes & { readOsmPbf(source: unknown, visitor: object): Record<string, number> }>(
    './osm-pbf',
  )
  let ways = 0
  const summary = readOsmPbf(openBytes(openData('streets.osm.pbf')), {
    nodes: () => {},
    ways: (block: { count: number }) => (ways += block.count),
  })
  expect(summary).toMatchObject({ nodes: 7894, ways })
})

test('bagdar/gtfs reads a timetable and its stops', async () => {
  const { openBytes, readGtfs, transitStopsOf } = await load<
    Bytes & {
      readGtfs(source: unknown): Promise<{ feed: { stops: { count: number } }; notices: unknown[] }>
      transitStopsOf(feed: unknown): { stops: { count: number } }
    }
  >('./gtfs')
  const { feed, notices } = await readGtfs(openBytes(openData('timetable.gtfs.zip')))
  expect(notices).toEqual([])
  expect(transitStopsOf(feed).stops.count).toBe(feed.stops.count)
})

test('bagdar/population reads cells', async () => {
  const { openBytes, readPopulation } = await load<
    Bytes & { readPopulation(source: unknown, notices: unknown[]): Promise<{ count: number }> }
  >('./population')
  const notices: unknown[] = []
  expect((await readPopulation(openBytes(openData('people.csv')), notices)).count).toBeGreaterThan(2000)
  expect(notices).toEqual([])
})

test('bagdar/geotiff says what is no raster', async () => {
  const { openBytes, openGeoTiff } = await load<Bytes & { openGeoTiff(source: unknown): unknown }>('./geotiff')
  expect(() => openGeoTiff(openBytes(openData('people.csv')))).toThrow('people.csv')
})
