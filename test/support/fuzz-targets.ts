import { deflateSync } from 'node:zlib'
import { bytesInMemory, type ByteSource } from '../../src/formats/byte-source.ts'
import { readGeoJson } from '../../src/formats/geojson/read-geojson.ts'
import { openSqlite } from '../../src/formats/geopackage/open-sqlite.ts'
import { openGeoPackage } from '../../src/formats/geopackage/read-geopackage.ts'
import { readRaster } from '../../src/formats/geotiff/read-raster.ts'
import { packLzw, writeTiffFixture } from '../../src/formats/geotiff/tiff-fixture.ts'
import { readGtfs } from '../../src/formats/gtfs/read-gtfs.ts'
import { readWorkbook } from '../../src/formats/input-output/open-workbook.ts'
import { readTriples } from '../../src/formats/input-output/read-triples.ts'
import { readLines } from '../../src/formats/input-output/scan-lines.ts'
import { tableOfGrid } from '../../src/formats/input-output/table-of-grid.ts'
import { checkTable } from '../../src/books/economy/check-table.ts'
import type { ReadTable } from '../../src/formats/input-output/read-result.ts'
import { readCityExtract } from '../../src/formats/osm-city/read-city-extract.ts'
import { readOsmMap } from './read-osm-map.ts'
import { messages } from '../../src/formats/sdmx/sdmx-fixture.ts'
import { structureMessage } from '../../src/formats/sdmx/structure-fixture.ts'
import { readSdmx } from '../../src/formats/sdmx/import/read-import.ts'
import { readPopulationCsv } from '../../src/formats/population/read-population-csv.ts'
import { openZip } from '../../src/formats/zip/open-zip.ts'
import { makeZip } from './make-zip.ts'
import { concat, headerBlock, primitiveBlock, writeBlob, writeOsmPbf } from './osm-pbf-writer.ts'

/** A reader to be fuzzed. */
export interface FuzzTarget {
  /** A file after `damage` was done to it as a whole or, where it is packed, to a part before it was packed. */
  make(random: () => number, damage: (bytes: Uint8Array) => Uint8Array): Uint8Array
  /** Reads all of it; throws a FormatError, and nothing else, where that cannot be done. */
  read(file: ByteSource): unknown
}

const bytes = (text: string) => new TextEncoder().encode(text)
const oneOf = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)] as T

const tables: Readonly<Record<string, string>> = {
  'stops.txt':
    'stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station\nA,"First, ""A""",43.1,76.1,,S\nB,Second,43.2,76.2,0,\nS,Third,43.3,76.3,1,\nE,Way in,43.3,76.3,2,S\n',
  'routes.txt': 'route_id,route_short_name,route_type\nR,12,3\nM,1,1\n',
  'trips.txt': 'route_id,service_id,trip_id,direction_id\nR,S,T,0\nM,X,U,\n',
  'calendar.txt':
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nS,1,1,1,1,1,0,0,20260105,20260201\n',
  'calendar_dates.txt': 'service_id,date,exception_type\nS,20260106,2\nX,20260110,1\nX,20260111,1\n',
  'frequencies.txt': 'trip_id,start_time,end_time,headway_secs\nU,06:00:00,23:00:00,300\n',
  'stop_times.txt':
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,shape_dist_traveled\nT,07:00:00,07:00:00,A,1,,0\nT,,,B,2,1,1.5\nT,7:20:00,7:21:00,A,3,0,3\n"U","25:00:00","25:00:00","B","1",0,\nU,25:10:00,25:10:00,A,2,0,\n',
}
const packed = (contents: Readonly<Record<string, Uint8Array>>, stored: boolean) =>
  makeZip(Object.entries(contents).map(([path, content]) => ({ path, bytes: content, stored })))
const wholeTables = Object.fromEntries(Object.entries(tables).map(([name, text]) => [name, bytes(text)]))

