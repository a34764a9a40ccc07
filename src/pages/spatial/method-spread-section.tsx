import type { FC } from 'hono/jsx'
import { accessMethods } from '../../books/indicators/sdg-11/access/method-spread.ts'
import type { Interval, MethodResult } from '../../books/indicators/sdg-11/spatial-result.ts'
import { MethodSpread } from '../../charts/method-spread.tsx'
import type { SpreadRow } from '../../charts/method-spread-layout.ts'
import { link, type Frame } from '../frame.ts'
import { shownValue } from '../indicators/shown-value.ts'
import { Chart } from '../parts/chart.tsx'
import { Figure } from '../parts/figure.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Section } from '../parts/section.tsx'
import { isMessageKey } from '../messages.ts'
import type { Words } from '../words.ts'
import type { PublishedShare } from './access-method-view.ts'
import { DefinitionList } from './definition-list.tsx'
import { shareSource } from './official-shares.tsx'
import { shareText } from './share-text.ts'
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
  officials: readonly PublishedShare[]
  /** Words of another question than how near the next stop is. */
  asked?: Asked
}

/** A section with a name of its own, where a page has several of one kind. */
export interface Asked {
  id: string
  title: string
  /** Accessible name of the chart. */
  label: string
}

/** The same data under every definition: as a chart, as a table, and what each definition is. A number opens its definition. */
export const MethodSpreadSection: FC<MethodSpreadProps> = (props) => {
  const { frame, city, method, methods, interval, officials } = props
  const { words } = frame
  const { id, title, label }: Asked = props.asked ?? {
    id: 'methods',
    title: words.t('spatial.method_title'),
    label: words.t('spatial.method_label', { city, count: methods.length }),
  }
  const described = methods.filter(({ code }) => isMessageKey(`spatial.method_${code}_about`))
  const between = interval && { low: words.number(interval.low), high: words.number(interval.high) }
  const rows: SpreadRow[] = [
    ...officials.map((one) => ({
      name: words.t('spatial.method_official', { source: shareSource(one, words), year: words.period(one.timePeriod) }),
      value: Number(one.value),
      text: shownValue(words, one.value),
      href: link(frame, one.path),
      official: true,
    })),
    ...methods.map(({ code, value, reason }) => ({
      name: spatialWords(words, `method_${code}`),
      value,
      text: value === null ? spatialWords(words, `method_reason_${reason}`) : shareText(value, words),
      me: code === method,
      ...(value === null ? {} : { href: anchorOf(code) }),
    })),
  ]
  return (
    <Section id={id} title={title} aside={props.asked === undefined ? <p>{words.t('spatial.method_lede')}</p> : undefined}>
      <Chart>
        <MethodSpread
          data={{
            label,
            unit: '%',
            rows,
            interval: interval && between && { low: interval.low, high: interval.high, label: words.t('spatial.method_interval', between) },
            number: (value) => words.number(value),
          }}
        />
      </Chart>
      <MethodTable {...props} id={id} opensItself={described.length === 0} />
      {described.length > 0 && <h3>{words.t('spatial.method_about')}</h3>}
      <DefinitionList
        of={described.map(({ code }) => ({
          id: anchorOf(code).slice(1),
          name: spatialWords(words, `method_${code}`),
          about: spatialWords(words, `method_${code}_about`),
          source: sourceOf(code, words),
        }))}
      />
    </Section>
  )
}

const anchorOf = (code: string): string => `#method-${code}`

function sourceOf(code: string, words: Words): string {
  const source = accessMethods.find((method) => method.code === code)?.source
  return source === undefined ? '' : words.t('spatial.method_source', { source: words.t(`spatial.method_source_${source}`) })
}

/** `opensItself`: no definitions stand below, and a number leads to its own row. */
const MethodTable: FC<MethodSpreadProps & { id: string; opensItself: boolean }> = ({
  frame: { words },
  method,
  methods,
  id,
  opensItself,
}) => {
  const main = methods.find(({ code }) => code === method)?.value ?? null
  return (
    <ScrollTable labelledBy={id} words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('spatial.method_name')}</th>
          <th scope="col" class="r">
            {words.t('spatial.method_value')}
          </th>
          <th scope="col" class="r">
            {words.t('spatial.method_difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {methods.map(({ code, value, reason }) => (
          <tr id={opensItself ? anchorOf(code).slice(1) : undefined}>
            <th scope="row">{spatialWords(words, `method_${code}`)}</th>
            <td class="r">
              {value === null ? (
                spatialWords(words, `method_reason_${reason}`)
              ) : (
                <Figure href={anchorOf(code)} value={shareText(value, words)} />
              )}
            </td>
            <td class="r num">{value === null || main === null || code === method ? '' : signed(value - main, words)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

const signed = (value: number, words: Words): string => (value >= 0.005 ? '+' : '') + shareText(value, words)
