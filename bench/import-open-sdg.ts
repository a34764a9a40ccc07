import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { openFolder } from '../src/formats/open-sdg/open-folder.ts'
import { readOpenSdgFolder } from '../src/formats/open-sdg/read-open-sdg.ts'
import { readInChild } from '../src/services/reader-process.ts'
import { compare, printTimings } from './harness.ts'

/** Reads the whole Open SDG folder of Kazakhstan: open, hash, parse, validate, diagnose. Argument: another folder. */
const shared = process.env['BAGDAR_SHARED'] ?? join(import.meta.dirname, '../../shared')
const folder = process.argv[2] ?? join(shared, 'data/kazstat-open-sdg')
if (!existsSync(folder)) throw new Error(`No folder "${folder}". Name one as argument.`)

const source = { id: 'bench', name: {}, url: null, licence: null }
const program = join(import.meta.dirname, '../node_modules/.cache/bagdar-bench/reader-child.mjs')
buildSync({
  entryPoints: [join(import.meta.dirname, '../src/reader-child.ts')],
  outfile: program,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'error',
})
const changed = 'data/indicator_11-6-2.csv'
const only = existsSync(join(folder, changed)) ? [changed] : []

const script = `const start = performance.now(); process.send = (answer) => { if (answer !== 'ready') console.log(performance.now() - start, JSON.stringify(answer.value.milliseconds)) }; process.disconnect = () => {}; await import(${JSON.stringify(program)}); process.emit('message', ${JSON.stringify({ kind: 'open-sdg', folder, source })})`
const cold = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
console.log(`A cold process, modules included (ms): ${cold.stdout.trim()}${cold.stderr}`)

printTimings(
  'Open SDG folder',
  await compare(
    {
      'open and hash the folder': () => openFolder(folder),
      'open, parse, validate, diagnose': () => readOpenSdgFolder(openFolder(folder), { source }).readings.length,
      'the same with one changed data file': () => readOpenSdgFolder(openFolder(folder), { source, only }).readings.length,
      'all of it in a child process, answer included': () => readInChild(program, { kind: 'open-sdg', folder, source }),
    },
    7,
  ),
)
