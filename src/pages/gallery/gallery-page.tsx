import type { FC } from 'hono/jsx'
import { BandBars } from '../../charts/band-bars.tsx'
import { bandBars } from '../../charts/band-bars.examples.ts'
import { BarChart } from '../../charts/bar-chart.tsx'
import { barCharts } from '../../charts/bar-chart.examples.ts'
import { LineChart } from '../../charts/line-chart.tsx'
import { lineCharts } from '../../charts/line-chart.examples.ts'
import { MethodSpread } from '../../charts/method-spread.tsx'
import { methodSpreads } from '../../charts/method-spread.examples.ts'
import { Ridges } from '../../charts/ridges.tsx'
import { opinionMaps } from '../../charts/opinion-map.examples.ts'
import { OpinionMap } from '../../charts/opinion-map.tsx'
import { ridges } from '../../charts/ridges.examples.ts'
import { Skyline } from '../../charts/skyline.tsx'
import { skylines } from '../../charts/skyline.examples.ts'
import { Tornado } from '../../charts/tornado.tsx'
import { tornados } from '../../charts/tornado.examples.ts'
import type { Frame } from '../frame.ts'
import { Layout } from '../layout.tsx'
import { Chart } from '../parts/chart.tsx'
import { Section } from '../parts/section.tsx'
import { Title } from '../parts/title.tsx'
import { partExamples } from './part-examples.tsx'

/** Every component with its states, from the same examples that the tests use. For those who write pages; off in production. */
export const GalleryPage: FC<{ frame: Frame }> = ({ frame }) => {
  const { words } = frame
  return (
    <Layout frame={frame} title={words.t('gallery.title')} unlisted>
      <Title title={words.t('gallery.title')}>{words.t('gallery.lede')}</Title>
      {partExamples(frame).map(({ name, states }) => (
        <Section id={name.toLowerCase()} title={name}>
          {states.map((state) => (
            <div class="example">{state}</div>
          ))}
        </Section>
      ))}
      <Section id="linechart" title="LineChart">
        {Object.values(lineCharts)
          .slice(0, -2)
          .map((data) => (
            <Chart caption={data.label}>
              <LineChart data={data} />
            </Chart>
          ))}
      </Section>
      <Section id="barchart" title="BarChart">
        {Object.values(barCharts).map((data) => (
          <Chart caption={data.label}>
            <BarChart data={data} />
          </Chart>
        ))}
      </Section>
      <Section id="opinionmap" title="OpinionMap">
        {Object.values(opinionMaps)
          .slice(0, 1)
          .map((data) => (
            <Chart class="square" caption={data.label}>
              <OpinionMap data={data} />
            </Chart>
          ))}
      </Section>
      <Section id="methodspread" title="MethodSpread">
        {Object.values(methodSpreads)
          .slice(-1)
          .map((data) => (
            <Chart caption={data.label}>
              <MethodSpread data={data} />
            </Chart>
          ))}
      </Section>
      <Section id="tornado" title="Tornado">
        {Object.values(tornados)
          .slice(0, 1)
          .map((data) => (
            <Chart caption={data.label}>
              <Tornado data={data} />
            </Chart>
          ))}
      </Section>
      <Section id="bandbars" title="BandBars">
        {Object.values(bandBars).map((data) => (
          <Chart caption={data.label}>
            <BandBars data={data} />
          </Chart>
        ))}
      </Section>
      <Section id="skyline" title="Skyline">
        {Object.values(skylines).map((data) => (
          <Chart caption={data.label}>
            <Skyline data={data} />
          </Chart>
        ))}
      </Section>
      <Section id="ridges" title="Ridges">
        <Chart caption={ridges.label}>
          <Ridges data={ridges} />
        </Chart>
      </Section>
    </Layout>
  )
}
