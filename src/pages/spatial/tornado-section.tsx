import type { FC } from 'hono/jsx'
import type { TornadoBar } from '../../books/indicators/sdg-11/spatial-result.ts'
import type { InputErrors } from '../../books/indicators/sdg-11/sureness/sureness.ts'
import { Tornado } from '../../charts/tornado.tsx'
import type { Frame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import type { Asked } from './method-spread-section.tsx'
import { DefinitionList } from './definition-list.tsx'
import { shareText } from './share-text.ts'
import { spatialWords } from './spatial-words.ts'

/** Which input moves the figure most: as a chart, as a table, and what was changed in each row. A number opens what was changed. `value` is the figure itself, in per cent. */
export const TornadoSection: FC<{
  frame: Frame
  city: string
  value: number
  bars: readonly TornadoBar[]
  errors: InputErrors
  asked?: Asked
}> = ({ frame: { words }, city, value, bars, errors, asked }) => {
  const shown = (share: number) => shareText(share, words)
  const details = {
    position: words.number(errors.positionSd),
    missing: words.number(200 * errors.missingShare),
    population: words.number(errors.populationSd, 2),
  }
  const { id, title, label }: Asked = asked ?? {
    id: 'tornado',
    title: words.t('spatial.tornado_title'),
    label: words.t('spatial.tornado_label', { city, count: bars.length }),
  }
  const anchorOf = (input: string) => `${asked === undefined ? 'input' : id}-${input}`
  return (
    <Section id={id} title={title} aside={<p>{words.t('spatial.tornado_lede')}</p>}>
      <Chart>
        <Tornado
          data={{
            label,
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
      <ScrollTable labelledBy={id} words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('spatial.tornado_input')}</th>
            <th scope="col" class="r">
              {words.t('spatial.tornado_low')}
            </th>
            <th scope="col" class="r">
              {words.t('spatial.tornado_high')}
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ input, low, high }) => (
            <tr>
              <th scope="row">{spatialWords(words, `tornado_${input}`)}</th>
              <td class="r">
                <Figure href={`#${anchorOf(input)}`} value={shown(low)} />
              </td>
              <td class="r">
                <Figure href={`#${anchorOf(input)}`} value={shown(high)} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <h3>{words.t('spatial.tornado_input')}</h3>
      <DefinitionList
        of={bars.map(({ input }) => ({
          id: anchorOf(input),
          name: spatialWords(words, `tornado_${input}`),
          about: spatialWords(words, `tornado_${input}_about`, details),
        }))}
      />
    </Section>
  )
}
