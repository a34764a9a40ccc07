// `npm run check`: what every change should pass, in under a minute. Types, lint, format, and the tests beside the code.
import { Checks } from './checks.mjs'
import { ensureInstalled, ensureNode } from './ensure.mjs'

ensureNode()
await ensureInstalled({ development: true })
const checks = new Checks()
await checks.typesLintFormat()
await checks.tests('unit tests', { filters: ['src/'] })
checks.finish()
