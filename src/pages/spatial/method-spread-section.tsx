import type { FC } from 'hono/jsx'
import type { Interval, MethodResult } from '../../books/indicators/sdg-11/spatial-result.ts'
import { MethodSpread } from '../../charts/method-spread.tsx'
import type { SpreadRow } from '../../charts/method-spread-layout.ts'
import type { Frame } from '../frame.ts'
import { Chart } from '../parts/chart.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { spatialWords } from './spatial-words.ts'

export interface MethodSpreadProps {
  frame: Frame
  /** Name of the city in the reader's language. */
  city: string
  /** The method of the figure that the page is about. */
  method: string
  methods: readonly MethodResult[]
  interval: Interval | null
  /** What others have published: a square in the chart. */
  official: ReadonlyArray<{ source: string; year: string; value: number; href: string }>
  /** Where the figure of a method opens; null while it is not stored. */
  hrefOf(method: string): string | null
}

/** The same data under every definition, as a chart and as a table. */
export const MethodSpreadSection: FC<MethodSpreadProps> = ({ frame: { words }, city, method, methods, interval, official, hrefOf }) => {
  const main = methods.find(({ code }) => code === method)?.value ?? null
  const shown = (value: number) => words.number(value, 2)
  const rows: SpreadRow[] = [
    ...official.map(({ source, year, value, href }) => ({
      name: words.t('spatial.method_official', { source, year }),
      value,
      text: shown(value),
      href,
      official: true,
    })),
    ...methods.map(({ code, value, reason }) => {
      const href = hrefOf(code)
      return {
        name: spatialWords(words, `method_${code}`),
        value,
        text: value === null ? spatialWords(words, `method_reason_${reason}`) : shown(value),
        me: code === method,
        ...(href === null || value === null ? {} : { href }),
      }
    }),
  ]
  const between = interval && { low: words.number(interval.low), high: words.number(interval.high) }
  return (
    <Section id="methods" title={words.t('spatial.method_title')} aside={<p>{words.t('spatial.method_lede')}</p>}>
      <Chart>
        <MethodSpread
          data={{
            label: words.t('spatial.method_label', { city, count: methods.length }),
            unit: '%',
            rows,
            interval: interval && between && { low: interval.low, high: interval.high, label: words.t('spatial.method_interval', between) },
            number: (value) => words.number(value),
          }}
        />
      </Chart>
      <ScrollTable labelledBy="methods" words={words}>
        <thead>
          <tr>
            <th scope="col">{words.t('spatial.method_name')}</th>
            <th scope="col" class="num">
              {words.t('spatial.method_value')}
            </th>
            <th scope="col" class="num">
              {words.t('spatial.method_difference')}
            </th>
            <th scope="col">{words.t('spatial.method_about')}</th>
          </tr>
        </thead>
        <tbody>
          {methods.map(({ code, value, reason }) => (
            <tr>
              <th scope="row">{spatialWords(words, `method_${code}`)}</th>
              <td class="num">{value === null ? spatialWords(words, `method_reason_${reason}`) : shown(value)}</td>
              <td class="num">{value === null || main === null ? '' : signed(shown(value - main), value - main)}</td>
              <td>{spatialWords(words, `method_${code}_about`)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Section>
  )
}

const signed = (text: string, value: number): string => (value > 0 && text !== '0' ? `+${text}` : text)
