import type { Child } from 'hono/jsx'
import { Spark } from '../../charts/spark.tsx'
import type { MultilingualText } from '../../books/text.ts'
import { link, type Frame } from '../frame.ts'
import { AsOfForm } from '../parts/as-of-form.tsx'
import { Cite } from '../parts/cite.tsx'
import { Crumbs } from '../parts/crumbs.tsx'
import { Diff } from '../parts/diff.tsx'
import { Drawer } from '../parts/drawer.tsx'
import { Facts } from '../parts/facts.tsx'
import { Figure } from '../parts/figure.tsx'
import { Great } from '../parts/great.tsx'
import { Pager } from '../parts/pager.tsx'
import { Picked } from '../parts/picked.tsx'
import { Rivals } from '../parts/rivals.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import { Status } from '../parts/status.tsx'
import { Warn } from '../parts/warn.tsx'

export interface Examples {
  /** Name of the component, as the code has it. */
  name: string
  states: readonly Child[]
}

const roads: MultilingualText = { kk: 'Жақсы күйдегі жолдар', ru: 'Дороги в хорошем состоянии', en: 'Roads in good condition' }
const onlyRussian: MultilingualText = { ru: 'Название есть только на русском языке' }

/** Each component in each of its states; what the components say comes from the same words as on the pages. */
export function partExamples(frame: Frame): readonly Examples[] {
  const { words } = frame
  const href = link(frame, '/indicators')
  const value = (text: string) => words.decimal(text)
  return [
    {
      name: 'Figure',
      states: [
        <p>
          {words.pick(roads)}: <Figure href={href} value={value('90.4')} unit="%" />
        </p>,
        <p>
          {words.pick(roads)}: <Figure href={href} value={`${value('65')} → ${value('90.4')}`} about="2015, 2022" />
        </p>,
      ],
    },
    {
      name: 'Great',
      states: [
        <Great href={href} value={value('24.8')} unit="%" caption={`${words.pick(roads)}, 2023`} note={words.t('gallery.interval')} />,
      ],
    },
    {
      name: 'Rivals',
      states: [
        <Rivals
          rivals={[
            { href, value: value('39.05'), unit: '%', mark: 1, source: `${words.t('gallery.sourceOne')}, 2020` },
            { href, value: value('86'), unit: '%', mark: 2, source: words.t('gallery.sourceTwo') },
            {
              href,
              value: value('53'),
              unit: '%',
              mark: 3,
              source: `${words.t('gallery.sourceThree')}, 2018`,
              note: words.t('gallery.interval'),
            },
          ]}
          reason={words.t('gallery.reason')}
        />,
      ],
    },
    {
      name: 'Status',
      states: (['on', 'accel', 'reverse', 'none'] as const).map((kind) => <Status kind={kind} words={words.t(`gallery.status_${kind}`)} />),
    },
    { name: 'Warn', states: [<Warn>{words.t('gallery.reason')}</Warn>] },
    {
      name: 'Spark',
      states: [<Spark values={[65, 60, 65, 70, 90.4]} target={80} />, <Spark values={[20, 9, null, 30, 36, 30, 20]} target={null} />],
    },
    {
      name: 'Drawer',
      states: [
        <Drawer summary={words.t('gallery.from')} open>
          <Facts
            facts={[
              [words.t('gallery.source'), words.t('gallery.sourceOne')],
              [words.t('gallery.row'), <code>2023,PT,KZALA,90.4</code>],
            ]}
          />
        </Drawer>,
        <Cite frame={frame} text={`${words.pick(roads)}, 2022: ${value('90.4')} %`} />,
      ],
    },
    {
      name: 'ScrollTable',
      states: [
        <ScrollTable labelledBy="scrolltable" words={words}>
          <thead>
            <tr>
              <th scope="col">{words.t('gallery.source')}</th>
              {Array.from({ length: 14 }, (_, index) => (
                <th scope="col" class="r">
                  {2010 + index}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[words.t('gallery.sourceOne'), words.t('gallery.sourceTwo')].map((source, row) => (
              <tr class={row === 0 ? 'here' : undefined}>
                <th scope="row">{source}</th>
                {Array.from({ length: 14 }, (_, index) => (
                  <td class="r">
                    <Figure href={href} value={value(String(9_800 + 137 * index + row))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollTable>,
      ],
    },
    { name: 'Picked', states: [<Picked text={roads} words={words} />, <Picked text={onlyRussian} words={words} />] },
    {
      name: 'Diff',
      states: [
        <p>
          <Diff
            words={words}
            parts={[
              { kind: 'same', text: `${words.pick(roads)}: ` },
              { kind: 'deleted', text: '65 %' },
              { kind: 'same', text: ' ' },
              { kind: 'inserted', text: '43 %' },
            ]}
          />
        </p>,
      ],
    },
    {
      name: 'Crumbs',
      states: [<Crumbs words={words} crumbs={[{ label: words.t('common.indicators'), href }, { label: '11.6.2' }]} />],
    },
    {
      name: 'Pager',
      states: [<Pager page={2} pages={7} href={(page) => `${href}?page=${page}`} words={words} />],
    },
    { name: 'AsOfForm', states: [<AsOfForm frame={frame} />] },
  ]
}
