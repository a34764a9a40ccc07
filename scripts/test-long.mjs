// `npm run test:long`: the tests that take minutes each, apart so that `npm test` stays under twenty. vitest.config.ts lists them.
import { Checks } from './checks.mjs'
import { findChromium } from './chromium.mjs'
import { ensureBuilt, ensureInstalled, ensureNode } from './ensure.mjs'

ensureNode()
await ensureInstalled({ development: true })
await ensureBuilt()
const checks = new Checks()
await checks.tests('long tests', { environment: { CHROMIUM: await findChromium(), LONG_TESTS: '1' } })
checks.finish()