const village = {
  nodes: Array.from({ length: 12 }, (_, i) => ({
    id: i + 1,
    lon: 7.4 + i / 1000,
    lat: 43.7 + (i % 3) / 1000,
    tags: i === 0 ? { highway: 'bus_stop' } : {},
  })),
  ways: [
    { id: 1, nodes: [1, 2, 3, 4], tags: { highway: 'residential' } },
    { id: 2, nodes: [5, 6, 7, 5], tags: { building: 'yes' } },
    { id: 3, nodes: [8, 9, 10, 8], tags: { leisure: 'park' } },
  ],
  relations: [{ id: 1, members: [{ type: 'way', id: 3, role: 'outer' } as const], tags: { type: 'multipolygon', natural: 'water' } }],
}
const villageBlock = primitiveBlock(village)

const [width, height] = [7, 5]
const samples = Uint8Array.from({ length: width * height * 4 }, (_, i) => (i * 37) % 256)
const tiff = { width, height, bitsPerSample: 32, sampleFormat: 3, tags: [{ tag: 42113, type: 2, value: '-1' }] } as const
const tiffs = [
  { ...tiff, compression: 1, blocks: [samples] },
  { ...tiff, compression: 8, predictor: 3, blocks: [deflateSync(samples)] },
  { ...tiff, bitsPerSample: 16, sampleFormat: 1, compression: 5, predictor: 2, blocks: [packLzw(samples.subarray(0, width * height * 2))] },
  {
    ...tiff,
    bitsPerSample: 8,
    sampleFormat: 1,
    compression: 32773,
    blocks: [Uint8Array.of(width * height - 1, ...samples.subarray(0, width * height))],
  },
  {
    ...tiff,
    bitsPerSample: 8,
    sampleFormat: 1,
    big: true,
    littleEndian: false,
    compression: 1,
    blocks: [samples.subarray(0, width * height)],
  },
].map((one) => writeTiffFixture(one))

const ring = [[7, 43], [8, 43], [8, 44], [7, 43]] // prettier-ignore
const geoJson = bytes(
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { name: 'Ä', people: 12.5 }, geometry: { type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] } },
      {
        type: 'Feature',
        properties: null,
        geometry: { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [7, 43, 1] }] },
      },
    ],
  }),
)

async function makeGeoPackage(): Promise<Uint8Array> {
  const database = await openSqlite(new Uint8Array(0))
  database.run(`CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER);
    INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER);
    INSERT INTO gpkg_geometry_columns VALUES ('places', 'geom', 'POINT', 4326);
    CREATE TABLE places (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, people REAL);`)
  const point = new Uint8Array(29)
  point.set([0x47, 0x50, 0, 1, 0, 0, 0, 0, 1, 1])
  new DataView(point.buffer).setFloat64(13, 7.4, true)
  new DataView(point.buffer).setFloat64(21, 43.7, true)
  for (let row = 0; row < 40; row++) database.run('INSERT INTO places (geom, name, people) VALUES (?, ?, ?)', [point, `Place ${row}`, row])
  const file = database.export()
  database.close()
  return file
}

const csvs = ['lon,lat,population,district\n7.41,43.71,12,A\n7.42,43.72,"3.5",B\n', 'h3;pop\n8a3970576d27fff;12\n8a3970576d37fff;7\n'].map(
  bytes,
)

const economyLabels = ['KAZ_c1', 'KAZ_c2', 'THA_c1', 'THA_c2']
const economyTables = [
  `V1,${economyLabels.join(',')},KAZ_F,THA_F,OUT\n${economyLabels.map((label, i) => `${label},4,1.5,2,3,${i},-2e1,"25"`).join('\n')}\nVA,1,2,3,4\n`,
  'sector;food;other;households;exports\nfood;1;2;3;4\nother;5;6;7;8\nwages;1;2\n',
].map(bytes)
const economyFlows = bytes(
  'from_region,from_sector,to_region,to_sector,value,unit,year\nKAZ,c1,THA,"c1",4.25,million USD,2022\nTHA,c1,KAZ,households,7,million USD,2022\n' +
    ',output,KAZ,c1,16,million USD,2022\n,value_added:labour,KAZ,c1,9,million USD,2022\n',
)
const economySheet = bytes(
  `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Table of 2022, million USD</t></is></c></row><row r="2">${economyLabels
    .map((_, i) => `<c r="${'BCDE'[i]}2" t="s"><v>${i}</v></c>`)
    .join('')}</row>${economyLabels
    .map((_, i) => `<row r="${i + 3}"><c r="A${i + 3}" t="s"><v>${i}</v></c>${'<c s="1"><v>12.345678901234567</v></c>'.repeat(4)}</row>`)
    .join('')}</sheetData>`,
)
const economyTexts = bytes(`<sst>${economyLabels.map((label) => `<si><t>${label}</t></si>`).join('')}</sst>`)

