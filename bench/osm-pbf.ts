import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { tileOsmPbf } from '../scripts/tile-osm-pbf.ts'
import { machine } from './harness.ts'

/**
 * CPU time of reading every element of a 6 × 6 tiled Las Palmas: this reader, libosmium (`osmium cat` to a sink that drops everything)
 * and osm-pbf-parser-node, in alternating runs, each in a process of its own; then streets and areas of the same city.
 *
 * osm-pbf-parser-node is no dependency: `npm install --prefix some-folder osm-pbf-parser-node`, then
 * `npx tsx bench/osm-pbf.ts some-folder`.
 */
const runs = 5
const root = join(import.meta.dirname, '..')
const shared = process.env['BAGDAR_SHARED'] ?? join(root, '../shared')
const lasPalmas = join(shared, 'data/laspalmas/las-palmas-2023-02-21.osm.pbf')
if (!existsSync(lasPalmas)) {
  console.log('Skipped: the shared data is not there.')
  process.exit(0)
}
const work = mkdtempSync(join(tmpdir(), 'bagdar-osm-pbf-'))
process.on('exit', () => rmSync(work, { recursive: true }))

const hasOsmium = spawnSync('osmium', ['--version']).status === 0
if (!hasOsmium) console.log('osmium is not installed: no comparison with libosmium, and blocks as large as osmconvert makes them.')
const small = join(work, 'small.osm.pbf')
const big = join(work, 'big.osm.pbf')
if (hasOsmium) spawnSync('osmium', ['cat', lasPalmas, '-o', small])
tileOsmPbf(hasOsmium ? small : lasPalmas, big, 6)

const program = (name: string, lines: string): string => {
  const path = join(work, `${name}.ts`)
  writeFileSync(path, lines)
  buildSync({ entryPoints: [path], outfile: join(work, `${name}.mjs`), bundle: true, platform: 'node', format: 'esm', logLevel: 'error' })
  return join(work, `${name}.mjs`)
}
const module = (path: string): string => JSON.stringify(join(root, 'src/formats', path))
const ours = program(
  'ours',
  `import { openBytes } from ${module('byte-source.ts')}
   import { readOsmPbf } from ${module('osm-pbf/read-osm-pbf.ts')}
   const { nodes, ways, relations } = readOsmPbf(openBytes(process.argv[2]), { nodes() {}, ways() {}, relations() {} })
   console.log(nodes + ways + relations)`,
)
const city = program(
  'city',
  `import { openBytes } from ${module('byte-source.ts')}
   import { readCityExtract } from ${module('osm-city/read-city-extract.ts')}
   const all = process.argv[3] === 'all'
   const { extract } = readCityExtract(openBytes(process.argv[2]), { areas: all, stops: all, background: all })
   console.log(extract.nodes.count)`,
)
const peerFolder = process.argv[2] ?? root
let peer: string | null = null
try {
  const entry = createRequire(join(peerFolder, 'package.json')).resolve('osm-pbf-parser-node')
  peer = join(work, 'peer.mjs')
  writeFileSync(
    peer,
    `import { createOSMStream } from ${JSON.stringify(pathToFileURL(entry).href)}
     let count = 0
     for await (const item of createOSMStream(process.argv[2])) if (item.type) count++
     console.log(count)`,
  )
} catch {
  console.log('osm-pbf-parser-node cannot be resolved: no comparison with it.')
}

/** User and system time of a command in ms, and what it wrote. */
function cpuOf(command: string, args: readonly string[]): { cpu: number; output: string } {
  const result = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', command, ...args], { encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr)
  const [user = 0, system = 0] = (result.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number)
  return { cpu: (user + system) * 1000, output: result.stdout.trim() }
}

const variants: Record<string, readonly [string, readonly string[]]> = {
  'this reader': [process.execPath, [ours, big]],
  ...(hasOsmium
    ? { 'libosmium (osmium cat, dropped)': ['osmium', ['cat', big, '-f', 'blackhole', '-o', '/dev/null', '-O']] as const }
    : {}),
  ...(peer === null ? {} : { 'osm-pbf-parser-node': [process.execPath, [peer, big]] as const }),
  'streets of the city': [process.execPath, [city, big]],
  'streets, areas and stops of the city': [process.execPath, [city, big, 'all']],
}
const times = new Map<string, number[]>(Object.keys(variants).map((name) => [name, []]))
const outputs = new Map<string, string>()
for (let run = 0; run < runs; run++) {
  for (const [name, [command, args]] of Object.entries(variants)) {
    // The slow one is far enough away after two runs.
    if (name === 'osm-pbf-parser-node' && run >= 2) continue
    const { cpu, output } = cpuOf(command, args)
    times.get(name)?.push(cpu)
    outputs.set(name, output)
  }
}

console.log(`\nOSM PBF, ${(statSync(big).size / 1e6).toFixed(0)} MB\n${machine()}`)
const best = (name: string): number => Math.min(...(times.get(name) ?? []))
for (const [name, list] of times) {
  const mean = list.reduce((a, b) => a + b, 0) / list.length
  const ratio = (best(name) / best('this reader')).toFixed(2)
  console.log(
    `${name.padEnd(44)} CPU min ${best(name).toFixed(0).padStart(6)} ms   mean ${mean.toFixed(0).padStart(6)} ms   × ${ratio}   ${outputs.get(name) ?? ''}`,
  )
}
