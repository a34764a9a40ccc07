// Map tiles of Las Palmas: time, memory, size. Cells are made of its buildings: as many as the indicator has, but not its population.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildAccessModel } from '../src/books/indicators/sdg-11/access/build-access-model.ts'
import type { CityExtract } from '../src/books/indicators/sdg-11/city/city-extract.ts'
import { peopleServed } from '../src/books/indicators/sdg-11/access/people-served.ts'
import type { PopulationCells } from '../src/books/indicators/sdg-11/people/population-cells.ts'
import { buildStreetNetwork } from '../src/books/indicators/sdg-11/streets/street-network.ts'
import { transitStopsOf } from '../src/books/indicators/sdg-11/transit/transit-service.ts'
import { drawBackground } from '../src/charts/city-map-background.ts'
import { frameOf } from '../src/charts/city-map-frame.ts'
import { openBytes } from '../src/formats/byte-source.ts'
import { writeCityTiles, type CityTilesInput } from '../src/formats/city-tiles/write-city-tiles.ts'
import { readGtfs } from '../src/formats/gtfs/read-gtfs.ts'
import { readCityExtract } from '../src/formats/osm-city/read-city-extract.ts'
import { machine } from './harness.ts'

const runs = 5
const cellDegrees = 0.001

/** A point for each hundred metres with buildings; people by their number. */
export function cellsOfBuildings({ areas, nodes }: CityExtract): PopulationCells {
  const cells = new Map<string, { lon: number; lat: number; people: number }>()
  for (let area = 0; area < areas.count; area++) {
    if (areas.kind[area] !== 0) continue
    const node = areas.node[areas.nodeStart[areas.ringStart[area] ?? 0] ?? 0] ?? 0
    const [lon, lat] = [(nodes.lonE7[node] ?? 0) / 1e7, (nodes.latE7[node] ?? 0) / 1e7]
    const key = `${Math.floor(lon / cellDegrees)} ${Math.floor(lat / cellDegrees)}`
    const cell = cells.get(key) ?? { lon, lat, people: 0 }
    cell.people += 10 * Math.max(1, areas.levels[area] ?? 1)
    cells.set(key, cell)
  }
  const list = [...cells.values()]
  return {
    count: list.length,
    lon: Float64Array.from(list, ({ lon }) => lon),
    lat: Float64Array.from(list, ({ lat }) => lat),
    population: Float64Array.from(list, ({ people }) => people),
    populationGroups: [],
    district: new Int32Array(list.length).fill(-1),
    districts: [],
    shapes: null,
  }
}

/** What the tiles are made of, from the raw files. */
export async function lasPalmas(folder: string): Promise<CityTilesInput> {
  const osm = openBytes(path.join(folder, 'las-palmas-2023-02-21.osm.pbf'))
  const { extract } = readCityExtract(osm, { areas: true, stops: false, background: true })
  osm.close()
  const zip = openBytes(path.join(folder, 'guaguas-2023-02-22.gtfs.zip'))
  const { stops } = transitStopsOf((await readGtfs(zip)).feed)
  zip.close()
  const cells = cellsOfBuildings(extract)
  const model = buildAccessModel(buildStreetNetwork(extract), cells, stops, {}, [])
  const { remainingMetres } = peopleServed(model)
  const served = Uint8Array.from(remainingMetres, (metres) => (metres >= 0 ? 1 : 0))
  return { extract, cells, stops, access: { served, metres: null }, outlines: [] }
}

if (import.meta.filename === process.argv[1]) await measure()

async function measure(): Promise<void> {
  const folder = path.join(import.meta.dirname, '../../shared/data/laspalmas')
  if (!fs.existsSync(folder)) return console.log('Skipped: the shared data with Las Palmas is not there.')
  const input = await lasPalmas(folder)
  console.log(machine())
  console.log(
    `${input.extract.streets.count} streets, ${input.extract.areas.count} areas, ${input.cells.count} cells, ${input.stops.count} stops`,
  )
  const times: number[] = []
  let bytes = new Uint8Array(0)
  for (let run = 0; run <= runs; run++) {
    const before = process.cpuUsage()
    bytes = new Uint8Array(writeCityTiles(input, { name: 'Las Palmas', attribution: '© OpenStreetMap contributors' }))
    const { user, system } = process.cpuUsage(before)
    if (run > 0) times.push((user + system) / 1000)
  }
  const tiles = Number(new DataView(bytes.buffer).getBigUint64(72, true))
  console.log(`tiles: ${Math.min(...times).toFixed(0)} ms CPU at best of ${runs}, ${tiles} tiles, ${(bytes.length / 1e6).toFixed(2)} MB`)
  console.log(`most memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
  const { lon, lat } = input.cells
  const frame = frameOf([Math.min(...lon), Math.min(...lat), Math.max(...lon), Math.max(...lat)])
  const before = performance.now()
  const background = JSON.stringify(drawBackground(input.extract, [], frame))
  const sizes = [background, gzipSync(background)].map(({ length }) => `${(length / 1e3).toFixed(0)} kB`)
  console.log(`background of the picture: ${(performance.now() - before).toFixed(0)} ms, ${sizes.join(', packed ')}`)
}
