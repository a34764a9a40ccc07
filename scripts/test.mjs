// `npm test`: types, lint, format, build, and the tests on both databases and in a browser. Those that take minutes each are
// `npm run test:long`.
import fs from 'node:fs'
import { Checks } from './checks.mjs'
import { findChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.mjs'
import { startPostgres } from './postgres.mjs'

ensureNode()
await ensureInstalled({ development: true })
const checks = new Checks()
await checks.step('build', ensureBuilt)
await checks.typesLintFormat()

const environment = memoryFolder()
await checks.step('Chromium', async () => {
  environment.CHROMIUM = await findChromium()
  console.log(environment.CHROMIUM)
})
const postgres = process.env.TEST_DATABASE_URL ? null : await startPostgres()
if (postgres) environment.TEST_DATABASE_URL = postgres.url
else if (!process.env.TEST_DATABASE_URL)
  console.log(
    'There is no PostgreSQL 15 or newer: the store is tested on the embedded database only. "apt-get install postgresql" brings one.',
  )

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void postgres?.stop().finally(() => process.exit(1)))
try {
  await checks.tests('tests', { environment })
} finally {
  await postgres?.stop()
}
console.log('Not among them: npm run test:long, every form with every hostile text, and every page of the desk in the browser.')
checks.finish()

/** Databases of the tests live for seconds: where there is room for them in memory, nobody waits for a disk. */
function memoryFolder() {
  const folder = '/dev/shm'
  if (process.env.TMPDIR !== undefined || !fs.existsSync(folder)) return {}
  const { bavail, bsize } = fs.statfsSync(folder)
  return bavail * bsize >= 4e9 ? { TMPDIR: folder } : {}
}
