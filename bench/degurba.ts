import { degreeOfUrbanisation } from '../src/books/indicators/sdg-11/urbanisation/degree-of-urbanisation.ts'
import { machine, seeded } from './harness.ts'

/** Degree of Urbanisation, level 1, of 2,000 × 2,000 km: more than Kazakhstan. Arguments: width and height in km. */
const width = Number(process.argv[2] ?? 2000)
const height = Number(process.argv[3] ?? 2000)
const random = seeded(7)
const population = new Float64Array(width * height)
for (let town = 0; town < (width * height) / 4000; town++) {
  const [x0, y0, spread, people] = [random() * width, random() * height, 1 + random() * random() * 12, Math.exp(5 + 4 * random())]
  const reach = Math.ceil(3 * spread)
  for (let y = Math.max(0, Math.floor(y0 - reach)); y < Math.min(height, y0 + reach); y++)
    for (let x = Math.max(0, Math.floor(x0 - reach)); x < Math.min(width, x0 + reach); x++)
      population[y * width + x] =
        (population[y * width + x] ?? 0) + people * (0.5 + random()) * Math.exp(-((x - x0) ** 2 + (y - y0) ** 2) / (2 * spread * spread))
}
const seconds: number[] = []
for (let run = 0; run < 5; run++) {
  const before = process.cpuUsage()
  const { centres, population: people } = degreeOfUrbanisation({ width, height, population, landKm2: null })
  const { user, system } = process.cpuUsage(before)
  seconds.push((user + system) / 1e6)
  if (run > 0) continue
  const share = Math.round((100 * people.centre) / people.total)
  console.log(`${machine()}\n${width} × ${height} km, ${centres.length} urban centres, ${share} % of the people in them`)
}
console.log(`CPU seconds: first run ${seconds[0]?.toFixed(2)}, least of five ${Math.min(...seconds).toFixed(2)}`)
