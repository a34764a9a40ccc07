import type { FC } from 'hono/jsx'
import type { TornadoBar } from '../../books/indicators/sdg-11/spatial-result.ts'
import type { InputErrors } from '../../books/indicators/sdg-11/sureness.ts'
import { Tornado } from '../../charts/tornado.tsx'
import type { Frame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { spatialWords } from './spatial-words.ts'

/** Which input moves the figure most, as a chart and as a table. `value` is the figure itself, in per cent. */
export const TornadoSection: FC<{ frame: Frame; city: string; value: number; bars: readonly TornadoBar[]; errors: InputErrors }> = ({
  frame: { words },
  city,
  value,
  bars,
  errors,
}) => {
  const shown = (share: number) => words.number(share, 2)
  const details = {
    position: words.number(errors.positionSd),
    missing: words.number(200 * errors.missingShare),
    population: words.number(errors.populationSd, 2),
  }
  return (
    <Section id="tornado" title={words.t('spatial.tornado_title')} aside={<p>{words.t('spatial.tornado_lede')}</p>}>
      <Chart>
        <Tornado
          data={{
            label: words.t('spatial.tornado_label', { city, count: bars.length }),
            unit: '%',
            base: { value, label: shown(value) },
            rows: bars.map(({ input, low, high }) => ({
              name: spatialWords(words, `tornado_${input}`),
              low,
              high,
              lowText: shown(low),
              highText: shown(high),
            })),
          }}
        />
      </Chart>
      <ScrollTable labelledBy="tornado" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('spatial.tornado_input')}</th>
            <th scope="col" class="num">
              {words.t('spatial.tornado_low')}
            </th>
            <th scope="col" class="num">
              {words.t('spatial.tornado_high')}
            </th>
            <th scope="col">{words.t('spatial.method_about')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ input, low, high }) => (
            <tr>
              <th scope="row">{spatialWords(words, `tornado_${input}`)}</th>
              <td class="num">{shown(low)}</td>
              <td class="num">{shown(high)}</td>
              <td>{spatialWords(words, `tornado_${input}_about`, details)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}
