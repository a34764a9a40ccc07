// `npm test`: types, lint, format, build, and the tests on both databases and in a browser. Those that take minutes each are
// `npm run test:long`.
import { Checks } from './checks.mjs'
import { findChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.mjs'
import { startPostgres } from './postgres.mjs'

ensureNode()
await ensureInstalled({ development: true })
const checks = new Checks()
await checks.step('build', ensureBuilt)
await checks.typesLintFormat()

const environment = {}
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
