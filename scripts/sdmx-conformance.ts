import { sharesOf, testConformance } from './sdmx-conformance/index.ts'
import type { Ask } from './sdmx-conformance/outcome.ts'

/**
 * Asks a running service what the official SDMX test kit asks (REST 1.3 to 1.5), and prints what failed and the shares of the Basic and the
 * Full profile. The list of requests is rebuilt from the kit's own definitions; the kit itself is not run.
 *
 *     npx tsx scripts/sdmx-conformance.ts http://localhost:3000/sdmx/1 [agency]
 */
const [base = 'http://localhost:3000/sdmx/1', agency] = process.argv.slice(2)

const ask: Ask = async (path, headers = {}) => {
  const response = await fetch(`${base}/${path}`, { headers: { accept: '*/*', ...headers } })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const outcomes = await testConformance(ask, agency ?? null, (list) => list[Math.floor(list.length / 2)]!)
// Of a kind that is not served, every test fails: one line says so.
const absent = new Set(
  outcomes.flatMap(({ name, failure }) => (failure?.startsWith('501') && name.includes('/all/all/all') ? [name.split('/')[0]] : [])),
)
for (const kind of absent) console.log(`not served: ${kind} (${outcomes.filter(({ name }) => name.startsWith(`${kind}/`)).length} tests)`)
for (const { index, name, failure } of outcomes)
  if (failure !== null && index !== 'schema' && !absent.has(name.split('/')[0])) console.log(`${index}  ${name}\n    ${failure}`)
for (const { profile, index, passed, tests } of sharesOf(outcomes))
  console.log(`${profile.padEnd(6)}${index.padEnd(10)} ${passed}/${tests}  ${((100 * passed) / tests).toFixed(1)} %`)
