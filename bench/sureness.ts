import { buildAccessModel } from '../src/books/indicators/sdg-11/access/build-access-model.ts'
import { explainOfficial } from '../src/books/indicators/sdg-11/access/explain-official.ts'
import { methodSpread } from '../src/books/indicators/sdg-11/access/method-spread.ts'
import { buildStreetNetwork } from '../src/books/indicators/sdg-11/streets/street-network.ts'
import { drawShares, intervalOf, surenessParameters, transitQuestion } from '../src/books/indicators/sdg-11/sureness/sureness.ts'
import { tornado } from '../src/books/indicators/sdg-11/sureness/tornado.ts'
import { hasKnownCities, lasPalmas, portoAlegre } from '../test/support/known-cities.ts'
import { machine } from './harness.ts'

/** How long the interval, the tornado, the spread of methods and the explanation of an official figure take, and what they say. */
const cities = [
  { name: 'Las Palmas', open: lasPalmas, official: 74.49 },
  { name: 'Porto Alegre', open: portoAlegre, official: 80.07521 },
]
const runs = 5

/** CPU milliseconds of the fastest of some runs. */
function cpuOf<T>(work: () => T): { ms: number; result: T } {
  let result = work()
  let ms = Infinity
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    result = work()
    const { user, system } = process.cpuUsage(before)
    ms = Math.min(ms, (user + system) / 1000)
  }
  return { ms, result }
}

console.log(machine())
if (!hasKnownCities) console.log('The shared data are not here.')
for (const { name, open, official } of hasKnownCities ? cities : []) {
  const known = await open()
  const model = buildAccessModel(buildStreetNetwork(known.extract), known.cells, known.stops, {}, [])
  const { cells, stops, graph } = model
  const people = cells.population.reduce((sum, one) => sum + one, 0)
  console.log(`\n${name}: ${Math.round(people)} people, ${cells.count} cells, ${stops.count} stops, ${graph.nodeCount} crossings`)

  const question = transitQuestion(model)
  const draws = cpuOf(() => intervalOf(drawShares(question, surenessParameters, 0, surenessParameters.draws), surenessParameters.seed))
  const { interval, median } = draws.result ?? { interval: null, median: NaN }
  console.log(
    `interval of 1,000 draws: ${draws.ms.toFixed(0)} ms CPU, median ${median.toFixed(2)} [${interval?.low.toFixed(2)}, ${interval?.high.toFixed(2)}]`,
  )

  const spread = cpuOf(() => methodSpread(model))
  console.log(`method spread: ${spread.ms.toFixed(1)} ms CPU`)
  for (const { code, value, reason } of spread.result) console.log(`  ${code.padEnd(28)} ${value?.toFixed(2) ?? reason}`)

  const bars = cpuOf(() => tornado(model))
  console.log(`tornado: ${bars.ms.toFixed(0)} ms CPU`)
  for (const { input, low, high } of bars.result) console.log(`  ${input.padEnd(28)} ${low.toFixed(2)} – ${high.toFixed(2)}`)

  const explained = cpuOf(() => explainOfficial(official, model))
  console.log(`explain ${official}: ${explained.ms.toFixed(0)} ms CPU`)
  for (const one of explained.result.requirements) console.log(`  ${JSON.stringify(one)}`)
}
