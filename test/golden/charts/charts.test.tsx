import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { bandBars } from '../../../src/charts/band-bars.examples.ts'
import { BandBars } from '../../../src/charts/band-bars.tsx'
import { barCharts } from '../../../src/charts/bar-chart.examples.ts'
import { BarChart } from '../../../src/charts/bar-chart.tsx'
import { cityMaps } from '../../../src/charts/city-map.examples.ts'
import { CityMap } from '../../../src/charts/city-map.tsx'
import { goalSnapshots } from '../../../src/charts/goal-snapshot.examples.ts'
import { GoalSnapshot } from '../../../src/charts/goal-snapshot.tsx'
import { lineCharts } from '../../../src/charts/line-chart.examples.ts'
import { LineChart } from '../../../src/charts/line-chart.tsx'
import { methodSpreads } from '../../../src/charts/method-spread.examples.ts'
import { MethodSpread } from '../../../src/charts/method-spread.tsx'
import { opinionMaps } from '../../../src/charts/opinion-map.examples.ts'
import { OpinionMap } from '../../../src/charts/opinion-map.tsx'
import { ridges } from '../../../src/charts/ridges.examples.ts'
import { Ridges } from '../../../src/charts/ridges.tsx'
import { skylines } from '../../../src/charts/skyline.examples.ts'
import { Skyline } from '../../../src/charts/skyline.tsx'
import { Spark } from '../../../src/charts/spark.tsx'
import { tornados } from '../../../src/charts/tornado.examples.ts'
import { Tornado } from '../../../src/charts/tornado.tsx'
import { voicesCharts } from '../../../src/charts/voices-chart.examples.ts'
import { VoicesChart } from '../../../src/charts/voices-chart.tsx'

/**
 * Charts as files that a reviewer reads: one for each drawing. A run that differs leaves `name-changed.svg` beside the
 * original; after a look, `GOLDEN=write npx vitest run test/golden` takes the new ones over.
 */
const charts: Readonly<Record<string, { toString(): unknown }>> = {
  ...Object.fromEntries(Object.entries(lineCharts).map(([name, data]) => [`line-${name}`, <LineChart data={data} />])),
  ...Object.fromEntries(Object.entries(barCharts).map(([name, data]) => [`bar-${name}`, <BarChart data={data} />])),
  ...Object.fromEntries(Object.entries(methodSpreads).map(([name, data]) => [`method-spread-${name}`, <MethodSpread data={data} />])),
  ...Object.fromEntries(Object.entries(tornados).map(([name, data]) => [`tornado-${name}`, <Tornado data={data} />])),
  ...Object.fromEntries(Object.entries(cityMaps).map(([name, data]) => [`city-map-${name}`, <CityMap data={data} standalone />])),
  ...Object.fromEntries(Object.entries(voicesCharts).map(([name, data]) => [`voices-${name}`, <VoicesChart data={data} />])),
  ...Object.fromEntries(Object.entries(opinionMaps).map(([name, data]) => [`opinion-map-${name}`, <OpinionMap data={data} />])),
  ...Object.fromEntries(Object.entries(goalSnapshots).map(([name, data]) => [`snapshot-${name}`, <GoalSnapshot data={data} />])),
  ...Object.fromEntries(Object.entries(bandBars).map(([name, data]) => [`band-bars-${name}`, <BandBars data={data} />])),
  ...Object.fromEntries(Object.entries(skylines).map(([name, data]) => [`skyline-${name}`, <Skyline data={data} />])),
  ridges: <Ridges data={ridges} />,
  'spark-target': <Spark values={[65, 60, 65, 70, 90.4]} target={80} />,
  'spark-gap': <Spark values={[20, 9, null, 30, 36, 30, 20]} target={null} />,
}

/** One element a line, so that a difference is a line. */
const readable = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`

describe.each(Object.entries(charts))('%s', (name, chart) => {
  const drawings = String(chart).split(/(?<=<\/svg>)/)

  test.each(drawings.map((svg, index) => ({ size: ['', '-phone'][index] ?? String(index), svg })))('drawn as before$size', ({ size, svg }) => {
    const file = path.join(import.meta.dirname, `${name}${size}.svg`)
    const changed = file.replace(/\.svg$/, '-changed.svg')
    const now = readable(svg)
    if (process.env['GOLDEN'] === 'write') fs.writeFileSync(file, now)
    const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
    if (now === before) fs.rmSync(changed, { force: true })
    else fs.writeFileSync(changed, now)
    expect(now).toBe(before)
  })

  test('no coordinate is undefined, infinite or finer than a thousandth', () => {
    for (const svg of drawings) {
      expect(svg).not.toMatch(/NaN|Infinity|undefined|\d\.\d{4}/)
    }
  })
})
