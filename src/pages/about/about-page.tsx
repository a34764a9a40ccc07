import type { FC } from 'hono/jsx'
import type { Area, Source } from '../../books/indicators/figure.ts'
import { link, type Frame } from '../frame.ts'
import { Drawer } from '../parts/drawer.tsx'
import { Picked } from '../parts/picked.tsx'
import { ScrollTable } from '../parts/scroll-table.tsx'
import type { Words } from '../words.ts'
import { SourceTable } from './source-table.tsx'
import { TextPage } from './text-page.tsx'

interface AboutPageProps {
  frame: Frame
  sources: readonly Source[]
  areas: readonly Area[]
}

/** About the data: what a figure is, sources, areas, what is kept. */
export const AboutPage: FC<AboutPageProps> = ({ frame, sources, areas }) => {
  const { words, city } = frame
  return (
    <TextPage
      frame={frame}
      heading="about.title"
      description={words.t('about.description', { city: words.pick(city?.name ?? {}) })}
      lede="about.lede"
      sections={[
        {
          id: 'figure',
          title: 'about.figureTitle',
          paragraphs: ['about.figure1', 'about.figure2', 'about.figure3', 'about.figure4', 'about.figure5'],
        },
        {
          id: 'sources',
          title: 'about.sources',
          paragraphs: [],
          more: <SourceTable sources={sources} words={words} labelledBy="sources" />,
        },
        { id: 'areas', title: 'about.areas', paragraphs: ['about.areasAside'], more: <Areas areas={areas} words={words} /> },
        {
          id: 'recompute',
          title: 'about.recompute',
          paragraphs: ['about.recompute1'],
          more: (
            <p class="acts">
              <a href={link(frame, '/methods')}>{words.t('common.methods')}</a>
              <a href={link(frame, '/api')}>{words.t('common.api')}</a>
              <a href={link(frame, '/licence')}>{words.t('common.licence')}</a>
            </p>
          ),
        },
        { id: 'privacy', title: 'about.privacy', paragraphs: ['about.privacy1', 'about.privacy2'] },
      ]}
    />
  )
}

/** More areas than this wait in a drawer. */
const openAreas = 25

const Areas: FC<{ areas: readonly Area[]; words: Words }> = ({ areas, words }) => (
  <Drawer summary={words.t('about.showAreas', { count: areas.length })} open={areas.length <= openAreas}>
    <ScrollTable labelledBy="areas" words={words}>
      <thead>
        <tr>
          <th scope="col">{words.t('about.area')}</th>
          <th scope="col">{words.t('about.code')}</th>
          <th scope="col">{words.t('about.kindColumn')}</th>
          <th scope="col">{words.t('about.valid')}</th>
        </tr>
      </thead>
      <tbody>
        {areas
          .toSorted((a, b) => words.compare(words.pick(a.name), words.pick(b.name)))
          .map((area) => (
            <tr id={`area-${area.code}`}>
              <th scope="row">
                <Picked text={area.name} words={words} otherwise={area.code} />
              </th>
              <td>
                <code>{area.code}</code>
              </td>
              <td>{words.t(`about.kind_${area.kind}`)}</td>
              <td>{validWords(area, words)}</td>
            </tr>
          ))}
      </tbody>
    </ScrollTable>
  </Drawer>
)

function validWords({ validFrom, validTo }: Area, words: Words): string {
  const [from, to] = [validFrom, validTo].map((day) => (day === null ? '' : words.date(day)))
  if (from && to) return words.t('about.validBoth', { from, to })
  if (from) return words.t('about.validFrom', { from })
  return to ? words.t('about.validTo', { to }) : ''
}