/** A table that was read must be one that can be checked. */
function checked({ table, notices }: ReadTable): void {
  if (table !== null) checkTable(table)
  else if (notices.length === 0) throw new Error('No table, and nothing said of it.')
}

/** The readers of `src/formats/` by name. */
export async function fuzzTargets(): Promise<Readonly<Record<string, FuzzTarget>>> {
  const geoPackage = await makeGeoPackage()
  const archives = [
    packed(wholeTables, true),
    packed(wholeTables, false),
    makeZip([{ path: 'a', bytes: bytes('a'.repeat(5000)) }], { zip64: true }),
  ]
  const maps = (['raw', 'zlib', 'lz4'] as const).flatMap((packing) => [
    writeOsmPbf(village, { packing }),
    writeOsmPbf(village, { packing, dense: false }),
  ])
  return {
    zip: {
      make: (random, damage) => damage(oneOf(archives, random)),
      async read(file) {
        for (const entry of openZip(file).entries) for await (const chunk of entry.chunks()) void chunk
      },
    },
    gtfs: {
      make(random, damage) {
        const name = oneOf(Object.keys(wholeTables), random)
        return packed({ ...wholeTables, [name]: damage(wholeTables[name] ?? new Uint8Array()) }, random() < 0.5)
      },
      async read(file) {
        const { stopTimes, stops, trips } = (await readGtfs(file)).feed
        const isWhole = stopTimes.start.length === trips.count + 1 && stopTimes.start.at(-1) === stopTimes.count
        if (!isWhole || stopTimes.stop.length !== stopTimes.count || stopTimes.stop.some((stop) => stop >= stops.count))
          throw new Error('The stop times do not belong together.')
      },
    },
    'osm-pbf': {
      make: (random, damage) =>
        random() < 0.5
          ? damage(oneOf(maps, random))
          : concat([
              writeBlob('OSMHeader', headerBlock(), 'raw'),
              writeBlob('OSMData', damage(villageBlock), oneOf(['raw', 'zlib', 'lz4'] as const, random)),
            ]),
      read(file) {
        readOsmMap(file)
        readCityExtract(file, { areas: true, stops: true, background: true })
      },
    },
    'input-output-csv': {
      make: (random, damage) => damage(oneOf([...economyTables, economyFlows], random)),
      read: (file) => checked(tableOfGrid(readLines(file))),
    },
    'input-output-flows': { make: (_, damage) => damage(economyFlows), read: (file) => checked(readTriples(file)) },
    'input-output-xlsx': {
      make: (random, damage) =>
        packed({ 'xl/worksheets/sheet1.xml': damage(economySheet), 'xl/sharedStrings.xml': economyTexts }, random() < 0.5),
      read: async (file) => checked(tableOfGrid(await readWorkbook(file))),
    },
    geotiff: { make: (random, damage) => damage(oneOf(tiffs, random)), read: (file) => readRaster(file) },
    geojson: { make: (_, damage) => damage(geoJson), read: (file) => readGeoJson(file) },
    geopackage: {
      make: (_, damage) => damage(geoPackage),
      async read(file) {
        const opened = await openGeoPackage(file)
        try {
          for (const { name } of opened.layers) opened.features(name)
        } finally {
          opened.close()
        }
      },
    },
    sdmx: {
      make: (random, damage) => damage(bytes(oneOf([...Object.values(messages), structureMessage], random))),
      // What a reader cannot read is a refusal here, and what it can a list of readings.
      read: (file) => readSdmx([file, bytesInMemory('structure.json', bytes(structureMessage))], { source: null, indicator: '1.1.1' }),
    },
    'population-csv': { make: (random, damage) => damage(oneOf(csvs, random)), read: (file) => readPopulationCsv(file, []) },
  }
}

/** A file in memory, as a target reads it. */
export const asFile = (file: Uint8Array): ByteSource => bytesInMemory('damaged', file)
