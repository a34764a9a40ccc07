/**
 * Computes the comparison cities from their files, maps included, into the record: `npm run demo:spatial [-- <folder of source data>]`.
 *
 * Runs beside a running server, as every command does. Cities whose files are not there are named and passed over.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { spawnSync } from 'node:child_process'
import { lasPalmasPeople, terms } from './compile-demo/open-cities.ts'

const data = process.argv[2] ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const work = mkdtempSync(join(tmpdir(), 'bagdar-demo-'))
try {
  if (isThere('las-palmas', 'laspalmas')) {
    const people = await lasPalmasPeople(data)
    const cells = join(work, people.name)
    writeFileSync(cells, people.read(0, people.size))
    compute('las-palmas', '2023', terms.lasPalmas.timetableLicence, [
      ...['--osm', 'laspalmas/las-palmas-2023-02-21.osm.pbf', '--gtfs', 'laspalmas/guaguas-2023-02-22.gtfs.zip'].map(inData),
      ...['--population', cells],
    ])
  }
  if (isThere('porto-alegre', 'porto-alegre'))
    compute('porto-alegre', '2019', terms.portoAlegre.timetableLicence, [
      ...['--osm', 'porto-alegre/poa_osm.pbf', '--gtfs', 'porto-alegre/poa_full_gtfs.zip'].map(inData),
      ...['--population', 'porto-alegre/poa_hexgrid.csv'].map(inData),
    ])
} finally {
  rmSync(work, { recursive: true, force: true })
}

function isThere(city: string, folder: string): boolean {
  const there = existsSync(join(data, folder))
  if (!there) console.error(`${city}: passed over, its files are not in ${join(data, folder)}`)
  return there
}

function inData(word: string): string {
  return word.startsWith('--') ? word : join(data, word)
}

function compute(city: string, year: string, licence: string, files: readonly string[]): void {
  console.error(`\n${city}`)
  const program = fileURLToPath(new URL('../bin/bagdar.mjs', import.meta.url))
  const args = ['compute', '11.2.1', ...files, '--city', city, '--year', year, '--licence', licence]
  const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
